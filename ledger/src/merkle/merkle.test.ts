import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFrontier } from './frontier.ts'
import { memorySubtree } from './memory-subtree.ts'
import { dataHash, emptyRoot, nodeHash } from './node-hash.ts'
import { consistencyProof, inclusionProof, rangeRoot } from './proofs.ts'
import { continues, includes } from './verify-proofs.ts'

/** The inputs and roots of the Certificate Transparency reference implementation (merkle_tree_test). */
const vectorLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => dataHash(Buffer.from(hex, 'hex')))

const vectorRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const tree = memorySubtree(vectorLeaves)
const hex = (hashes: readonly Buffer[]) => hashes.map((one) => one.toString('hex'))

describe('the published vectors', () => {
  it('have the root of the empty tree', () => {
    expect(emptyRoot.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  it.each(vectorRoots.map((root, at) => [at + 1, root] as const))(
    'of %i leaves have their root',
    async (size, root) => {
      expect((await rangeRoot(tree, 0, size)).toString('hex')).toBe(root)
      const frontier = openFrontier()
      for (const leaf of vectorLeaves.slice(0, size)) frontier.add(leaf)
      expect(frontier.root().toString('hex')).toBe(root)
    },
  )

  it('have their inclusion paths', async () => {
    expect(await inclusionProof(tree, 0, 1)).toEqual([])
    expect(hex(await inclusionProof(tree, 0, 8))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
    expect(hex(await inclusionProof(tree, 2, 3))).toEqual([
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    ])
    expect(hex(await inclusionProof(tree, 1, 5))).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ])
  })

  it('have their consistency proofs', async () => {
    expect(await consistencyProof(tree, 1, 1)).toEqual([])
    expect(hex(await consistencyProof(tree, 1, 8))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
    expect(hex(await consistencyProof(tree, 2, 5))).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ])
  })
})

/** MTH word for word from RFC 6962 §2.1: slow, and too simple to be wrong in the same way. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  const [only, second] = leaves
  if (!only) return emptyRoot
  if (!second) return only
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)))
}

const sized = fc.integer({ min: 1, max: 300 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    old: fc.integer({ min: 1, max: size }),
    leaf: fc.integer({ min: 0, max: size - 1 }),
  }),
)
const leavesOf = (size: number) =>
  Array.from({ length: size }, (_, at) => dataHash(Buffer.from(`leaf ${at}`)))

describe('whatever the size', () => {
  it('root, inclusion and consistency agree with the definition', async () => {
    const law = fc.asyncProperty(sized, async ({ size, old, leaf }) => {
      const leaves = leavesOf(size)
      const subtree = memorySubtree(leaves)
      const root = naiveRoot(leaves)
      const oldRoot = naiveRoot(leaves.slice(0, old))
      expect((await rangeRoot(subtree, 0, size)).equals(root)).toBe(true)
      const path = await inclusionProof(subtree, leaf, size)
      const leafHash = leaves[leaf] ?? emptyRoot
      expect(includes({ leaf, leafHash, size, root, proof: path })).toBe(true)
      const proof = await consistencyProof(subtree, old, size)
      expect(continues({ oldSize: old, oldRoot, size, root, proof })).toBe(true)
    })
    await fc.assert(law, { numRuns: 200 })
  })

  it('no proof survives another leaf, another root or a changed step', async () => {
    const law = fc.asyncProperty(sized, fc.nat(), async ({ size, old, leaf }, pick) => {
      const leaves = leavesOf(size)
      const subtree = memorySubtree(leaves)
      const root = naiveRoot(leaves)
      const oldRoot = naiveRoot(leaves.slice(0, old))
      const proof = await inclusionProof(subtree, leaf, size)
      const other = dataHash(Buffer.from('another leaf'))
      const leafHash = leaves[leaf] ?? emptyRoot
      expect(includes({ leaf, leafHash: other, size, root, proof })).toBe(false)
      expect(includes({ leaf, leafHash, size, root: other, proof })).toBe(false)
      expect(includes({ leaf, leafHash, size, root, proof: [...proof, other] })).toBe(false)
      const steps = await consistencyProof(subtree, old, size)
      expect(continues({ oldSize: old, oldRoot: other, size, root, proof: steps })).toBe(false)
      expect(continues({ oldSize: old, oldRoot, size, root: other, proof: steps })).toBe(false)
      if (steps.length > 0) {
        const bent = steps.with(pick % steps.length, other)
        expect(continues({ oldSize: old, oldRoot, size, root, proof: bent })).toBe(false)
      }
    })
    await fc.assert(law, { numRuns: 200 })
  })
})
