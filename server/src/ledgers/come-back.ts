/**
 * An exported ledger that came back is kept as it was, compared anew whenever it is looked at, and applied cell by cell
 * as a person chooses: each change by the ordinary step, with that person's own rights.
 */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Comeback } from '@luoshi/domain/ledgers/comeback'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { listRecords, takeRecordStep } from '../execute/record.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { comebackKind } from './comeback-kind.ts'
import { compareFile, type Compared } from './preview-ledger.ts'

export type ComebackId = Id<'comeback'>
export type Back = Exclude<Comeback, { status: 'none' }>

export type FoundComeback = Readonly<{
  id: ComebackId
  version: number
  state: Back
  compared: Compared
}>

/** Read and compared before it is kept: nothing unreadable, forged or foreign is. */
export async function bringBack(
  world: World,
  asked: Asked & Readonly<{ bytes: Uint8Array; fileName: string }>,
): Outcome<ComebackId> {
  const { by, key, bytes, fileName } = asked
  const compared = await compareFile(world, asked)
  if (!compared.ok) return compared
  const { sha256, size } = await world.files.keep(bytes)
  const unit = sideOf(by)
  const done = await takeRecordStep(world, comebackKind, {
    by,
    key,
    command: 'BringLedgerBack',
    id: newId('comeback'),
    version: 0,
    unitOf: () => by.unit,
    decide: () =>
      accept([
        { type: 'LedgerCameBack', sha256, size, unit, on: todayOf(world), words: { fileName } },
      ]),
  })
  return done.ok ? accept(done.value.id) : done
}

/** The committee's sheets are the committee's; a unit sees its own. */
function sideOf(by: Principal) {
  return by.roles.includes('clerk') ? null : by.unit
}

function isTheirs(by: Principal, { unit }: Pick<Back, 'unit'>): boolean {
  return by.roles.includes('clerk') || (unit !== null && unit === by.unit)
}

export async function findComeback(
  world: World,
  asked: Asked & Readonly<{ id: ComebackId }>,
): Outcome<FoundComeback> {
  const { by, id } = asked
  if (!mayGive(asked, 'BringLedgerBack', by.unit)) return forbidden()
  const { state, version } = await comebackKind.load(world.db, by.congress, id)
  if (state.status === 'none' || !isTheirs(by, state)) return notFound()
  const bytes = await world.files.read(state.sha256)
  if (!bytes) return notFound()
  const compared = await compareFile(world, { ...asked, bytes })
  return compared.ok ? accept({ id, version, state, compared: compared.value }) : compared
}

/** Newest first; a unit's people see those of their unit. */
export async function listComebacks(
  world: World,
  asked: Asked,
): Outcome<{ rows: (Back & { id: ComebackId })[] }> {
  const { by } = asked
  if (!mayGive(asked, 'BringLedgerBack', by.unit)) return forbidden()
  const found = await listRecords(world.db, by.congress, 'comeback', {}, 100)
  const ids = found.map(({ id }) => idOf('comeback', id))
  const loaded = await Promise.all(
    ids.map(async (id) => ({ id, ...(await comebackKind.load(world.db, by.congress, id)) })),
  )
  const rows = loaded.flatMap(({ id, state }) =>
    state.status === 'none' || !isTheirs(by, state) ? [] : [{ ...state, id }],
  )
  return accept({ rows })
}
