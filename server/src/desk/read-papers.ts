/**
 * Papers and records that wait for a person: to sign for, to answer, to enter, to announce, to look at, to read. One arm
 * for each, of those the person may do; all arms are one question to the database.
 */
import { isDay } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { may } from '@luoshi/domain/people/rights'
import type { DeskTask } from '../contract/desk.ts'
import { todayOf, type World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { arms } from './paper-arms.ts'

const most = 200

type Found = {
  arm: number
  id: string
  parent: string | null
  title: string
  appraisal: string | null
  about: string | null
  due: string | null
}

export type Paper = DeskTask & Readonly<{ appraisal: string | null }>

/** @param recused - Appraisals the person is recused from: nothing of them waits for the person. */
export async function readPapers(
  world: World,
  by: Principal,
  recused: readonly AppraisalId[],
): Promise<Paper[]> {
  const asked = arms.flatMap(({ command, kind, records, where }, arm) => {
    if (!may(by, command, by.unit)) return []
    // Voices are dealt with together: one line for all that wait in an appraisal.
    const together = kind === 'voices' ? '' : ', id'
    const without = may(by, command, by.unit, true)
      ? ''
      : 'and (appraisal is null or appraisal <> all($6))'
    return `select ${arm} as arm, min(id) as id, min(parent) as parent, min(title) as title, appraisal, min(due) as due
      from luoshi.record_view where congress = $1 and to_seq is null and kind in (${records})
        and ${where} ${without} group by appraisal${together}`
  })
  if (asked.length === 0) return []
  const rows = await world.db.rows<Found>(by.congress, {
    text: `with who as (select $2::text as unit, $3::text as account, $4::text as name, $5::date as today,
        $6::text[] as recused)
      select p.arm, p.id, p.parent, p.title, p.appraisal, p.due::text as due,
        coalesce(s.title, a.title) as about
      from (${asked.join(' union all ')}) p
      cross join who
      left join luoshi.appraisal_view a
        on a.congress = $1 and a.id = p.appraisal and a.to_seq is null
      left join luoshi.record_view s
        on s.congress = $1 and s.id = p.parent and s.kind = 'survey' and s.to_seq is null
      order by p.due nulls last, p.arm, p.id limit ${most}`,
    values: [by.congress, by.unit, by.account, by.name, todayOf(world), recused],
  })
  return rows.flatMap(({ arm, id, parent, title, appraisal, about, due }): Paper[] => {
    const one = arms[arm]
    if (!one) return []
    const { kind, label, leadsTo } = one
    const where = { appraisal, parent, record: id }[leadsTo ?? 'record'] ?? id
    const day = due !== null && isDay(due) ? due : null
    return [{ kind, id: where, label, title: about ?? title, due: day, appraisal }]
  })
}
