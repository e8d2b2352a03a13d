/**
 * A ledger that is written by hand, row by row: matters in any state on any day, far faster than the rules would let
 * them get there. For laws about who reads these rows, not about how they came to be.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { MatterStatus } from '@luoshi/domain/matters/matter'
import type { ChaseLevel } from '@luoshi/domain/supervision/chase'
import type { Pool } from 'pg'

export type QuickMatter = Readonly<{
  id: string
  status: MatterStatus
  unit: string
  due: Day
  planDue: Day
  acted: Day
  chase: Readonly<{ on: Day; level: ChaseLevel }> | null
}>

export type QuickLedger = Readonly<{
  /** As one commit of one event. */
  put: (matter: QuickMatter) => Promise<void>
  account: (id: string, role: 'clerk' | 'unitStaff', unit: string | null) => Promise<void>
}>

const at = '2026-01-01T00:00:00.000Z'

export async function quickLedger(
  owner: Pool,
  congress: CongressId,
  appraisal: string,
  units: readonly string[],
): Promise<QuickLedger> {
  let seq = 0
  const versions = new Map<string, number>()
  await owner.query(
    `insert into luoshi.congress values ($1, '测试县人大常委会', '测试县', false, $2)`,
    [congress, at],
  )
  await owner.query(`insert into luoshi.ledger_head values ($1, 0, '')`, [congress])
  await owner.query(`insert into luoshi.matter_count values ($1, $2, '', 'closed', 1)`, [
    congress,
    appraisal,
  ])
  for (const unit of units)
    await owner.query(
      `insert into luoshi.unit_view values ($1, $2, 0, null, 1, null, $2, 'active', null, '{}')`,
      [congress, unit],
    )
  return {
    put: async ({ id, status, unit, due, planDue, acted, chase }) => {
      seq += 1
      const version = (versions.get(id) ?? 0) + 1
      versions.set(id, version)
      const chases = chase ? [{ ...chase, text: '' }] : []
      const doc = { handOver: { signedOn: acted }, rounds: [], chases }
      await owner.query(
        `update luoshi.matter_view set to_seq = $2
          where congress = $1 and id = $3 and to_seq is null`,
        [congress, seq, id],
      )
      await owner.query(
        `with logged as (insert into luoshi.event
            values ($1, $2::bigint, $3, $4, 'T', 'c' || $2::bigint, 'a', '${at}', '{}', null, '', '')),
          headed as (update luoshi.ledger_head set seq = $2::bigint where congress = $1)
          insert into luoshi.matter_view values ($1, $3, $2::bigint, null, $4, $11, $5, 'opinion_1', $6, 1,
            $7, null, '事项', $8, $9, 'during', false, '2026-01-01', '${at}', '', '{}', $10)`,
        [
          congress,
          seq,
          id,
          version,
          appraisal,
          status,
          unit,
          due,
          planDue,
          doc,
          Number(id.slice(-5)),
        ],
      )
      await owner.query(`delete from luoshi.matter_count where congress = $1 and unit <> ''`, [
        congress,
      ])
      await owner.query(
        `insert into luoshi.matter_count select congress, appraisal, unit, status, count(*)
          from luoshi.matter_view where congress = $1 and to_seq is null group by 1, 2, 3, 4`,
        [congress],
      )
    },
    account: async (id, role, unit) => {
      await owner.query(
        `insert into luoshi.account (id, congress, login, name, roles, unit, status, password_hash, created_at)
          values ($1, $2, $1, $1, array[$3], $4, 'active', 'x', '${at}')
          on conflict (id) do update set unit = excluded.unit`,
        [id, congress, role, unit],
      )
    },
  }
}
