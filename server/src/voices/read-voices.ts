/** What the clerk sees of calls and voices. The text of a sealed one is not read, not even here. */
import { idOf, type AppraisalId, type Id } from '@luoshi/domain/kernel/ids'
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

type Kept<State> = { id: string; version: number; doc: Exclude<State, { status: 'none' }> }

type Which = Readonly<{ appraisal: AppraisalId }> | Readonly<{ id: string }>

const chosen = (which: Which) =>
  'id' in which ? ['r.id = $2', which.id] : ['r.appraisal = $2', which.appraisal]

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
  type Found = Kept<Voice> & { number: number; text: string | null; matter_number: number | null }
  const rows = await db.rows<Found>(by.congress, {
    text: `select r.id, r.version, r.number, r.doc, m.number as matter_number,
        case when r.status <> 'sealed' then t.text end as text
      from luoshi.record_view r
      left join luoshi.voice_text t on t.congress = r.congress and t.id = r.id
      left join luoshi.matter_view m on m.congress = r.congress and m.id = r.doc ->> 'matter' and m.to_seq is null
      where r.congress = $1 and r.kind = 'voice' and ${where} and r.to_seq is null
      order by r.number desc limit 1000`,
    values: [by.congress, value],
  })
  return accept(
    rows.map(({ id, version, number, doc, text, matter_number }) => {
      const matter = doc.status === 'takenOver' ? doc.matter : null
      return {
        id: idOf('voice', id),
        version,
        number,
        status: doc.status,
        receivedOn: doc.receivedOn,
        text,
        matter: matter === null ? null : { id: matter, number: matter_number ?? 0 },
        reply: doc.status === 'replied' ? doc.reply : null,
        remark: doc.remark?.remark ?? null,
      }
    }),
  )
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
