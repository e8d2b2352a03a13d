/**
 * A part of a tray: what arrived for one trip to the disk, sealed and padded, so that neither its place among the others
 * nor its length says which answer came when. A single answer always fills one step.
 */
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

const cipher = 'aes-256-gcm'
const [nonceLength, tagLength, sizeLength] = [12, 16, 4]
const overhead = nonceLength + tagLength + sizeLength
const step = 8192

/** `place` binds the part to its survey and tray. */
export function sealPart(key: KeyObject, place: string, entries: readonly unknown[]): Buffer {
  const json = Buffer.from(JSON.stringify(entries))
  const steps = Math.ceil((json.length + overhead) / step)
  const plain = Buffer.alloc(steps * step - nonceLength - tagLength)
  plain.writeUInt32BE(json.length)
  json.copy(plain, sizeLength)
  const nonce = randomBytes(nonceLength)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(place))
  const sealed = sealing.update(plain)
  return Buffer.concat([nonce, sealed, sealing.final(), sealing.getAuthTag()])
}

/** @throws when the part was changed, belongs elsewhere or holds no list. */
export function openPart(key: KeyObject, place: string, sealed: Buffer): readonly unknown[] {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceLength))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(-tagLength))
  const content = opening.update(sealed.subarray(nonceLength, -tagLength))
  const plain = Buffer.concat([content, opening.final()])
  const json = plain.subarray(sizeLength, sizeLength + plain.readUInt32BE())
  const entries: unknown = JSON.parse(json.toString())
  if (!Array.isArray(entries)) throw new Error('A part of a tray holds no list')
  return entries
}
