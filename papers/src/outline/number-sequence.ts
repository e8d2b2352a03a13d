/** What is odd about a number in its list: a gap, a number twice, a step back, a list that does not start at 1. */

export type SequenceIssue =
  | 'number-gap'
  | 'dup-number'
  | 'number-back'
  | 'start-not-1'
  | 'fragment-start'
  | 'mixed-styles'
  | 'ambiguous-marker'

/** `last` is the number before it in the same list, undefined when it opens the list. */
export function sequenceIssue(
  last: number | undefined,
  number: number,
  atDocumentStart: boolean,
): SequenceIssue | undefined {
  if (last === undefined) {
    if (number === 1) return undefined
    return atDocumentStart ? 'fragment-start' : 'start-not-1'
  }
  if (number === last + 1) return undefined
  if (number === last) return 'dup-number'
  return number > last ? 'number-gap' : 'number-back'
}
