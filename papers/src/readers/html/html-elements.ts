/** Which elements of a web page begin a paragraph, and which hold no words of it. */
import type { ReadWarningCode } from '../read-warning.ts'

export const blockElements: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** With everything inside them; nothing in them is ever run or fetched. */
export const skippedElements: ReadonlyMap<string, ReadWarningCode | undefined> = new Map<
  string,
  ReadWarningCode | undefined
>([
  ...[
    'script',
    'noscript',
    'template',
    'canvas',
    'map',
    'select',
    'datalist',
    'button',
    'textarea',
    'title',
    'rt',
    'rp',
    'xml',
    'math',
  ].map((name) => [name, undefined] as const),
  ['iframe', 'embedded-files'],
  ['frameset', 'embedded-files'],
  ['object', 'embedded-files'],
  ['applet', 'embedded-files'],
  ['audio', 'embedded-files'],
  ['video', 'embedded-files'],
  ['svg', 'pictures'],
  ['nav', 'page-navigation'],
  ['del', 'deleted-text'],
])

/** What Word and LibreOffice put beside the text: notes and their marks, heads and feet of pages. */
export type Aside = 'note-mark' | 'notes' | 'comments' | 'furniture' | undefined

export function asideOf(attributes: Readonly<Record<string, string>>): Aside {
  const style = attributes['style'] ?? ''
  const look = attributes['class'] ?? ''
  if (/mso-element\s*:\s*(?:footnote|endnote)-list/i.test(style)) return 'notes'
  if (/^sd(?:foot|end)note\d/.test(attributes['id'] ?? '')) return 'notes'
  if (/^(?:header|footer)$/.test(attributes['title'] ?? '')) return 'furniture'
  if (/mso-element\s*:\s*(?:header|footer)\b/i.test(style)) return 'furniture'
  if (/mso-(?:foot|end)note-id/i.test(style) || /\bsd(?:foot|end)note(?:anc|sym)\b/.test(look))
    return 'note-mark'
  if (/mso-element\s*:\s*comment-list/i.test(style) || /\bMsoCommentReference\b/.test(look))
    return 'comments'
  return undefined
}
