/**
 * What cleaning answers: the readable text, and an account of every step that led to it.
 *
 * Every `at` is an offset in UTF-16 units in the cleaned `text`, never in the input. Edits are in
 * ascending order and do not overlap: `text.slice(at, at + after.length) === after`, and what stood
 * there in the input was `before`. Putting each `before` back in the place of its `after` gives the
 * input again, letter by letter (`undo-edits.ts`).
 *
 * Source: design/documents.md §2.
 */
export type Cleaned = Readonly<{
  text: string
  edits: readonly Edit[]
  flags: readonly Flag[]
  suggestions: readonly Suggestion[]
}>

/**
 * One change that was made. `rule` is a `RuleName`; where several rules worked on the same letters
 * their names are joined by `+` in the order of their work (`shifted-bytes+simplified`), except that
 * a deletion bears the name of the rule that deleted.
 */
export type Edit = Readonly<{ rule: string; before: string; after: string; at: number }>

/**
 * Something a person must look at. `kind` is a `FlagKind`. `text` is what stands in the cleaned text
 * at `at`, except for `gloss-tone` and `name-like`, where it is what stood there before: the character
 * with the gloss that was taken away, or the character that was simplified.
 */
export type Flag = Readonly<{ kind: string; at: number; text: string }>

/**
 * A repair that is not made without a click: pass its `id` in `accepted`. Ids do not depend on what
 * else is accepted. `before` stands in the cleaned text at `at` and would be replaced by `after`.
 * `certain`: only one reading fits the bytes (may be pre-ticked). `evidence`: the bytes, in Chinese.
 */
export type Suggestion = Readonly<{
  id: string
  rule: string
  at: number
  before: string
  after: string
  evidence: string
  certain: boolean
}>

export type CleaningOptions = Readonly<{
  /** Names of people as the directory writes them: never simplified, even in a traditional text. */
  protectedNames?: readonly string[]
  /** Ids of suggestions that a person has agreed to. Unknown ids are ignored. */
  accepted?: readonly string[]
}>

export type RuleName =
  | 'line-ends'
  | 'blanks'
  | 'invisible-characters'
  | 'shifted-bytes'
  | 'lost-label-blank'
  | 'compat-forms'
  | 'full-width'
  | 'enclosed-numbers'
  | 'pinyin-glosses'
  | 'merged-punctuation'
  | 'simplified'
  | 'chinese-punctuation'
  | 'spaced-letters'
  | 'doubled-commas'
  | 'blanks-between-han'
  | 'web-lines'
  | 'html-comments'
  | 'pasted-images'
  | 'markdown-marks'

export type FlagKind =
  | 'repairable-gap'
  | 'open-gap'
  | 'unreadable'
  | 'private-use'
  | 'lone-question'
  | 'merged-punctuation'
  | 'gloss-tone'
  | 'gloss-left'
  | 'traditional-left'
  | 'name-like'
  | 'spam'
  | 'list-cut-short'
