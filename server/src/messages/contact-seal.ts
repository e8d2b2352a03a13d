/**
 * Addresses for messages are kept sealed under a key beside the database, made from the one that seals the office's other
 * secrets: a dump of the database tells nobody's address. Source: GB/T 22239-2019 8.1.4.8 b; PIPL art. 51; RFC 5869.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { seal, sealKeyIn, unseal } from '../identity/sealing.ts'

export type Reach = Readonly<{ address: string; secret: string | null }>

export type ContactSeal = Readonly<{
  /** @param owner - Sealed in: what is copied into another person's row does not open. */
  close: (owner: string, reach: Reach) => Buffer
  open: (owner: string, sealed: Buffer) => Reach
  /** The same for the same text, and no way back to it without the key. */
  mark: (text: string) => Buffer
}>

export async function contactSealIn(dataDir: string): Promise<ContactSeal> {
  const root = await sealKeyIn(dataDir)
  const derived = (what: string) =>
    Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `luoshi ${what}`, 32))
  const [sealing, marking] = [derived('contacts'), derived('marks of contacts')]
  return {
    close: (owner, { address, secret }) =>
      seal(sealing, randomBytes, owner, Buffer.from(JSON.stringify([address, secret]))),
    open: (owner, sealed) => reachOf(JSON.parse(unseal(sealing, owner, sealed).toString())),
    mark: (text) => createHmac('sha256', marking).update(text).digest(),
  }
}

function reachOf(kept: unknown): Reach {
  const [address, secret]: readonly unknown[] = Array.isArray(kept) ? kept : []
  if (typeof address !== 'string') throw new Error('A sealed contact holds no address')
  return { address, secret: typeof secret === 'string' ? secret : null }
}

/** Whose row it is, for the seal. */
export function contactOwner(congress: string, account: string, channel: string): string {
  return `${congress} ${account} ${channel}`
}
