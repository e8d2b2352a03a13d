/**
 * `npm run fuzz -- --seconds 60 --seed 1`: changes files of every kind by chance and reads them in the pool of processes.
 * Whatever ends a process, or takes longer than it may, is kept with its seed: `npm run fuzz -- --only pdf:12345` makes it
 * again. Exit code 1 when something was found.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ParsePool } from '../../src/parse-in-worker.ts'
import { fuzzedFile, type Reader, readers } from './fuzzed-file.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    keep: { type: 'string', default: 'fuzz-findings' },
  },
})

const bad = new Set(['reader-failed', 'took-too-long', 'needs-too-much'])
const slow = 5000
const pool = new ParsePool({ milliseconds: 10_000 })
const counts = new Map<string, number>()
let found = 0

async function tryOne(reader: Reader, seed: number): Promise<void> {
  const bytes = fuzzedFile(reader, seed)
  const from = performance.now()
  const answer = await pool.parse(bytes, { fileName: `意见.${reader}` })
  const took = performance.now() - from
  const code = answer.ok ? 'read' : answer.refusal.code
  counts.set(`${reader} ${code}`, (counts.get(`${reader} ${code}`) ?? 0) + 1)
  if (!bad.has(code) && took < slow) return
  found += 1
  await mkdir(values.keep, { recursive: true })
  await writeFile(join(values.keep, `${reader}-${seed}.${reader}`), bytes)
  process.stdout.write(`${reader}:${seed} ${code} ${Math.round(took)} ms\n`)
}

/** Two at a time, as the pool has two processes. */
async function run(): Promise<void> {
  const until = performance.now() + Number(values.seconds) * 1000
  let seed = Number(values.seed) * 1_000_000
  const lane = async () => {
    while (performance.now() < until) {
      seed += 1
      const reader = readers[seed % readers.length] ?? 'txt'
      await tryOne(reader, seed)
    }
  }
  await Promise.all([lane(), lane()])
}

const [only, number] = values.only?.split(':') ?? []
const reader = readers.find((one) => one === only)
if (values.only === undefined) await run()
else if (reader !== undefined) await tryOne(reader, Number(number))
await pool.close()
for (const [what, count] of [...counts].toSorted(([a], [b]) => a.localeCompare(b)))
  process.stdout.write(`${what}: ${count}\n`)
process.stdout.write(
  `${[...counts.values()].reduce((sum, count) => sum + count, 0)} files, ${found} found\n`,
)
process.exitCode = found === 0 ? 0 : 1
