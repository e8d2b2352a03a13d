import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memorySubtree } from './memory-subtree.ts'
import { dataHash, emptyRoot } from './node-hash.ts'
import { rangeRoot } from './proofs.ts'
import { rowsRoot } from './rows-root.ts'

test('the root of rows is the tree of RFC 9162, also beyond one thousand', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(1, 2, 3, 5, 8, 1023, 1024, 1025, 2500, 4097), async (size) => {
      const rows = Array.from({ length: size }, (_, place) => `{"id":"${place}"}`)
      const leaves = rows.map((row) => dataHash(Buffer.from(row)))
      const whole = await rangeRoot(memorySubtree(leaves), 0, size)
      expect(await rowsRoot(rows)).toBe(whole.toString('hex'))
    }),
    { numRuns: 20 },
  )
  expect(await rowsRoot([])).toBe(emptyRoot.toString('hex'))
})

test('a row added, changed or taken out changes it', async () => {
  const rows = ['a', 'b', 'c']
  const roots = [rows, [...rows, 'd'], ['a', 'x', 'c'], ['a', 'c'], ['b', 'a', 'c']].map(rowsRoot)
  expect(new Set(await Promise.all(roots)).size).toBe(5)
})
