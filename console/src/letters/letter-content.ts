/** The text of a letter as it is edited, taken out of what the page shows. */
import type { LetterContentRow, LetterDetail } from '@luoshi/server/contract/letters'

export function contentOf({ sections, items, to, copies }: LetterDetail): LetterContentRow {
  return {
    ...sections,
    to,
    copies,
    items: items.map(({ matter, unit, official, problem, request }) => {
      return { matter, unit, official, problem, request }
    }),
  }
}

export const linesOf = (text: string): string[] => text.split('\n')
