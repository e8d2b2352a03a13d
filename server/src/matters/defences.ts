/** Filing a written defence, answering it, and what is shown of them on the page of the matter. */
import {
  decideDefence,
  mayBeDefended,
  type AboutDefence,
  type Defence,
  type DefenceCommand,
  type DefenceRefusal,
} from '@luoshi/domain/matters/defence'
import { defenceWindow } from '@luoshi/domain/matters/defence-window'
import { explainDefenceRefusal } from '@luoshi/domain/matters/explain-defence'
import { isDay } from '@luoshi/domain/kernel/day'
import { idOf, type Id, type MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { isWithin } from '@luoshi/domain/matters/limit'
import { currentRound, type OpenedMatter } from '@luoshi/domain/matters/matter'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { maySee } from '@luoshi/domain/people/may-see'
import { may } from '@luoshi/domain/people/rights'
import type { DefenceRow, DefencesShown } from '../contract/defences.ts'
import { shownDay, undeterminedOf } from '../contract/limit.ts'
import { evidenceKept } from '../evidence/evidence-kept.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { takeRecordStep } from '../execute/record.ts'
import { forbidden, notFound, refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { answeringUnit } from './answering-unit.ts'
import { defenceKind } from './defence-kind.ts'

function refusedByDefence(refusal: DefenceRefusal) {
  return refused(409, refusal.code, explainDefenceRefusal(refusal))
}

type Filing = Asked &
  Readonly<{ matter: MatterId; text: string; signedBy: string; evidence: readonly Evidence[] }>

export async function fileDefence(at: World, asked: Filing): Outcome<DefencesShown> {
  const world = oneMoment(at)
  const { by, key, matter, text, signedBy, evidence } = asked
  const { state } = await loadMatter(world.db, by.congress, matter)
  if (!isOpened(state)) return notFound()
  const unit = answeringUnit(state)
  if (!mayGive(asked, 'FileDefence', unit) || unit === null) return forbidden()
  const kept = await evidenceKept(world.db, by.congress, evidence)
  if (!kept.ok) return kept
  const window = await windowOf(world, by, state)
  const { appraisal, official, status } = state
  const round = currentRound(state)?.number ?? 0
  const about: AboutDefence = { matter, appraisal, unit, official, round }
  const today = todayOf(world)
  const isOpen = (await rowsOf(world, by, matter)).some((one) => one.status === 'filed')
  const told = { about, status, until: window?.until ?? today, isOpen, text, signedBy, evidence }
  const done = await takeRecordStep(world, defenceKind, {
    by,
    key,
    command: 'FileDefence',
    id: newId('defence'),
    version: 0,
    unitOf: () => unit,
    decide: deciding({ type: 'FileDefence', ...told, today }),
  })
  return done.ok ? readDefences(world, by, matter) : done
}

type Answering = Asked &
  Readonly<{ defence: Id<'defence'>; version: number }> &
  Omit<Extract<DefenceCommand, { type: 'AnswerDefence' }>, 'type' | 'today'>

export async function answerDefence(at: World, asked: Answering): Outcome<DefencesShown> {
  const world = oneMoment(at)
  const { by, key, defence, version, outcome, answer, approval } = asked
  const { state } = await defenceKind.load(world.db, by.congress, defence)
  const told = { outcome, answer, approval, today: todayOf(world) }
  const done = await takeRecordStep(world, defenceKind, {
    by,
    key,
    command: 'AnswerDefence',
    id: defence,
    version,
    decide: deciding({ type: 'AnswerDefence', ...told }),
  })
  if (!done.ok) return done
  return state.status === 'none' ? notFound() : readDefences(world, by, state.matter)
}

function deciding(command: DefenceCommand) {
  return (state: Defence) => {
    const ruling = decideDefence(state, command)
    return ruling.ok ? ruling : refusedByDefence(ruling.refusal)
  }
}

async function windowOf(world: World, { congress }: Principal, matter: OpenedMatter) {
  const [book, { calendar, sessions }] = await Promise.all([
    world.policies.ruleBookOf(congress, matter.appraisal),
    world.calendar.of(congress),
  ])
  return defenceWindow(matter, { book, calendar, sessions })
}

/** For everybody who sees the matter. */
export async function readDefences(
  world: World,
  by: Principal,
  matter: MatterId,
): Outcome<DefencesShown> {
  const { state } = await loadMatter(world.db, by.congress, matter)
  if (!isOpened(state) || !maySee(by, answeringUnit(state))) return notFound()
  const [rows, spoken, window] = await Promise.all([
    rowsOf(world, by, matter),
    spokenOf(world, by, matter),
    windowOf(world, by, state),
  ])
  const waits = rows.some(({ status }) => status === 'filed')
  const isInTime = window !== null && isWithin(todayOf(world), window.until)
  const isHis = may(by, 'FileDefence', answeringUnit(state))
  return accept({
    rows,
    spoken,
    window: window && {
      until: shownDay(window.until),
      untilUndetermined: undeterminedOf(window.until),
      words: { ...window.words },
    },
    may: {
      file: isHis && isInTime && !waits && mayBeDefended(state.status),
      answer: may(by, 'AnswerDefence', null),
    },
  })
}

type Kept = { id: string; version: number; doc: Exclude<Defence, { status: 'none' }> }

async function rowsOf({ db }: World, { congress }: Principal, matter: MatterId) {
  const rows = await db.rows<Kept>(congress, {
    text: `select id, version, doc from luoshi.record_view
      where congress = $1 and kind = 'defence' and parent = $2 and to_seq is null
      order by on_day desc, id desc limit 100`,
    values: [congress, matter],
  })
  return rows.map(({ id, version, doc }): DefenceRow => {
    const { status, round, on, text, signedBy, evidence } = doc
    const answer =
      doc.status === 'answered'
        ? {
            outcome: doc.outcome,
            text: doc.answer,
            on: doc.answeredOn,
            approval: { ...doc.approval },
          }
        : null
    const files = evidence.map((one) => ({ ...one }))
    return {
      id: idOf('defence', id),
      version,
      status,
      round,
      on,
      text,
      signedBy,
      evidence: files,
      answer,
    }
  })
}

type Spoken = {
  id: string
  appraisal: string
  on_day: string | null
  speaker: string
  text: string
}

async function spokenOf({ db }: World, { congress }: Principal, matter: MatterId) {
  const rows = await db.rows<Spoken>(congress, {
    text: `select s.id, v.appraisal, m.on_day::text as on_day, s.doc ->> 'speaker' as speaker,
        s.doc ->> 'text' as text
      from luoshi.matter_view v
      join luoshi.record_view m on m.congress = v.congress and m.kind = 'meeting'
        and m.to_seq is null and m.doc -> 'appraisals' ? v.appraisal
      join luoshi.record_view s on s.congress = v.congress and s.kind = 'speech'
        and s.parent = m.id and s.to_seq is null
      where v.congress = $1 and v.id = $2 and v.to_seq is null
        and s.doc ->> 'act' = 'defence' and s.doc #>> '{to,matter}' = $2
      order by s.id limit 100`,
    values: [congress, matter],
  })
  return rows.map(({ id, appraisal, on_day: on, speaker, text }) => ({
    id: idOf('speech', id),
    appraisal: idOf('appraisal', appraisal),
    on: on !== null && isDay(on) ? on : null,
    speaker,
    text,
  }))
}
