/** Checking proofs with nothing but hashes in hand. Source: RFC 9162 §2.1.3.2 and §2.1.4.2, step by step. */
import { emptyRoot, nodeHash } from './node-hash.ts'

type Inclusion = Readonly<{
  leaf: number
  leafHash: Buffer
  size: number
  root: Buffer
  proof: readonly Buffer[]
}>

export function includes({ leaf, leafHash, size, root, proof }: Inclusion): boolean {
  if (leaf < 0 || leaf >= size) return false
  let fn = leaf
  let sn = size - 1
  let r = leafHash
  for (const p of proof) {
    if (sn === 0) return false
    if (odd(fn) || fn === sn) {
      r = nodeHash(p, r)
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      r = nodeHash(r, p)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && r.equals(root)
}

type Consistency = Readonly<{
  oldSize: number
  oldRoot: Buffer
  size: number
  root: Buffer
  proof: readonly Buffer[]
}>

export function continues({ oldSize, oldRoot, size, root, proof }: Consistency): boolean {
  if (oldSize < 0 || oldSize > size) return false
  if (oldSize === size) return proof.length === 0 && oldRoot.equals(root)
  if (oldSize === 0) return proof.length === 0 && oldRoot.equals(emptyRoot)
  const [first, ...rest] = Number.isInteger(Math.log2(oldSize)) ? [oldRoot, ...proof] : proof
  if (!first) return false
  let fn = oldSize - 1
  let sn = size - 1
  while (odd(fn)) [fn, sn] = [half(fn), half(sn)]
  let fr = first
  let sr = first
  for (const c of rest) {
    if (sn === 0) return false
    if (odd(fn) || fn === sn) {
      fr = nodeHash(c, fr)
      sr = nodeHash(c, sr)
      while (!odd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else {
      sr = nodeHash(sr, c)
    }
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && fr.equals(oldRoot) && sr.equals(root)
}

/** Sizes go beyond 32 bits, so no bit operators. */
const odd = (n: number) => n % 2 === 1
const half = (n: number) => Math.floor(n / 2)
