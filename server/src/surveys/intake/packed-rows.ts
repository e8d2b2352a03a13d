/**
 * Rows as bytes in one place, found by their ids: what waits in trays is some thousand rows, and as so many objects the
 * engine of the language would carry each of them along from collection to collection.
 *
 *     row: id (fixed length), length of what follows (2 bytes), what follows
 */
import { randomBytes } from 'node:crypto'

export type PackedRows = Readonly<{
  size: () => number
  /** The place of the row with this id; -1 without one. */
  find: (id: Buffer) => number
  /** Puts a row in, whose id must not be there. */
  add: (id: Buffer, said: Buffer) => void
  /** As views: to be looked at before anything is added, and not kept. */
  idAt: (place: number) => Buffer
  saidAt: (place: number) => Buffer
  /** The places of all rows, in the order in which they were put in. */
  places: () => readonly number[]
  /** The same in the order of their ids, which is that of chance. */
  sorted: () => Uint32Array
  /** All rows after one another; a view. */
  bytes: () => Buffer
  /** Without rows, and with the room it had. */
  clear: () => void
}>

const lengthBytes = 2
const firstRoom = 4096
/** Four words of an id are mixed with these of this process, so that nobody can choose ids that meet. */
const [seed, factor] = [randomBytes(4).readInt32LE(), randomBytes(4).readInt32LE() | 1]

export function packedRows(idLength: number): PackedRows {
  let bytes = Buffer.allocUnsafeSlow(firstRoom)
  let [end, size] = [0, 0]
  /** By the hash of the id: the place of a row and one, or 0. Never more than half full. */
  let slots = new Int32Array(256)

  function slotOf(id: Buffer, from: number): number {
    const mask = slots.length - 1
    let slot = hashOf(id, from) & mask
    for (;;) {
      const place = (slots[slot] ?? 0) - 1
      if (place < 0 || isSame(bytes, place, id, from, idLength)) return slot
      slot = (slot + 1) & mask
    }
  }

  function find(id: Buffer): number {
    return (slots[slotOf(id, 0)] ?? 0) - 1
  }

  function saidLength(place: number): number {
    return bytes.readUInt16LE(place + idLength)
  }

  function nextOf(place: number): number {
    return place + idLength + lengthBytes + saidLength(place)
  }

  function makeRoom(more: number): void {
    if (end + more <= bytes.length) return
    const roomier = Buffer.allocUnsafeSlow(Math.max(end + more, bytes.length * 2))
    bytes.copy(roomier, 0, 0, end)
    bytes = roomier
  }

  function makeSlots(): void {
    if (size * 2 <= slots.length) return
    slots = new Int32Array(slots.length * 2)
    for (let place = 0; place < end; place = nextOf(place)) slots[slotOf(bytes, place)] = place + 1
  }

  function add(id: Buffer, said: Buffer): void {
    makeRoom(idLength + lengthBytes + said.length)
    const place = end
    id.copy(bytes, place, 0, idLength)
    bytes.writeUInt16LE(said.length, place + idLength)
    said.copy(bytes, place + idLength + lengthBytes)
    end = nextOf(place)
    size += 1
    makeSlots()
    slots[slotOf(bytes, place)] = place + 1
  }

  function places(): readonly number[] {
    const all: number[] = []
    for (let place = 0; place < end; place = nextOf(place)) all.push(place)
    return all
  }

  /** By one word after the other, as their texts in hex would be. */
  function inOrder(one: number, other: number): number {
    for (let at = 0; at < idLength; at += 4) {
      const apart = bytes.readUInt32BE(one + at) - bytes.readUInt32BE(other + at)
      if (apart !== 0) return apart
    }
    return 0
  }

  return {
    size: () => size,
    find,
    add,
    idAt: (place) => bytes.subarray(place, place + idLength),
    saidAt: (place) => bytes.subarray(place + idLength + lengthBytes, nextOf(place)),
    places,
    sorted: () => Uint32Array.from(places()).sort(inOrder),
    bytes: () => bytes.subarray(0, end),
    clear: () => {
      slots.fill(0)
      end = 0
      size = 0
    },
  }
}

function hashOf(id: Buffer, from: number): number {
  let mixed = seed
  for (let at = from; at < from + 16; at += 4) {
    mixed = Math.imul(mixed ^ wordAt(id, at), factor)
    mixed ^= mixed >>> 15
  }
  mixed = Math.imul(mixed, factor)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

function wordAt(bytes: Buffer, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
  return a | (b << 8) | (c << 16) | (d << 24)
}

function isSame(one: Buffer, at: number, other: Buffer, from: number, length: number): boolean {
  for (let n = 0; n < length; n += 1) if (one[at + n] !== other[from + n]) return false
  return true
}
