/**
 * What waits for administrators: acts that take two of them, files the scanner stopped, messages that did not get through;
 * and for the clerk what is sealed and not yet passed on. Sealed and secured things are counted here, never quoted.
 * Source: GB/T 22239-2019 8.1.5; issue 3 item 2; domain.md 9.1 (accusations are routed out, sealed).
 */
import { isDay } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { may } from '@luoshi/domain/people/rights'
import { guardedActs, secondPersons } from '@luoshi/domain/people/second-person'
import type { DeskTask } from '../contract/desk.ts'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'

export async function readAdminTasks(
  world: World,
  by: Principal,
  recused: readonly AppraisalId[],
): Promise<DeskTask[]> {
  const all = await Promise.all([
    approvals(world, by),
    heldFiles(world, by),
    undelivered(world, by),
    accusations(world, by, recused),
  ])
  return all.flat()
}

/** Only what others asked for: nobody approves what he asked for himself. */
async function approvals({ db, now }: World, by: Principal): Promise<DeskTask[]> {
  const kinds = guardedActs.filter((kind) => may(by, secondPersons[kind], null))
  if (kinds.length === 0) return []
  const rows = await db.rows<{ id: string; name: string; due: string }>(by.congress, {
    text: `select p.id, a.name, (p.ends_at at time zone 'Asia/Shanghai')::date::text as due
      from luoshi.pending_act p join luoshi.account a on a.congress = p.congress and a.id = p.asked_by
      where p.congress = $1 and p.outcome is null and p.ends_at > $2 and p.asked_by <> $3 and p.kind = any($4)
      order by p.ends_at limit 100`,
    values: [by.congress, now(), by.account, kinds],
  })
  return rows.map(({ id, name, due }) => {
    const label = { zh: '待您批准', en: 'Waits for your approval' }
    return { kind: 'approval', id, label, title: name, due: isDay(due) ? due : null }
  })
}

async function heldFiles({ db }: World, by: Principal): Promise<DeskTask[]> {
  if (!may(by, 'DecideQuarantine', null)) return []
  const n = await counted(
    db,
    by,
    `select count(*)::int as n from luoshi.handed_in where congress = $1 and state = 'held'`,
  )
  const label = { zh: `${n}个隔离的文件待处理`, en: `Files in quarantine: ${n}` }
  return n === 0 ? [] : [{ kind: 'quarantine', id: 'held', label, title: '', due: null }]
}

async function undelivered({ db }: World, by: Principal): Promise<DeskTask[]> {
  if (!may(by, 'RetryMessage', null)) return []
  const n = await counted(
    db,
    by,
    `select count(*)::int as n from luoshi.message where congress = $1 and status = 'dead'`,
  )
  const label = { zh: `${n}条站外提醒没有送达`, en: `Messages not delivered: ${n}` }
  return n === 0 ? [] : [{ kind: 'messages', id: 'undelivered', label, title: '', due: null }]
}

async function counted(db: World['db'], by: Principal, text: string): Promise<number> {
  const [row] = await db.rows<{ n: number }>(by.congress, { text, values: [by.congress] })
  return row?.n ?? 0
}

/** Noted and not yet passed on. What was erased has no body any more and waits for nobody. */
async function accusations(
  { db }: World,
  by: Principal,
  recused: readonly AppraisalId[],
): Promise<DeskTask[]> {
  if (!may(by, 'HandleAccusation', null)) return []
  const rows = await db.rows<{ about: string; title: string }>(by.congress, {
    text: `select s.about, a.title from luoshi.sealed_entry s
      join luoshi.appraisal_view a on a.congress = s.congress and a.id = s.about and a.to_seq is null
      where s.congress = $1 and starts_with(s.body, '{"type":"AccusationNoted"') and s.about <> all($2)
        and not exists (select from luoshi.sealed_entry t where t.congress = s.congress
          and t.envelope = s.envelope and starts_with(t.body, '{"type":"AccusationDiverted"'))
      group by s.about, a.title order by s.about limit 100`,
    values: [by.congress, recused],
  })
  return rows.map(({ about, title }) => {
    const label = { zh: '移送密封的举报线索', en: 'Pass a sealed accusation on' }
    return { kind: 'accusation', id: about, label, title, due: null }
  })
}
