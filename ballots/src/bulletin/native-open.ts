/**
 * Opens sealed boxes by the machine's own cryptography, some eight times as fast as the library: for the count of thousands
 * of ballots on the server and the command line. It only ever opens, with keys that are published by then, so a slip
 * could leak nothing; whatever looks unusual is left to the library, and the tests hold the two against each other.
 * Source: RFC 9180, 4.1 (DHKEM), 5.1 (key schedule, base mode), 7.1.3; RFC 5869; ballot.md 7.3.
 */
import { createDecipheriv, createECDH, createHmac, type ECDH } from 'node:crypto'
import { sealInfo } from '../protocol/messages.ts'
import { opened, type CountKey } from '../protocol/sealed-box.ts'
import { bytesOf, joined, u16, type Bytes } from '../protocol/bytes.ts'
import type { Counting, OpenBox } from './open-all.ts'

const version = bytesOf('HPKE-v1')
const kem = joined(bytesOf('KEM'), u16(0x0010))
const suite = joined(bytesOf('HPKE'), u16(0x0010), u16(0x0001), u16(0x0001))
const empty = new Uint8Array()

const hmac = (key: Uint8Array, text: Uint8Array): Buffer =>
  createHmac('sha256', key).update(text).digest()

/** HKDF-Extract of a labelled input. */
function extract(salt: Uint8Array, id: Bytes, label: string, input: Uint8Array): Buffer {
  return hmac(salt, joined(version, id, bytesOf(label), input))
}

/** HKDF-Expand to at most 32 bytes: one block. */
function expand(key: Uint8Array, id: Bytes, label: string, info: Uint8Array, length: number) {
  const text = joined(u16(length), version, id, bytesOf(label), info, Uint8Array.of(1))
  return hmac(key, text).subarray(0, length)
}

/** Base mode without a shared secret. */
function contextOf(info: Bytes): Bytes {
  const mode = Uint8Array.of(0)
  return joined(
    mode,
    extract(empty, suite, 'psk_id_hash', empty),
    extract(empty, suite, 'info_hash', info),
  )
}

/** One for all boxes of ballots. */
const ours = contextOf(sealInfo)

type NativeKey = Readonly<{ secret: ECDH; point: Bytes }>

const known = new WeakMap<CountKey, NativeKey>()

function nativeKey(key: CountKey): NativeKey {
  const before = known.get(key)
  if (before) return before
  const secret = createECDH('prime256v1')
  secret.setPrivateKey(key.scalar)
  const made = { secret, point: new Uint8Array(secret.getPublicKey()) }
  known.set(key, made)
  return made
}

/** Throws when the box does not open. */
export function openBase(countKey: CountKey, info: Bytes, binding: Bytes, box: Bytes): Bytes {
  const { secret, point } = nativeKey(countKey)
  const context = info === sealInfo ? ours : contextOf(info)
  const [sender, tagged] = [box.subarray(0, 65), box.subarray(65)]
  const both = joined(sender, point)
  const prk = extract(empty, kem, 'eae_prk', secret.computeSecret(sender))
  const shared = expand(prk, kem, 'shared_secret', both, 32)
  const schedule = extract(shared, suite, 'secret', empty)
  const key = expand(schedule, suite, 'key', context, 16)
  const nonce = expand(schedule, suite, 'base_nonce', context, 12)
  const open = createDecipheriv('aes-128-gcm', key, nonce)
  open.setAAD(binding)
  open.setAuthTag(tagged.subarray(-16))
  return joined(open.update(tagged.subarray(0, -16)), open.final())
}

/** As `opened`: nothing when a box does not open, whatever the cause. */
export const openNatively: OpenBox = async (keys, binding, box) => {
  let content = box
  for (const [left, key] of [...keys].reverse().entries()) {
    // A box that is too short, or a point written otherwise than uncompressed: the library says what that is.
    if (content.length < 65 + 16 || content[0] !== 4)
      return opened(keys.slice(0, keys.length - left), binding, content)
    try {
      content = openBase(key, sealInfo, binding, content)
    } catch {
      return undefined
    }
  }
  return content
}

/** For who counts a folder once. */
export const countingNatively: Counting = { open: openNatively, remembered: null }
