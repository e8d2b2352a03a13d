/**
 * What is signed, and in whose name: every message begins with a word of its own, so that no signature for one purpose
 * can serve another. Source: ballot.md 3.3.
 */
import { bytesOf, fromHex, joined, sha256Hex, u16, type Bytes } from './bytes.ts'

const domainWord = (word: string): Bytes => bytesOf(`rd-ballot/v1/${word}\0`)

export const sealInfo = bytesOf('rd-ballot/v1/hpke')

/** What the issuer signs without seeing it: event, contest and the voter's one-time key. */
export function tokenMessage(mh: Uint8Array, contest: number, pk: Uint8Array): Bytes {
  return joined(domainWord('token'), mh, u16(contest), pk)
}

/** Binds a sealed box to the key that casts it, so that a copied box under another token does not open. */
export function sealBinding(mh: Uint8Array, contest: number, pk: Uint8Array): Bytes {
  return joined(domainWord('seal'), mh, u16(contest), pk)
}

/** What the one-time key signs when its token is given up unused. */
export function surrenderMessage(mh: Uint8Array, contest: number, pk: Uint8Array): Bytes {
  return joined(domainWord('surrender'), mh, u16(contest), pk)
}

/** What the voter's one-time key signs. Its hash is the ballot's id. */
export function ballotCore(
  mh: Uint8Array,
  contest: number,
  pk: Uint8Array,
  box: Uint8Array,
): Bytes {
  return joined(domainWord('ballot'), mh, u16(contest), pk, box)
}

/** In hex; its first ten digits are the voter's check code. */
export function ballotId(core: Bytes): Promise<string> {
  return sha256Hex(core)
}

export const checkCodeLength = 10

export function receiptMessage(mh: Uint8Array, id: string): Bytes {
  return joined(domainWord('receipt'), mh, fromHex(id))
}

/** The body is kept as the text that was signed. */
export function statementMessage(body: string): Bytes {
  return joined(domainWord('statement'), bytesOf(body))
}
