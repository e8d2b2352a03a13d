/** A refusal as an answer over HTTP (RFC 9457). */
import type { Problem } from '../contract/problem.ts'
import type { Refused } from '../execute/refused.ts'

export const problemType = { 'content-type': 'application/problem+json' } as const

export function problemOfRefusal(
  refusal: Refused & Readonly<{ issues?: readonly NonNullable<Problem['issues']>[number][] }>,
): Problem {
  const { status, code, words, issues } = refusal
  const common = { type: 'about:blank', title: words.en.what, status, code, ...words }
  return issues ? { ...common, issues: [...issues] } : common
}
