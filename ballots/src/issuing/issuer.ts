/**
 * The issuer: one token a person on the roll and contest. It knows who asks, and signs a number that tells nothing.
 * Rule: sign in memory, record durably, answer. The signature can be made again, so a lost answer loses nothing.
 * Source: ballot.md 3.3 no. 2–3, 3.4, 5; tests 01–08.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { toBase64url } from '../protocol/bytes.ts'
import { refusalOf, type ProtocolRefusal } from '../protocol/refusals.ts'
import { blindSign, type ContestKey } from './blind-sign.ts'

/** What is kept beside a name: the blinded number, or that paper was taken. No time. */
export type Issuance = Readonly<{ contest: number; voter: string; z: string }>

export const onPaper = 'paper'

/** The durable register. `record` answers what stands there: its own row, or the one that was quicker. */
export type IssuanceRegister = Readonly<{
  record: (row: Issuance) => Promise<Issuance>
}>

export type Issuing = Readonly<{
  open: boolean
  /** The roll of each contest, by its number. */
  rolls: readonly ReadonlySet<string>[]
  /** The keys of this issuer, by the number of the contest. */
  keys: readonly ContestKey[]
  register: IssuanceRegister
}>

export type TokenRequest = Readonly<{ c: number; z: string }>

/** Answers the blind signature in base64url; the same request gets the same answer for as long as issuing is open. */
export async function issueToken(
  { open, rolls, keys, register }: Issuing,
  voter: string,
  { c, z }: TokenRequest,
): Promise<Result<string, ProtocolRefusal>> {
  if (!open) return refuse(refusalOf('ISSUE_CLOSED'))
  const [roll, key] = [rolls[c], keys[c]]
  if (!roll || !key) return refuse(refusalOf('UNKNOWN_CONTEST'))
  if (!roll.has(voter)) return refuse(refusalOf('NOT_ELIGIBLE'))
  const signed = blindSign(key, z)
  if (!signed.ok) return signed
  const standing = await register.record({ contest: c, voter, z })
  if (standing.z === onPaper) return refuse(refusalOf('PAPER_ISSUED'))
  if (standing.z !== z) return refuse(refusalOf('ALREADY_ISSUED'))
  return accept(toBase64url(signed.value))
}

/** A person takes a paper ballot instead of a token: never both. */
export async function issuePaper(
  { open, rolls, register }: Omit<Issuing, 'keys'>,
  voter: string,
  contest: number,
): Promise<Result<true, ProtocolRefusal>> {
  if (!open) return refuse(refusalOf('ISSUE_CLOSED'))
  const roll = rolls[contest]
  if (!roll) return refuse(refusalOf('UNKNOWN_CONTEST'))
  if (!roll.has(voter)) return refuse(refusalOf('NOT_ELIGIBLE'))
  const standing = await register.record({ contest, voter, z: onPaper })
  return standing.z === onPaper ? accept(true) : refuse(refusalOf('ALREADY_ISSUED'))
}
