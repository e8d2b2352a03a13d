/**
 * Inclusion ("this leaf is in the tree") and consistency ("the old tree is the beginning of the new one").
 * Source: RFC 6962 §2.1.1 and §2.1.2 (PATH, PROOF, SUBPROOF); wherever leaves come from, only perfect subtrees are asked for.
 */
import { emptyRoot, nodeHash } from './node-hash.ts'

/** The hash over the leaves `index * 2^height` to before `(index + 1) * 2^height`, all of which exist. */
export type Subtree = (height: number, index: number) => Promise<Buffer>

/** The root over the leaves from `from` to before `to`. */
export async function rangeRoot(subtree: Subtree, from: number, to: number): Promise<Buffer> {
  const size = to - from
  if (size === 0) return emptyRoot
  const height = Math.log2(size)
  if (Number.isInteger(height) && from % size === 0) return subtree(height, from / size)
  const middle = from + split(size)
  return nodeHash(await rangeRoot(subtree, from, middle), await rangeRoot(subtree, middle, to))
}

/** PATH(leaf, D[size]): the sisters on the way up, lowest first. `leaf` counts from 0. */
export async function inclusionProof(
  subtree: Subtree,
  leaf: number,
  size: number,
): Promise<Buffer[]> {
  if (leaf < 0 || leaf >= size) throw new Error(`No leaf ${leaf} in a tree of ${size}`)
  return path(subtree, leaf, 0, size)
}

async function path(subtree: Subtree, leaf: number, from: number, to: number): Promise<Buffer[]> {
  if (to - from === 1) return []
  const middle = from + split(to - from)
  return leaf < middle
    ? [...(await path(subtree, leaf, from, middle)), await rangeRoot(subtree, middle, to)]
    : [...(await path(subtree, leaf, middle, to)), await rangeRoot(subtree, from, middle)]
}

/** PROOF(old, D[size]), lowest first. Empty when nothing has to be shown. */
export async function consistencyProof(
  subtree: Subtree,
  old: number,
  size: number,
): Promise<Buffer[]> {
  if (old < 0 || old > size) throw new Error(`A tree of ${size} does not continue one of ${old}`)
  return old === 0 || old === size ? [] : subproof(subtree, old, 0, size, true)
}

async function subproof(
  subtree: Subtree,
  old: number,
  from: number,
  to: number,
  whole: boolean,
): Promise<Buffer[]> {
  if (old === to) return whole ? [] : [await rangeRoot(subtree, from, to)]
  const middle = from + split(to - from)
  return old <= middle
    ? [...(await subproof(subtree, old, from, middle, whole)), await rangeRoot(subtree, middle, to)]
    : [...(await subproof(subtree, old, middle, to, false)), await rangeRoot(subtree, from, middle)]
}

/** The largest power of two below `size`. */
function split(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1)
}
