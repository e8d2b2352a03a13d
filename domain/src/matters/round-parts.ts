/** What is put on record inside one round. Source: seed map S01, S06; domain.md §8.6, §8.9, §8.11, §9.1. */
import type { Day } from '../kernel/day.ts'

/** A file kept by its content hash. `sha256` is 64 lower-case hex digits; `size` in bytes. */
export type Evidence = Readonly<{ sha256: string; name: string; size: number; mediaType: string }>

/** The unit's leadership meeting on the opinions handed over (S01). */
export type Meeting = Readonly<{ heldOn: Day; attended: readonly string[]; resolved: string }>

export type ProgressEntry = Readonly<{ on: Day; text: string; evidence: readonly Evidence[] }>

/** A solved or adopted · B under way · C limited by conditions · D for reference. Letters mean what the rule book says. */
export const resultClasses = ['A', 'B', 'C', 'D'] as const

export type ResultClass = (typeof resultClasses)[number]

export type Submission = Readonly<{
  on: Day
  answer: string
  resultClass: ResultClass
  evidence: readonly Evidence[]
  /** The official in person (S05). */
  signedBy: string
}>

export type Verification = Readonly<{
  on: Day
  place: string
  findings: string
  outcome: 'confirmed' | 'notConfirmed'
  verifiers: readonly string[]
  /** What the raiser says of the fix, when asked. */
  raiserView: 'satisfied' | 'basicallySatisfied' | 'dissatisfied' | 'notAsked'
  evidence: readonly Evidence[]
}>
