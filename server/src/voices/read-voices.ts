/** What the clerk sees of calls and voices. The text of a sealed one is not read, not even here. */
import { idOf, type AppraisalId, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Call } from '@luoshi/domain/opinions/call'
import type { Voice } from '@luoshi/domain/opinions/voice'
import { may } from '@luoshi/domain/people/rights'
import type { CallRow, VoiceRow } from '../contract/voices.ts'
import type { Outcome, World } from '../execute/context.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { recusalObstacle } from '../people/recused-from.ts'
import { howSettled, settlementsOf } from './settlements.ts'

type Kept<State> = { id: string; version: number; doc: Exclude<State, { status: 'none' }> }

type Which =
  | Readonly<{ appraisal: AppraisalId }>
  | Readonly<{ id: string }>
  /** Of one survey; `appraisal` is its own. */
  | Readonly<{ survey: Id<'survey'>; appraisal: AppraisalId }>

/** Free texts of a survey can be many. */
const most = { usual: 1000, survey: 10_000 } as const

function chosen(which: Which): readonly [string, string] {
  if ('id' in which) return ['r.id = $2', which.id]
  if ('survey' in which) return ["r.doc ->> 'call' = $2", which.survey]
  return ['r.appraisal = $2', which.appraisal]
}

export async function readCalls(
  { db }: World,
  by: Principal,
  which: Which,
): Outcome<readonly CallRow[]> {
  // The committee's side: the public has the page itself.
  if (scopeOf(by).sees !== 'all') return forbidden()
  const [where, value] = chosen(which)
  const rows = await db.rows<Kept<Call>>(by.congress, {
    text: `select r.id, r.version, r.doc from luoshi.record_view r
      where r.congress = $1 and r.kind = 'call' and ${where} and r.to_seq is null
      order by r.on_day desc, r.id desc`,
    values: [by.congress, value],
  })
  return accept(
    rows.map(({ id, version, doc }) => {
      const { appraisal, status, notice, openedOn, until } = doc
      const call = idOf('call', id)
      const path = `/voice/${by.congress}/${id}`
      return { id: call, version, appraisal, status, notice, openedOn, until, path }
    }),
  )
}

export async function readVoices(
  { db }: World,
  by: Principal,
  which: Which,
): Outcome<readonly VoiceRow[]> {
  if (!may(by, 'ReadVoices', null)) return forbidden()
  if ('appraisal' in which) {
    const on = { unit: null, appraisal: which.appraisal }
    const barred = await recusalObstacle({ db }, by, 'ReadVoices', on)
    if (!barred.ok) return barred
  }
  const [where, value] = chosen(which)
  type Found = Kept<Voice> & { number: number; matter_number: number | null }
  const rows = await db.rows<Found>(by.congress, {
    text: `select r.id, r.version, r.number, r.doc, m.number as matter_number
      from luoshi.record_view r
      left join luoshi.matter_view m on m.congress = r.congress and m.id = r.doc ->> 'matter' and m.to_seq is null
      where r.congress = $1 and r.kind = 'voice' and ${where} and r.to_seq is null
      order by r.number desc limit $3`,
    values: [by.congress, value, 'survey' in which ? most.survey : most.usual],
  })
  const settled = await settlementsOf(
    db,
    by.congress,
    rows.map(({ doc }) => doc),
  )
  const shown = rows.map((row) => ({ row, ...howSettled(row.doc, settled) }))
  // The text of an accusation is not even read.
  const open = shown.flatMap(({ row, status }) => (status === 'sealed' ? [] : [row.id]))
  const texts = await textsOf(db, by.congress, open)
  return accept(
    shown.map(({ row: { id, version, number, doc, matter_number }, status, reply }) => {
      const matter = doc.status === 'takenOver' ? doc.matter : null
      return {
        id: idOf('voice', id),
        version,
        number,
        status,
        receivedOn: doc.receivedOn,
        text: texts.get(id) ?? null,
        matter: matter === null ? null : { id: matter, number: matter_number ?? 0 },
        reply,
        remark: doc.remark?.remark ?? null,
        erasedOn: doc.erasedOn ?? null,
      }
    }),
  )
}

async function textsOf(
  db: World['db'],
  congress: CongressId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ id: string; text: string }>(congress, {
    text: 'select id, text from luoshi.voice_text where congress = $1 and id = any($2)',
    values: [congress, ids],
  })
  return new Map(rows.map(({ id, text }) => [id, text]))
}

export async function readVoice(world: World, by: Principal, id: Id<'voice'>): Outcome<VoiceRow> {
  const found = await readVoices(world, by, { id })
  if (!found.ok) return found
  const [row] = found.value
  return row ? accept(row) : notFound()
}

export async function readCall(world: World, by: Principal, id: Id<'call'>): Outcome<CallRow> {
  const found = await readCalls(world, by, { id })
  if (!found.ok) return found
  const [row] = found.value
  return row ? accept(row) : notFound()
}
