/** Recording and lifting a recusal, and reading those of an appraisal. */
import { idOf, type AccountId, type AppraisalId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Approval } from '@luoshi/domain/people/approval'
import {
  explainRecusal,
  liftRecusal as decideLift,
  recordRecusal as decideRecord,
  type Recusal,
  type RecusalGround,
  type RecusalRefusal,
} from '@luoshi/domain/people/recusal'
import { maySee } from '@luoshi/domain/people/may-see'
import type { RecusalRow } from '../contract/recusals.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { loadAppraisal } from '../execute/load.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound, refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { accountNames } from './account-names.ts'
import { personKind } from './person-kind.ts'
import { recusalKind } from './recusal-kind.ts'
import { recusalObstacle, recusedFrom } from './recused-from.ts'

function refusedByRecusal(refusal: RecusalRefusal) {
  return refused(409, refusal.code, explainRecusal(refusal))
}

type Recording = Asked &
  Readonly<{
    appraisal: AppraisalId
    person: Id<'person'> | null
    account: AccountId | null
    ground: RecusalGround
    reason: string
    approval: Approval
  }>

export async function recordRecusal(
  world: World,
  asked: Recording,
): Outcome<RecordDone<'recusal'>> {
  if (!mayGive(asked, 'RecordRecusal')) return forbidden()
  const { by, appraisal } = asked
  const { state } = await loadAppraisal(world.db, by.congress, appraisal)
  if (state.status === 'none') return notFound()
  const barred = await recusalObstacle(world, by, 'RecordRecusal', { unit: null, appraisal })
  if (!barred.ok) return barred
  const name = await nameOf(world, asked)
  if (name === null) return refusedByRecusal({ code: 'recusal-of-nobody' })
  const standing = await recusedFrom(world.db, by.congress, appraisal)
  return takeRecordStep(world, recusalKind, {
    by,
    key: asked.key,
    command: 'RecordRecusal',
    id: newId('recusal'),
    version: 0,
    decide: () => {
      const ruling = decideRecord({ ...asked, name, today: todayOf(world) }, standing)
      return ruling.ok ? ruling : refusedByRecusal(ruling.refusal)
    },
  })
}

/** The name on the roster, else that of the account; null when neither is there. */
async function nameOf(
  { db }: World,
  { by, person, account }: Pick<Recording, 'by' | 'person' | 'account'>,
): Promise<string | null> {
  if (person !== null) {
    const { state } = await personKind.load(db, by.congress, person)
    return state.status === 'none' ? null : state.name
  }
  if (account === null) return null
  return (await accountNames(db, by.congress, [account])).get(account) ?? null
}

type Lifting = Asked & Readonly<{ recusal: Id<'recusal'>; version: number; approval: Approval }>

export function liftRecusal(world: World, asked: Lifting): Outcome<RecordDone<'recusal'>> {
  return takeRecordStep(world, recusalKind, {
    by: asked.by,
    key: asked.key,
    command: 'LiftRecusal',
    id: asked.recusal,
    version: asked.version,
    decide: (state) => {
      const ruling = decideLift(state, asked.approval, todayOf(world))
      return ruling.ok ? ruling : refusedByRecusal(ruling.refusal)
    },
  })
}

/** For the committee's side: those who answer need not know who of it is related to whom. */
export async function readRecusals(
  { db }: World,
  by: Principal,
  appraisal: AppraisalId,
): Outcome<readonly RecusalRow[]> {
  if (!maySee(by, null)) return forbidden()
  const rows = await db.rows<{ id: string }>(by.congress, {
    text: `select id from luoshi.record_view where congress = $1 and appraisal = $2
      and kind = 'recusal' and to_seq is null order by on_day, id`,
    values: [by.congress, appraisal],
  })
  const shown: RecusalRow[] = []
  for (const { id } of rows) {
    const recusal = idOf('recusal', id)
    const { state, version } = await recusalKind.load(db, by.congress, recusal)
    if (state.status !== 'none') shown.push(rowOf(recusal, version, state))
  }
  return accept(shown)
}

type Known = Exclude<Recusal, Readonly<{ status: 'none' }>>

function rowOf(id: Id<'recusal'>, version: number, recusal: Known): RecusalRow {
  const { status, appraisal, person, account, name, ground, reason, on, approval } = recusal
  const liftedOn = recusal.status === 'lifted' ? recusal.liftedOn : null
  const facts = { id, version, status, appraisal, person, account, name, ground, reason }
  return { ...facts, on, approval, liftedOn }
}
