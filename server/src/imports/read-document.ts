/** Reading a document in a thread of its own, with the names of officials protected from simplification. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { SheetMapping } from '@luoshi/domain/ledgers/sheet-mapping'
import { accept } from '@luoshi/domain/kernel/result'
import type { Parsed } from '@luoshi/papers/parse'
import { parseInWorker } from '@luoshi/papers/parse-in-worker'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Outcome } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import { inTwo } from '../http/two-sentences.ts'

export async function readDocument(
  db: CongressDb,
  congress: CongressId,
  bytes: Uint8Array,
  options: Readonly<{
    fileName: string
    acceptedRepairs: readonly string[]
    mapping?: readonly SheetMapping[]
  }>,
): Outcome<Parsed> {
  const names = await db.rows<{ name: string }>(congress, {
    name: 'names-of-officials',
    text: 'select name from luoshi.official_view where congress = $1 and to_seq is null',
    values: [congress],
  })
  const protectedNames = names.map(({ name }) => name)
  const parsed = await parseInWorker(bytes, { ...options, protectedNames })
  if (parsed.ok) return accept(parsed.value)
  const { code, zh, en } = parsed.refusal
  return refused(422, code, inTwo(zh, en))
}
