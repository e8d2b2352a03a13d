/**
 * The account of a finished manuscript: its edits, flags and suggestions, in the order of the text.
 * Of each kind of flag at most 200 are listed; then one `list-cut-short` says where the rest begins.
 */
import type { Cleaned, Flag, Suggestion } from './cleaned.ts'
import { editsOf } from './edits-of.ts'
import type { Manuscript, Offer, Remark } from './manuscript.ts'
import { simplifiedText } from './simplified-form.ts'

export function accountOf(paper: Manuscript, isConverted: boolean): Cleaned {
  return {
    text: paper.text,
    edits: editsOf(paper),
    flags: flagsOf(paper),
    suggestions: [...paper.offers]
      .sort((one, other) => one.start - other.start)
      .map((offer) => suggestionOf(paper.text, offer, isConverted)),
  }
}

export const MOST_FLAGS_OF_A_KIND = 200

function flagsOf({ text, remarks }: Manuscript): readonly Flag[] {
  const counts = new Map<string, number>()
  const flags: Flag[] = []
  for (const remark of withoutRepetition(remarks)) {
    const count = (counts.get(remark.kind) ?? 0) + 1
    counts.set(remark.kind, count)
    if (count > MOST_FLAGS_OF_A_KIND + 1) continue
    const words = remark.words ?? text.slice(remark.start, remark.end)
    const kind = count > MOST_FLAGS_OF_A_KIND ? 'list-cut-short' : remark.kind
    flags.push({ kind, at: remark.start, text: words })
  }
  return flags
}

/** In the order of the text; within a gap that a repair rule has marked, its marks are not told again. */
function withoutRepetition(remarks: readonly Remark[]): readonly Remark[] {
  const sorted = [...remarks].sort((one, other) => one.start - other.start || other.end - one.end)
  let gapEnd = 0
  return sorted.filter((one) => {
    const isGap = one.kind === 'open-gap' || one.kind === 'repairable-gap'
    const repeats = one.start < gapEnd && (isGap || TOLD_BY_GAP.has(one.kind))
    if (isGap) gapEnd = Math.max(gapEnd, one.end)
    return !repeats
  })
}

const TOLD_BY_GAP: ReadonlySet<string> = new Set([
  'lone-question',
  'gloss-left',
  'unreadable',
  'private-use',
])

function suggestionOf(text: string, offer: Offer, isConverted: boolean): Suggestion {
  const { id, rule, start, end, inner, evidence, certain } = offer
  const words = isConverted ? simplifiedText(offer.after) : offer.after
  return {
    id,
    rule,
    at: start,
    before: text.slice(start, end),
    after: text.slice(start, inner.start) + words + text.slice(inner.end, end),
    evidence,
    certain,
  }
}
