/**
 * The plain text of a ballot: version, number of questions, one byte a question (255 is blank), zeros to a length that
 * is the same for every choice. Source: ballot.md 3.3 no. 5; 4 no. 8; tests 46, 48.
 */
import type { Bytes } from './bytes.ts'
import type { Contest } from './manifest.ts'

/** For each question the number of the option, or nothing. */
export type Marks = readonly (number | null)[]

const version = 1
const blank = 255

/** Nothing when the marks are none of this contest. */
export function writeVote({ questions, ptLen }: Contest, marks: Marks): Bytes | undefined {
  const fits = questions.every((question, at) => {
    const mark = marks[at]
    if (mark === undefined) return false
    return mark === null || (Number.isInteger(mark) && mark >= 0 && mark < question.options.length)
  })
  if (!fits || marks.length !== questions.length) return undefined
  const plain = new Uint8Array(ptLen)
  plain.set([version, questions.length, ...marks.map((mark) => mark ?? blank)])
  return plain
}

/** Nothing when it is no vote: a spoiled ballot (废票), never an error. */
export function readVote({ questions, ptLen }: Contest, plain: Uint8Array): Marks | undefined {
  if (plain.length !== ptLen || plain[0] !== version || plain[1] !== questions.length)
    return undefined
  const written = plain.subarray(2, 2 + questions.length)
  if (plain.subarray(2 + questions.length).some((byte) => byte !== 0)) return undefined
  const marks = Array.from(written, (byte) => (byte === blank ? null : byte))
  const known = questions.every(({ options }, at) => {
    const mark = marks[at]
    return mark === null || (mark !== undefined && mark < options.length)
  })
  return known ? marks : undefined
}
