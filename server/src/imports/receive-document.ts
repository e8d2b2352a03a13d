/** A document comes in: read first, so that nothing unreadable is kept; then its bytes, then the record of it. */
import { importDecider } from '@luoshi/domain/imports/import'
import type { ImportId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Parsed } from '@luoshi/papers/parse'
import { commit, write } from '../execute/commit.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { forbidden } from '../execute/refused.ts'
import { refusedByImport } from './refused-by-import.ts'
import { importRow } from './import-view-row.ts'
import { readDocument } from './read-document.ts'
import { saveParsed } from './import-draft.ts'

export type ReceiveAsked = Asked & Readonly<{ bytes: Uint8Array; fileName: string }>

export type Received = { import: ImportId; parsed: Parsed }

export async function receiveDocument(world: World, asked: ReceiveAsked): Outcome<Received> {
  if (!mayGive(asked, 'ImportDocument')) return forbidden()
  const { bytes, fileName } = asked
  const { congress } = asked.by
  const parsed = await readDocument(world.db, congress, bytes, { fileName, acceptedRepairs: [] })
  if (!parsed.ok) return parsed
  const { sha256, size } = await world.files.keep(bytes)
  const id = newId('import')
  const command = {
    type: 'ReceiveDocument',
    fileName,
    sha256,
    size,
    today: todayOf(world),
  } as const
  const ruling = importDecider.decide(importDecider.initial, command)
  if (!ruling.ok) return refusedByImport(ruling.refusal)
  const after = ruling.value.reduce(importDecider.evolve, importDecider.initial)
  // The draft goes first: a draft that nobody finds is harmless, a record without its draft is not.
  const draft = { parsed: parsed.value, accepted: [], at: world.now() }
  await saveParsed(world.db, congress, id, draft)
  const done = await commit(world, asked, [write(id, 0, ruling.value, importRow(after))])
  return done.ok ? accept({ import: id, parsed: parsed.value }) : done
}
