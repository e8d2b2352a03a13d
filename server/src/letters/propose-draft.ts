/**
 * A first draft of an opinion letter, made of what is on record: achievements of the self-check, every matter that waits
 * to be handed over, the result of the ballot, recipients and time limits by the rule book. The clerk writes on from it.
 */
import {
  idOf,
  type AppraisalId,
  type MatterId,
  type OfficialId,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import { announcementOf } from '@luoshi/domain/ballots/announcement'
import { accept } from '@luoshi/domain/kernel/result'
import type { LetterId, LetterItem } from '@luoshi/domain/letters/letter'
import type { Ballot } from '@luoshi/domain/ballots/ballot'
import { copyReceiverName } from '@luoshi/domain/letters/copy-receivers'
import type { CopyReceiver } from '@luoshi/domain/rule-books/rule-book'
import { mattersIn } from '@luoshi/domain/letters/whole-appraisal'
import { selfCheckKind } from '../appraisals/campaign-records.ts'
import { selfCheckOf } from '../appraisals/self-check-commands.ts'
import type { AnswerOf } from '../contract/kit.ts'
import type { getLetterDraft } from '../contract/letters.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { loadAppraisal } from '../execute/load.ts'
import { countyName } from '../ledgers/congress-name.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import { lettersOf } from './appraisal-seen.ts'
import { letterLimits } from './letter-limits.ts'
import { unitNames } from './read-letters.ts'

type Proposal = AnswerOf<typeof getLetterDraft>

export async function proposeDraft(
  world: World,
  asked: Asked & Readonly<{ appraisal: AppraisalId; replaces: LetterId | null }>,
): Outcome<Proposal> {
  if (!mayGive(asked, 'DraftLetter')) return forbidden()
  const { by, appraisal: id, replaces } = asked
  const { state: appraisal } = await loadAppraisal(world.db, by.congress, id)
  if (appraisal.status === 'none') return notFound()
  const [letters, names, book, limits] = await Promise.all([
    lettersOf(world.db, by.congress, id),
    unitNames(world, by),
    world.policies.ruleBookOf(by.congress, id),
    letterLimits(world, by.congress, id, todayOf(world)),
  ])
  const held = new Set(mattersIn(letters.map(({ letter }) => letter)))
  const waiting = (await waitingMatters(world, asked)).filter((one) => !held.has(one.id))
  const before = letters.find((one) => one.id === replaces)?.letter ?? null
  const officials = await onlyOfficials(world, asked)
  const seat = (unit: UnitId) =>
    unit === appraisal.unit ? appraisal.official : (officials.get(unit) ?? null)
  const items = waiting.map(({ id: matter, title, text, unit }): LetterItem => {
    const kept = before?.items.find((one) => one.matter === matter)
    if (kept) return kept
    const answering = unit ?? appraisal.unit
    const problem = text.includes(title) ? text : `${title}。${text}`
    return { matter, unit: answering, official: seat(answering), problem, request: '' }
  })
  const receivers = book.settings.resultCopies.value
  const copies = before?.copies ?? copiesOf(receivers, await countyName(world.db, by.congress))
  const units = [...new Set([appraisal.unit, ...items.map(({ unit }) => unit)])]
  return accept({
    content: {
      overall: before?.overall ?? '',
      achievements: before?.achievements ?? (await achievementsOf(world, asked)),
      suggestions: before?.suggestions ?? '',
      ballot: before?.ballot ?? (await ballotOf(world, asked)),
      items,
      to: units.map((unit) => names.get(unit) ?? '').filter((name) => name !== ''),
      copies: [...copies],
    },
    matters: waiting.map(({ id: matter, number, title, status }) => {
      return { id: matter, number, title, status }
    }),
    limits,
  })
}

/** The appraised unit is addressed, so it gets no copy beside. */
function copiesOf(receivers: readonly CopyReceiver[], county: string): readonly string[] {
  return receivers.flatMap((one) => (one === 'unit' ? [] : [copyReceiverName(one, county)]))
}

type OfAppraisal = Asked & Readonly<{ appraisal: AppraisalId }>

type Waiting = Readonly<{
  id: MatterId
  number: number
  title: string
  text: string
  status: string
  unit: UnitId | null
}>

async function waitingMatters({ db }: World, { by, appraisal }: OfAppraisal) {
  const rows = await db.rows<{
    id: string
    number: number
    title: string
    text: string | null
    status: string
    unit: string | null
  }>(by.congress, {
    text: `select id, number, title, doc ->> 'text' as text, status, unit from luoshi.matter_view
      where congress = $1 and appraisal = $2 and to_seq is null and status in ('drafted', 'approved')
      order by number limit 200`,
    values: [by.congress, appraisal],
  })
  return rows.map(({ id, unit, text, ...row }): Waiting => ({
    ...row,
    id: idOf('matter', id),
    text: text ?? '',
    unit: unit === null ? null : idOf('unit', unit),
  }))
}

/** Units with one official in post: then there is nothing to choose. */
async function onlyOfficials({ db }: World, { by }: OfAppraisal) {
  const rows = await db.rows<{ unit: string; official: string }>(by.congress, {
    text: `select unit, min(id) as official from luoshi.official_view
      where congress = $1 and to_seq is null and status = 'inPost' group by unit having count(*) = 1`,
    values: [by.congress],
  })
  return new Map<UnitId, OfficialId>(
    rows.map(({ unit, official }) => [idOf('unit', unit), idOf('official', official)]),
  )
}

async function achievementsOf({ db }: World, { by, appraisal }: OfAppraisal): Promise<string> {
  const { state } = await selfCheckKind.load(db, by.congress, selfCheckOf(appraisal))
  if (state.status === 'none') return ''
  return state.achievements.map(({ text }, at) => `${at + 1}.${text}`).join('\n')
}

/** What was announced of the ballot on the official or the unit, as it is announced: counts and grade, without the reckoning. */
async function ballotOf({ db }: World, { by, appraisal }: OfAppraisal): Promise<string> {
  const rows = await db.rows<{ doc: Ballot; official: string | null }>(by.congress, {
    text: `select r.doc, o.name as official from luoshi.record_view r
      left join luoshi.appraisal_view a
        on a.congress = r.congress and a.id = r.appraisal and a.to_seq is null
      left join luoshi.official_view o
        on o.congress = a.congress and o.id = a.official and o.to_seq is null
      where r.congress = $1 and r.kind = 'ballot' and r.appraisal = $2 and r.to_seq is null
        and r.status = 'announced' order by r.on_day, r.id limit 5`,
    values: [by.congress, appraisal],
  })
  return rows
    .flatMap(({ doc, official }) => {
      if (doc.status !== 'announced' || doc.subject.type !== 'official') return []
      const lines = announcementOf(doc, 'counts', { officialName: official ?? '', judged: [] })
      return [`${doc.session}测评：${lines.join('')}`]
    })
    .join('\n')
}
