/**
 * What a Word document says was put in and taken out while it was under revision. It is read as if every revision had
 * been accepted; a person may refuse one by its id, and then it is read as it stood before.
 */

export type Revision = Readonly<{
  /** `revision-3`: the third one of the document. */
  id: string
  kind: 'inserted' | 'deleted'
  words: string
  by: string
  /** As the document says, 2026-03-01. */
  on: string
  refused: boolean
}>

type Kind = Revision['kind']
type Open = { -readonly [Key in keyof Revision]: Revision[Key] }

/** More are counted no further: a paper with so many is read, and its revisions are accepted. */
const most = 2000
const longestShown = 2000

export class WordRevisions {
  readonly #refused: ReadonlySet<string>
  readonly #all: Open[] = []
  readonly #open: Open[] = []
  /** No words of the document since the last revision ended, so the next piece may belong to it. */
  #isAdjacent = false

  constructor(refused: ReadonlySet<string>) {
    this.#refused = refused
  }

  get all(): readonly Revision[] {
    return this.#all.filter(({ words }) => words !== '')
  }

  begin(kind: Kind, by: string, at: string): void {
    const on = at.slice(0, 10)
    const last = this.#all.at(-1)
    const isSame = this.#isAdjacent && last?.kind === kind && last.by === by && last.on === on
    if (isSame || (last !== undefined && this.#all.length >= most)) this.#open.push(last)
    else {
      const id = `revision-${this.#all.length + 1}`
      const revision = { id, kind, words: '', by, on, refused: this.#refused.has(id) }
      this.#all.push(revision)
      this.#open.push(revision)
    }
  }

  end(): void {
    this.#open.pop()
    this.#isAdjacent = this.#open.length === 0
  }

  /** The end of a paragraph put in or taken out. Answers whether the paragraph runs on into the next. */
  paragraphEnd(kind: Kind, by: string, at: string): boolean {
    this.begin(kind, by, at)
    this.note('¶')
    const runsOn = this.isAway
    this.end()
    return runsOn
  }

  note(text: string): void {
    const revision = this.#open.at(-1)
    if (revision === undefined) this.#isAdjacent &&= text === ''
    else if (revision.words.length < longestShown) revision.words += text
  }

  /** Whether the words here are none of the document's, as it is read. */
  get isAway(): boolean {
    return this.#open.some(({ kind, refused }) => (kind === 'deleted') !== refused)
  }

  get isInDeletion(): boolean {
    return this.#open.some(({ kind }) => kind === 'deleted')
  }
}
