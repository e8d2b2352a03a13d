/** The bytes of a document that was brought in, for those who may import. */
import type { ImportId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { mayGive, type Asked, type Outcome, type World } from '../execute/context.ts'
import { loadImport } from '../execute/load.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Uploaded } from '../http/uploaded.ts'
import { refusedByImport } from './refused-by-import.ts'

export async function originalOf(world: World, asked: Asked, id: ImportId): Outcome<Uploaded> {
  if (!mayGive(asked, 'ImportDocument')) return forbidden()
  const { state } = await loadImport(world.db, asked.by.congress, id)
  if (state.status === 'none') return notFound()
  const bytes = await world.files.read(state.sha256)
  return bytes ? accept({ bytes, fileName: state.fileName }) : notFound()
}

/** What was confirmed is on record as it was then; its draft stays as it was confirmed. */
export async function stillOpen(world: World, asked: Asked, id: ImportId): Outcome<true> {
  if (!mayGive(asked, 'ImportDocument')) return forbidden()
  const { state } = await loadImport(world.db, asked.by.congress, id)
  if (state.status === 'received') return accept(true)
  return state.status === 'none'
    ? notFound()
    : refusedByImport({ code: 'import-not-open', actual: state.status })
}

/** The same, of a document that is not confirmed yet. */
export async function openOriginal(world: World, asked: Asked, id: ImportId): Outcome<Uploaded> {
  const open = await stillOpen(world, asked, id)
  return open.ok ? originalOf(world, asked, id) : open
}
