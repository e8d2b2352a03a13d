/**
 * A text on its way through the cleaning rules, which never forgets what it was: every difference
 * from the input is kept as a change, and notes (flags and suggestions to be) move with the letters.
 *
 * Rules see only the current text and answer with replacements; nothing else may alter the text.
 */
import type { FlagKind, RuleName } from './cleaned.ts'
import { type Change, composeChanges } from './compose-changes.ts'
import { movePosition } from './move-position.ts'

/** Instead of the `length` units at `at` (in the current text) put `after`. Sorted, disjoint. */
export type Replacement = Readonly<{ at: number; length: number; after: string }>

/** Units `start`..`end` of the current text. */
export type Span = Readonly<{ start: number; end: number }>

/** A remark about a span. `words` replaces the span's own text where the remark is about lost text. */
export type Remark = Span & Readonly<{ kind: FlagKind; words?: string }>

/** A repair not made: the letters of `inner` would become `after`, shown within `start`..`end`. */
export type Offer = Span &
  Readonly<{
    id: string
    rule: RuleName
    inner: Span
    after: string
    evidence: string
    certain: boolean
  }>

export type Manuscript = Readonly<{
  input: string
  text: string
  changes: readonly Change[]
  remarks: readonly Remark[]
  offers: readonly Offer[]
  /** Damaged places: later rules leave them as they were found, so that the loss stays visible. */
  untouched: readonly Span[]
}>

export function manuscript(input: string): Manuscript {
  return { input, text: input, changes: [], remarks: [], offers: [], untouched: [] }
}

/** The manuscript after one rule's replacements, those in damaged places left out. */
export function rewrite(
  before: Manuscript,
  rule: RuleName,
  replacements: readonly Replacement[],
): Manuscript {
  const made = outside(before.untouched, replacements)
  if (made.length === 0) return before
  const moved = <Kind extends Span>(span: Kind): Kind => ({
    ...span,
    start: movePosition(made, span.start, 'start'),
    end: movePosition(made, span.end, 'end'),
  })
  return {
    input: before.input,
    text: replaceAll(before.text, made),
    changes: composeChanges(before.changes, made, rule),
    remarks: before.remarks.map(moved).filter(isNotEmpty),
    offers: before.offers
      .map((offer) => ({ ...moved(offer), inner: moved(offer.inner) }))
      .filter((offer) => isNotEmpty(offer.inner)),
    untouched: before.untouched.map(moved).filter(isNotEmpty),
  }
}

export function remark(before: Manuscript, remarks: readonly Remark[]): Manuscript {
  return { ...before, remarks: [...before.remarks, ...remarks] }
}

function isNotEmpty(span: Span): boolean {
  return span.end > span.start
}

function outside(spans: readonly Span[], all: readonly Replacement[]): readonly Replacement[] {
  if (spans.length === 0) return all
  let next = 0
  return all.filter((one) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= one.at) next += 1
    const span = spans[next]
    return span === undefined || one.at + one.length <= span.start
  })
}

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = []
  let done = 0
  for (const one of replacements) {
    pieces.push(text.slice(done, one.at), one.after)
    done = one.at + one.length
  }
  pieces.push(text.slice(done))
  return pieces.join('')
}
