/** docs/ballot-attacks.md tells for each attack of the design which test shows it, and the tests named bear its number. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..', '..')
const table = await readFile(join(root, 'docs', 'ballot-attacks.md'), 'utf8')
const rows = [...table.matchAll(/^\| (\d\d) \| [^|]+ \| (.+) \| (.+) \|$/gm)]
const all = Array.from({ length: 63 }, (_, at) => String(at).padStart(2, '0'))

/** Titles of tests and of rows of tables of tests. */
async function numbersIn(file: string): Promise<ReadonlySet<string>> {
  const source = await readFile(join(root, file), 'utf8')
  const titles = [...source.matchAll(/(?:\b(?:it|describe)\(|^\s*\[)\s*['`]([^'`]+)['`]/gm)]
  const numbers = titles.flatMap(([, title = '']) =>
    [...title.matchAll(/\b(\d\d)(?:–(\d\d))?\b/g)].flatMap(([, first = '', last = first]) =>
      all.slice(Number(first), Number(last) + 1),
    ),
  )
  return new Set(numbers)
}

describe('the table of attacks', () => {
  it('has every number of the design once, in order', () => {
    expect(rows.map(([, number]) => number)).toEqual(all)
  })

  it.each(rows.map(([, number = '', ...files]) => ({ number, files })))(
    '$number is in the tests it names',
    async ({ number, files }) => {
      const named = files.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, one]) => one))
      expect(named.length).toBeGreaterThan(0)
      for (const file of named)
        expect([file, (await numbersIn(file ?? '')).has(number)]).toEqual([file, true])
    },
  )
})
