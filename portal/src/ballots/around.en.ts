/** What stands around the page, which the server writes in Chinese, in English; fetched only where English was chosen. */
import { en } from './words.en.ts'

const around: readonly (readonly [where: string, texts: readonly string[]])[] = [
  ['.skip', ['Skip to the page']],
  ['.band', [en.rehearsal]],
  ['.sizes button', ['Usual', 'Large', 'Largest']],
  ['.foot', ['A secret ballot. Ask a teller or the staff whatever is not clear.']],
]

export function sayAround(): void {
  for (const [where, texts] of around)
    for (const [at, one] of document.querySelectorAll(where).entries())
      one.textContent = texts[at] ?? ''
}
