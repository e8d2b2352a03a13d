/** Accusations as the clerk's list shows them: where they went and what came back, without a word of them. */
import type { Envelope, Reading } from '@luoshi/domain/inquiries/envelope'
import { isId, type AppraisalId, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import type { AccusationRow } from '../contract/sealed.ts'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { accountNames } from '../people/account-names.ts'
import { envelopesAbout, loadEnvelope, type LoadedEnvelope } from './envelopes.ts'

export type Named = Readonly<{ name: string; on: Reading['on'] }>

type Accusation = Extract<
  Envelope,
  Readonly<{ status: 'noted' | 'diverted' | 'answered' | 'passedOn' | 'erased' }>
>

export type Outcome = LoadedEnvelope & Readonly<{ state: Extract<Envelope, { status: 'outcome' }> }>

/** An accusation with the appraisal it was heard in; null for any other envelope. */
export async function accusationOf(
  { db }: World,
  congress: CongressId,
  id: Id<'envelope'>,
): Promise<(LoadedEnvelope & Readonly<{ state: Accusation; appraisal: AppraisalId }>) | null> {
  const { state, version } = await loadEnvelope(db, congress, id)
  if (!isAccusation(state)) return null
  const appraisal = await aboutOf({ db }, congress, id)
  return appraisal === null ? null : { id, state, version, appraisal }
}

/** Also of one that was erased: whose envelope it was in stays. Null where it is about something else. */
async function aboutOf({ db }: Pick<World, 'db'>, congress: CongressId, id: Id<'envelope'>) {
  const [row] = await db.rows<{ about: string }>(congress, {
    text: 'select about from luoshi.sealed_entry where congress = $1 and envelope = $2 limit 1',
    values: [congress, id],
  })
  return row && isId('appraisal', row.about) ? row.about : null
}

/** What was reported back about voices that were passed on, by the envelope it is about. */
export async function outcomesAbout(
  { db }: World,
  congress: CongressId,
  appraisal: AppraisalId,
): Promise<ReadonlyMap<string, Outcome>> {
  const found = await envelopesAbout(db, congress, appraisal)
  return new Map(
    found.flatMap(({ id, version, state }) =>
      state.status === 'outcome' ? [[state.of, { id, version, state }] as const] : [],
    ),
  )
}

export async function accusationRows(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
): Promise<AccusationRow[]> {
  const found = await envelopesAbout(world.db, by.congress, appraisal)
  const outcomes = await outcomesAbout(world, by.congress, appraisal)
  const rows: AccusationRow[] = []
  for (const { id, version, state } of found) {
    if (!isAccusation(state)) continue
    const heard = outcomes.get(id)?.state ?? null
    const answered = state.status === 'answered' ? state : null
    const way = 'route' in state ? state : null
    rows.push({
      id,
      version,
      status: state.status,
      notedOn: state.status === 'erased' ? null : state.notedOn,
      route: way?.route ?? null,
      reference: way?.reference ?? null,
      divertedOn: way?.divertedOn ?? null,
      outcome: answered?.outcome ?? heard?.outcome ?? null,
      answeredOn: answered?.answeredOn ?? heard?.on ?? null,
      erasedOn: state.status === 'erased' ? state.on : null,
      readings: await readingsOf(world, by, state),
    })
  }
  return rows
}

function isAccusation(state: Envelope): state is Accusation {
  switch (state.status) {
    case 'noted':
    case 'diverted':
    case 'answered':
    case 'passedOn':
    case 'erased':
      return true
    case 'none':
    case 'source':
    case 'replied':
    case 'outcome':
      return false
  }
}

export async function readingsOf({ db }: World, by: Principal, state: Envelope): Promise<Named[]> {
  if (state.status === 'none') return []
  const { readings } = state
  const names = await accountNames(
    db,
    by.congress,
    readings.map((one) => one.by),
  )
  return readings.map((one) => ({ name: names.get(one.by) ?? '', on: one.on }))
}
