/**
 * Why the issuer, the box or the verifier turns something down: the codes are the protocol's own and never change, the
 * sentences (`refusals.zh.ts`, `refusals.en.ts`) say what to do. Source: ballot.md 3.3, 4 and 11.2 (the protocol's design).
 */
import type { refusalsZh } from './refusals.zh.ts'

export type ProtocolCode = keyof typeof refusalsZh

/** `about` says where: a file, a line, a field. Never what a ballot holds. */
export type ProtocolRefusal = Readonly<{ code: ProtocolCode; about: string }>

export function refusalOf(code: ProtocolCode, about = ''): ProtocolRefusal {
  return { code, about }
}
