/**
 * What has to be kept and must not lie readable in the database: sealed under a key beside it, made from the one that seals
 * the office's other secrets. A dump of the database opens nothing. Source: GB/T 22239-2019 8.1.4.8 b; PIPL art. 51; RFC 5869.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { seal, sealKeyIn, unseal } from '../identity/sealing.ts'

export type HouseSeal = Readonly<{
  /** @param owner - Sealed in: what is copied into a row of somebody or something else does not open. */
  close: (owner: string, text: string) => Buffer
  /** @throws when it was sealed for another owner, under another key, or changed since. */
  open: (owner: string, sealed: Buffer) => string
  /** The same for the same text, and no way back to it without the key. */
  mark: (text: string) => Buffer
}>

export async function houseSealIn(dataDir: string): Promise<HouseSeal> {
  const root = await sealKeyIn(dataDir)
  const derived = (what: string) =>
    Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `luoshi ${what}`, 32))
  const [sealing, marking] = [derived('contacts'), derived('marks of contacts')]
  return {
    close: (owner, text) => seal(sealing, randomBytes, owner, Buffer.from(text)),
    open: (owner, sealed) => unseal(sealing, owner, sealed).toString(),
    mark: (text) => createHmac('sha256', marking).update(text).digest(),
  }
}
