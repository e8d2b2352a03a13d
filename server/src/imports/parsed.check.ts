/** Does not compile when what the contract says of a read document is not what the reader answers. */
import type { Parsed as Read } from '@luoshi/papers/parse'
import type { Parsed } from '../contract/parsed.ts'

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false
type True<Found extends true> = Found

export type TheContractSaysWhatTheReaderAnswers = True<Same<Read, Parsed>>
