/**
 * Vouches for exported ledgers: a file that comes back with another position, another form or another line than we wrote
 * is noticed. HMAC-SHA256 under a key of this office, made from the one that seals its other secrets.
 * Source: RFC 2104, RFC 5869.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { sealKeyIn } from '../identity/sealing.ts'

export type SheetSeal = Readonly<{
  seal: (text: string) => string
  isOurs: (text: string, seal: string) => boolean
}>

/** 128 bits are more than anybody can guess, and half as wide in every line of a sheet. */
const signs = 32

export async function sheetSealIn(dataDir: string): Promise<SheetSeal> {
  const root = await sealKeyIn(dataDir)
  const key = Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), 'luoshi exported sheets', 32))
  const seal = (text: string) =>
    createHmac('sha256', key).update(text).digest('hex').slice(0, signs)
  return {
    seal,
    isOurs: (text, given) =>
      given.length === signs && timingSafeEqual(Buffer.from(seal(text)), Buffer.from(given)),
  }
}
