/** What was copied: its words, and its layout where that says more than the words do. */

/** `html` is null when the layout holds nothing the words have not. */
export type Pasted = Readonly<{ text: string; html: string | null }>

export const nothingPasted: Pasted = { text: '', html: null }

type Clipboard = Readonly<{ getData: (format: string) => string }>

export function pastedFrom(clipboard: Clipboard | null): Pasted {
  const text = clipboard?.getData('text/plain') ?? ''
  const html = clipboard?.getData('text/html') ?? ''
  return { text, html: hasLayout(html) ? html : null }
}

/** Tables, lists, and the numbers that Word counts by itself. Mere colours and fonts are nothing to a reader. */
function hasLayout(html: string): boolean {
  return /<(?:table|ol|li)\b|mso-list/i.test(html)
}
