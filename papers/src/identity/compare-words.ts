/**
 * Whether a file still says what was sealed, and where it first does not. Blanks and line ends are no words; the cells of
 * one row may come line by line; a table's heads may stand again on every page.
 */
import { bare, type Piece } from './said-by.ts'

/** What stands in a file, in its order. */
export type FoundText = Readonly<{ text: string; page: number }>

export type WordsDiffer = Readonly<{
  /** 标题、段落、表格…; 文末 when something was added at the end. */
  part: string
  expected: string
  found: string
}>

export function compareWords(
  says: readonly Piece[],
  found: readonly FoundText[],
): WordsDiffer | null {
  const reading = new Reading(says)
  for (const { text, page } of found) {
    const differs = reading.take(bare(text), page)
    if (differs !== null) return differs
  }
  return reading.end()
}

const shownLetters = 24

class Reading {
  readonly #says: readonly Piece[]
  #at = 0
  /** What each text of the piece still has to say. */
  #left: string[] = []
  #current = 0
  #page = 1
  #heads: Piece | null = null

  constructor(says: readonly Piece[]) {
    this.#says = says
    this.#open(0)
  }

  take(given: string, page: number): WordsDiffer | null {
    let text = given
    // A table may begin at the top of a page: its heads are then said for the first time.
    const heads = this.#says[this.#at] === this.#heads ? null : this.#heads
    if (page !== this.#page && heads !== null && text !== '') text = this.#repeated(text, heads)
    if (text !== '') this.#page = page
    while (text !== '') {
      const place = this.#placeFor(text)
      if (place === null) return this.#differs(text)
      const left = this.#left[place] ?? ''
      const taken = Math.min(left.length, text.length)
      this.#left[place] = left.slice(taken)
      this.#current = place
      text = text.slice(taken)
      if (this.#left.every((one) => one === '')) this.#open(this.#at + 1)
    }
    return null
  }

  end(): WordsDiffer | null {
    return this.#at >= this.#says.length ? null : this.#differs('')
  }

  #open(at: number): void {
    this.#at = at
    const piece = this.#says[at]
    if (piece?.[0] === '表头') this.#heads = piece
    else if (piece?.[0] !== '表格') this.#heads = null
    this.#left = piece === undefined ? [] : piece.slice(1).map((text) => bare(text))
    this.#current = 0
  }

  /** The text that goes on, else the first that begins so. */
  #placeFor(text: string): number | null {
    const places = [this.#current, ...this.#left.keys()]
    const fits = (left: string) => left !== '' && (left.startsWith(text) || text.startsWith(left))
    return places.find((place) => fits(this.#left[place] ?? '')) ?? null
  }

  /** The heads of the table on its next page are not said anew. */
  #repeated(text: string, [, ...heads]: Piece): string {
    const all = heads.map(bare)
    return all.join('').startsWith(text) || all.includes(text) ? '' : text
  }

  #differs(found: string): WordsDiffer {
    const [part = '文末'] = this.#says[this.#at] ?? []
    const expected = this.#left.find((one) => one !== '') ?? ''
    return { part, expected: expected.slice(0, shownLetters), found: found.slice(0, shownLetters) }
  }
}
