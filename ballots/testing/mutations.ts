/** Mutations of a published folder: one byte of one file changed, chosen by a seed. */
import { bulletinFiles, type Bulletin } from '../src/bulletin/bulletin.ts'

export type Mutation = Readonly<{ what: string; bulletin: Bulletin }>

/** Objections are left out: anybody may post one, and one that does not hold says nothing. */
export function mutations(bulletin: Bulletin, count: number, seed: number): readonly Mutation[] {
  const files = bulletinFiles.filter((file) => file !== 'objections.jsonl' && bulletin[file])
  const random = randomBy(seed)
  return Array.from({ length: count }, () => {
    const file = files[random(files.length)] ?? 'manifest.json'
    const bytes = Uint8Array.from(bulletin[file] ?? [])
    const at = random(bytes.length)
    const bit = 1 << random(8)
    bytes[at] = (bytes[at] ?? 0) ^ bit
    return { what: `${file} at ${at}, bit ${bit}`, bulletin: { ...bulletin, [file]: bytes } }
  })
}

/** Whole numbers below a bound, the same for the same seed (mulberry32). */
export function randomBy(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
