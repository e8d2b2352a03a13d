/**
 * A part of a tray: what arrived for one trip to the disk, sealed and padded, so that neither its place among the others
 * nor its length says which answer came when. A single answer always fills one step.
 */
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

const cipher = 'aes-256-gcm'
const [nonceLength, tagLength, sizeLength] = [12, 16, 4]
const overhead = nonceLength + tagLength + sizeLength
const step = 8192

/** What is padded before it is sealed; used again for each part. */
let room = Buffer.alloc(2 * step)

/** `place` binds the part to its survey and tray. */
export function sealPart(key: KeyObject, place: string, content: Buffer): Buffer {
  const length = Math.ceil((content.length + overhead) / step) * step
  if (length > room.length) room = Buffer.alloc(length)
  const plain = room.subarray(0, length - nonceLength - tagLength).fill(0, sizeLength)
  plain.writeUInt32BE(content.length)
  content.copy(plain, sizeLength)
  const nonce = randomBytes(nonceLength)
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(place))
  const sealed = sealing.update(plain)
  const part = Buffer.concat([nonce, sealed, sealing.final(), sealing.getAuthTag()], length)
  plain.fill(0)
  return part
}

/** @throws when the part was changed or belongs elsewhere. */
export function openPart(key: KeyObject, place: string, sealed: Buffer): Buffer {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceLength))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(-tagLength))
  const inside = opening.update(sealed.subarray(nonceLength, -tagLength))
  const plain = Buffer.concat([inside, opening.final()])
  return plain.subarray(sizeLength, sizeLength + plain.readUInt32BE())
}
