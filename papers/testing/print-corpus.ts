/** `npm run corpus`: prints the table for docs/reading.md, and what was missed. */
import { corpusRows, tableOf } from './corpus-table.ts'

const rows = await corpusRows()
process.stdout.write(`${tableOf(rows)}\n`)
for (const { name, scores } of rows)
  for (const miss of scores.misses) process.stderr.write(`${name} ${miss}\n`)
process.exit(0)
