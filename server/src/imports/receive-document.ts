/** A document comes in: read first, so that nothing unreadable is kept; then its bytes, then the record of it. */
import { importDecider } from '@luoshi/domain/imports/import'
import type { ImportId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Parsed } from '@luoshi/papers/parse'
import { sightInWorker } from '@luoshi/papers/parse-in-worker'
import { commit, write } from '../execute/commit.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { forbidden } from '../execute/refused.ts'
import { refusedByImport } from './refused-by-import.ts'
import { importRow } from './import-view-row.ts'
import { readDocument } from './read-document.ts'
import { saveParsed } from './import-draft.ts'
import { mappedByItself, withLearned } from './learned-mapping.ts'

export type ReceiveAsked = Asked & Readonly<{ bytes: Uint8Array; fileName: string }>

export type Received = {
  import: ImportId
  parsed: Parsed
  /** A sheet whose columns nobody has mapped yet: the clerk is asked first. */
  toMap: boolean
}

export async function receiveDocument(world: World, asked: ReceiveAsked): Outcome<Received> {
  if (!mayGive(asked, 'ImportDocument')) return forbidden()
  const { bytes, fileName } = asked
  const { congress } = asked.by
  const asProposed = await readDocument(world.db, congress, bytes, {
    fileName,
    acceptedRepairs: [],
  })
  if (!asProposed.ok) return asProposed
  const mapping = asProposed.value.sheetRows ? await learnedFor(world, asked) : null
  const options = { fileName, acceptedRepairs: [] }
  const parsed = mapping
    ? await readDocument(world.db, congress, bytes, { ...options, mapping })
    : asProposed
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
  const known = mapping ? { mapping } : {}
  const draft = { parsed: parsed.value, accepted: [], at: world.now(), ...known }
  await saveParsed(world.db, congress, id, draft)
  const done = await commit(world, asked, [write(id, 0, ruling.value, importRow(after))])
  if (!done.ok) return done
  const toMap = parsed.value.sheetRows !== undefined && !mapping
  return accept({ import: id, parsed: parsed.value, toMap })
}

async function learnedFor(world: World, { by, bytes }: ReceiveAsked) {
  const sight = await sightInWorker(bytes)
  return sight.ok ? mappedByItself(await withLearned(world, by.congress, sight.value.sheets)) : null
}
