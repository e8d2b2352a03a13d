/** The roll of a ballot, called by name: the members on the roster, without those recused from the appraisal. */
import type { Recused } from '@luoshi/domain/ballots/ballot'
import {
  explainRollRefusal,
  rollCounts,
  rollOf,
  type RollCounts,
  type RollLine,
  type RollTold,
} from '@luoshi/domain/ballots/ballot-roll'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Outcome, World } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { readRoster } from '../people/read-roster.ts'
import { recusedFrom } from '../people/recused-from.ts'

type Called = Readonly<{
  roll: readonly RollLine[]
  counts: Omit<RollCounts, 'recused'>
  recused: readonly Recused[]
}>

export async function callRoll(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
  told: readonly RollTold[],
): Outcome<Called> {
  const [roster, near, reasons] = await Promise.all([
    readRoster(world, by, { capacity: 'member' }),
    recusedFrom(world.db, by.congress, appraisal),
    reasonsOf(world, by, appraisal),
  ])
  const members = roster
    .filter(({ status }) => status !== 'left')
    .map(({ id: person, account, name }) => ({ person, account, name }))
  const recused = near.map((one) => ({
    ...one,
    reason: reasons.get(`${one.person}`) ?? reasons.get(`${one.account}`) ?? '已登记回避',
  }))
  const roll = rollOf(members, told, recused)
  if (!roll.ok) return refused(409, roll.refusal.code, explainRollRefusal(roll.refusal))
  const { members: all, present } = rollCounts(roll.value)
  return accept({
    roll: roll.value,
    counts: { members: all, present },
    recused: roll.value.flatMap(({ name, reason, isRecused }) =>
      isRecused ? [{ name, reason }] : [],
    ),
  })
}

/** Why somebody is recused, under his place on the roster and under his account. */
async function reasonsOf({ db }: World, { congress }: Principal, appraisal: AppraisalId) {
  const rows = await db.rows<{ parent: string | null; account: string | null; reason: string }>(
    congress,
    {
      text: `select parent, doc ->> 'account' as account, doc ->> 'reason' as reason
        from luoshi.record_view where congress = $1 and kind = 'recusal' and appraisal = $2
          and status = 'standing' and to_seq is null`,
      values: [congress, appraisal],
    },
  )
  return new Map<string, string>(
    rows.flatMap(({ parent, account, reason }) =>
      [parent, account].flatMap((id) => (id === null ? [] : [[id, reason] as const])),
    ),
  )
}
