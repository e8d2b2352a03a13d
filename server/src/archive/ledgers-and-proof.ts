/** The ledgers of an appraisal as workbooks, and the proof of the whole ledger without anybody's words. */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppraisalId, CongressId } from '@luoshi/domain/kernel/ids'
import { layoutKeys, layouts, type LayoutKey } from '@luoshi/domain/ledgers/layouts'
import { exportProof } from '@luoshi/ledger/proof/export-proof'
import type { SigningKey } from '@luoshi/ledger/proof/signing-key'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { exportLedger } from '../ledgers/export-ledger.ts'
import { archiveNames } from './archive-words.ts'

type Put = (name: string, pieces: Uint8Array | AsyncIterable<Uint8Array>) => Promise<void>

export type LedgerItem = Readonly<{ layout: LayoutKey; title: string }>

export const ledgerItems: readonly LedgerItem[] = layoutKeys.map((layout) => ({
  layout,
  title: layouts[layout].name,
}))

export async function addLedgers(
  world: World,
  { by, appraisal }: Readonly<{ by: Principal; appraisal: AppraisalId }>,
  { layout, title }: LedgerItem,
  put: Put,
): Promise<void> {
  const made = await exportLedger(world, { by, filter: { appraisal }, layout })
  if (!made.ok) throw new Error(`The form ${layout} is one of ours, and was refused`)
  await put(`${archiveNames.ledgers}/${title}.xlsx`, made.value.pieces)
}

/** Words of other appraisals, and of people, are no business of this file: facts name nobody and are proof enough. */
export async function addProof(
  { db, now }: World,
  congress: CongressId,
  key: SigningKey,
  put: Put,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-archive-proof-'))
  try {
    const file = join(folder, 'proof.jsonl.gz')
    await exportProof(db.pool, { congress, key, at: now(), withhold: () => true }, file)
    await put(archiveNames.proof, createReadStream(file))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
