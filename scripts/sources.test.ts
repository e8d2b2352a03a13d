/**
 * Whoever reads `Source: domain.md §8.9` in a comment finds in docs/sources.md what that is: every section of a design
 * note and every published page that a comment rests on has its line there. Source: CONTRIBUTING (comments say why).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const layers = [
  'domain',
  'ledger',
  'papers',
  'ballots',
  'server',
  'console',
  'portal',
  'cli',
  'e2e',
  'bench',
]

const page = readFileSync(join(root, 'docs/sources.md'), 'utf8')

/** Comments run over several lines; a section belongs to the note named last before it. */
const oneLine = (text: string) => text.replaceAll(/\n\s*(?:\*|\/\/|--)?\s*/g, ' ')

const cited = layers
  .flatMap((layer) =>
    readdirSync(join(root, layer), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && /\.(?:tsx?|sql|py|typ)$/.test(one.name))
      .map((one) => join(one.parentPath, one.name)),
  )
  .filter((file) => !/[\\/](?:node_modules|dist)[\\/]/.test(file))
  .map((file) => oneLine(readFileSync(file, 'utf8')))

const sections = new Set(
  cited.flatMap((text) =>
    [...text.matchAll(/\b(domain|ballot|documents|ecosystem)\.md,? (?:§|section )?(\d+)/g)].map(
      ([, note = '', section = '']) => `${note} ${section}`,
    ),
  ),
)
const pages = new Set(
  cited
    .flatMap((text) => [...text.matchAll(/\bdomain\.md[^/]{0,300}/g)])
    .flatMap(([about]) =>
      [...about.matchAll(/\bS(?:[1-9]|[1-9]\d|1[0-3]\d)\b/g)].map(([sign]) => sign),
    ),
)

/** Of one note: from its heading to the next. */
function linesOf(note: string): string {
  const [, after = ''] = page.split(`### \`${note}.md\``)
  return after.split('\n#')[0] ?? ''
}

it('every section of a design note that a comment rests on is in docs/sources.md', () => {
  expect(sections.size).toBeGreaterThan(30)
  const missing = [...sections].filter((one) => {
    const [note = '', section = ''] = one.split(' ')
    return !linesOf(note).includes(`\n| ${section} |`)
  })
  expect(missing).toEqual([])
})

it('so is every published page', () => {
  const [, list = ''] = page.split('## Published pages')
  expect(pages.size).toBeGreaterThan(20)
  expect([...pages].filter((sign) => !new RegExp(String.raw`\b${sign}\b`).test(list))).toEqual([])
})
