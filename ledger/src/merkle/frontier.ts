/** The root of a tree that grows leaf by leaf, in memory for one hash per level. Source: RFC 6962 §2.1. */
import { emptyRoot, nodeHash } from './node-hash.ts'

export type Frontier = Readonly<{
  add: (leaf: Buffer) => void
  root: () => Buffer
  size: () => number
}>

export function openFrontier(): Frontier {
  /** Roots of perfect subtrees, the largest first: one for each 1 in the binary size. */
  const peaks: Buffer[] = []
  let size = 0

  return {
    add(leaf) {
      let node = leaf
      for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
        node = nodeHash(peaks.pop() ?? missing(), node)
      }
      peaks.push(node)
      size += 1
    },
    root() {
      return (
        peaks.reduceRight<Buffer | null>(
          (right, left) => (right ? nodeHash(left, right) : left),
          null,
        ) ?? emptyRoot
      )
    },
    size: () => size,
  }
}

function missing(): never {
  throw new Error('A frontier lost a peak')
}
