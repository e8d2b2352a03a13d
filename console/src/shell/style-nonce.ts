/**
 * Gives every style element the page's nonce: a few of antd's parts (scroll lock under a dialog) make theirs without,
 * and the content security policy would drop them. Source: ecosystem.md §2.1.
 */
export const nonce =
  document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

const make = document.createElement.bind(document)

function makeWithNonce(name: string, options?: ElementCreationOptions): HTMLElement {
  const made = make(name, options)
  if (made instanceof HTMLStyleElement) made.nonce = nonce
  return made
}

/** From then on, every style element is made with the nonce. */
export function lendNonceToStyles(): void {
  Object.defineProperty(document, 'createElement', { value: makeWithNonce, configurable: true })
}
