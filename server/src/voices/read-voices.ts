/** What the clerk sees of calls and voices. The text of a sealed one is not read, not even here. */
import { idOf, isId, type AppraisalId, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Call } from '@luoshi/domain/opinions/call'
import type { Voice } from '@luoshi/domain/opinions/voice'
import { may } from '@luoshi/domain/people/rights'
import { maskPersonal } from '@luoshi/domain/surveys/texts/mask-personal'
import type { CallRow, VoiceRow } from '../contract/voices.ts'
import type { Outcome, World } from '../execute/context.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { cursorNotUnderstood } from '../matters/cursor-refusal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { recusalObstacle } from '../people/recused-from.ts'
import { howSettled, settlementsOf } from './settlements.ts'

type Kept<State> = { id: string; version: number; doc: Exclude<State, { status: 'none' }> }

type Which =
  /** `below`: a number of a voice, which is not among them. */
  | Readonly<{ appraisal: AppraisalId; below?: number; limit?: number }>
  | Readonly<{ id: string }>
  /** Of one survey; `appraisal` is its own. */
  | Readonly<{ survey: Id<'survey'>; appraisal: AppraisalId }>

/** Free texts of a survey can be many, and are grouped together. */
const most = { usual: 100, survey: 10_000 } as const

function chosen(which: Which): readonly [string, string] {
  if ('id' in which) return ['r.id = $2', which.id]
  if ('survey' in which) return ["r.doc ->> 'call' = $2", which.survey]
  return ['r.appraisal = $2', which.appraisal]
}

function pageOf(which: Which): readonly [number | null, number] {
  if ('survey' in which) return [null, most.survey]
  return 'id' in which ? [null, 1] : [which.below ?? null, which.limit ?? most.usual]
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
        and ($3::int is null or r.number < $3)
      order by r.number desc limit $4`,
    values: [by.congress, value, ...pageOf(which)],
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
        text: shownText(texts.get(id) ?? null, doc.call, which),
        matter: matter === null ? null : { id: matter, number: matter_number ?? 0 },
        reply,
        remark: doc.remark?.remark ?? null,
        erasedOn: doc.erasedOn ?? null,
      }
    }),
  )
}

/**
 * What was written in a survey is without numbers by which somebody is found, wherever it is listed; the survey's own page
 * masks it itself, and says what it took out.
 */
function shownText(text: string | null, call: string, which: Which): string | null {
  if (text === null || 'survey' in which || !isId('survey', call)) return text
  return maskPersonal(text).text
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

type Asked = Readonly<{ appraisal: AppraisalId; after?: string | undefined; limit: number }>

type Page = { rows: VoiceRow[]; total: { count: number; exact: boolean }; next: string | null }

/** Page by page, by the numbers that the voices of an appraisal carry. */
export async function listVoices(world: World, by: Principal, asked: Asked): Outcome<Page> {
  const { appraisal, after, limit } = asked
  if (after !== undefined && !/^\d{1,9}$/.test(after)) return cursorNotUnderstood()
  const below = after === undefined ? {} : { below: Number(after) }
  const found = await readVoices(world, by, { appraisal, ...below, limit: limit + 1 })
  if (!found.ok) return found
  const [total] = await world.db.rows<{ n: number }>(by.congress, {
    text: `select count(*)::int as n from luoshi.record_view
      where congress = $1 and kind = 'voice' and appraisal = $2 and to_seq is null`,
    values: [by.congress, appraisal],
  })
  const rows = found.value.slice(0, limit)
  const next = found.value.length > limit ? String(rows.at(-1)?.number) : null
  return accept({ rows, total: { count: total?.n ?? 0, exact: true }, next })
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
