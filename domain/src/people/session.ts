/**
 * Sessions of the Standing Committee (第X届人大常委会第Y次会议): planned with a day or 待定, moved and cancelled with a
 * reason, held. Limits that end “at the next session” go by these days; a session without a day counts for none of them.
 *
 *     none ─plan─▸ planned ─hold─▸ held
 *                  │  ▲ move
 *                  └─cancel─▸ cancelled
 *
 * Source: domain.md §2 (第X届人大常委会第Y次会议: every document cites it); 组织法 2022 art. 51 (two months at most).
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { Id } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import { chineseNumber } from './chinese-number.ts'

type About = Readonly<{ term: Id<'term'>; termNumber: number; number: number }>

type Moving = Readonly<{ from: Day | null; to: Day | null; reason: string }>

type Planned = About & Readonly<{ on: Day | null; moves: readonly Moving[] }>

export type Session = ByStatus<{
  none: Nothing
  planned: Planned
  held: Planned & { on: Day }
  cancelled: Planned & { reason: string }
}>

export type KnownSession = Exclude<Session, Readonly<{ status: 'none' }>>

export type SessionEvent = ByType<{
  SessionPlanned: About & { on: Day | null }
  SessionMoved: { to: Day | null; words: Words<{ reason: string }> }
  SessionHeld: { on: Day }
  SessionCancelled: { words: Words<{ reason: string }> }
}>

export type SessionCommand = ByType<{
  PlanSession: About & {
    on: Day | null
    termFrom: Day
    termUntil: Day
    /** Numbers of the term's sessions on record. */
    taken: readonly number[]
  }
  MoveSession: { to: Day | null; reason: string }
  HoldSession: { on: Day }
  CancelSession: { reason: string }
}>

export type SessionRefusal = ByCode<{
  'session-exists': { number: number }
  'session-number-wrong': Nothing
  'session-outside-term': { from: Day; until: Day }
  'session-not-planned': Nothing
  'session-reason-missing': Nothing
  'session-in-the-future': Nothing
  'session-moves-nowhere': Nothing
}>

type Ruling = Result<readonly SessionEvent[], SessionRefusal>

export function decideSession(session: Session, command: SessionCommand, today: Day): Ruling {
  if (command.type === 'PlanSession') return plan(session, command)
  if (session.status !== 'planned') return refuse({ code: 'session-not-planned' })
  switch (command.type) {
    case 'MoveSession': {
      const reason = command.reason.trim()
      if (command.to === session.on) return refuse({ code: 'session-moves-nowhere' })
      // To give a day to a session that had none needs no reason: nothing was promised.
      if (reason === '' && session.on !== null) return refuse({ code: 'session-reason-missing' })
      return accept([{ type: 'SessionMoved', to: command.to, words: { reason } }])
    }
    case 'HoldSession':
      return command.on > today
        ? refuse({ code: 'session-in-the-future' })
        : accept([{ type: 'SessionHeld', on: command.on }])
    case 'CancelSession': {
      const reason = command.reason.trim()
      return reason === ''
        ? refuse({ code: 'session-reason-missing' })
        : accept([{ type: 'SessionCancelled', words: { reason } }])
    }
  }
}

type Planning = Extract<SessionCommand, Readonly<{ type: 'PlanSession' }>>

function plan(session: Session, command: Planning): Ruling {
  const { term, termNumber, number, on, termFrom: from, termUntil: until, taken } = command
  if (session.status !== 'none' || taken.includes(number))
    return refuse({ code: 'session-exists', number })
  if (!Number.isInteger(number) || number < 1 || number > 199)
    return refuse({ code: 'session-number-wrong' })
  if (on !== null && (on < from || on > until))
    return refuse({ code: 'session-outside-term', from, until })
  return accept([{ type: 'SessionPlanned', term, termNumber, number, on }])
}

export const noSession: Session = { status: 'none' }

export function evolveSession(before: Session, event: SessionEvent): Session {
  if (event.type === 'SessionPlanned') {
    const { term, termNumber, number, on } = event
    return { status: 'planned', term, termNumber, number, on, moves: [] }
  }
  if (before.status === 'none') throw new Error(`${event.type} before SessionPlanned`)
  switch (event.type) {
    case 'SessionMoved': {
      const move = { from: before.on, to: event.to, reason: event.words?.reason ?? erasedText }
      return { ...before, on: event.to, moves: [...before.moves, move], ...planned }
    }
    case 'SessionHeld':
      return { ...before, status: 'held', on: event.on }
    case 'SessionCancelled':
      return { ...before, status: 'cancelled', reason: event.words?.reason ?? erasedText }
  }
}

const planned = { status: 'planned' } as const

/** 第十八届人大常委会第三十一次会议 */
export function sessionTitle({
  termNumber,
  number,
}: Readonly<{ termNumber: number; number: number }>): string {
  return `第${chineseNumber(termNumber)}届人大常委会第${chineseNumber(number)}次会议`
}

export function explainSession(refusal: SessionRefusal): Bilingual {
  switch (refusal.code) {
    case 'session-exists':
      return bilingual(
        `本届第${refusal.number}次会议已经登记。`,
        '请核对次数；改期的，请在原会议上办理。',
        `Session no. ${refusal.number} of this term is on record.`,
        'Check the number, or move that session.',
      )
    case 'session-number-wrong':
      return bilingual(
        '会议次数不对。',
        '请填写1至199之间的整数。',
        'The number of the session is wrong.',
        'Give a whole number from 1 to 199.',
      )
    case 'session-outside-term':
      return bilingual(
        `会议日期不在本届任期内（${refusal.from}至${refusal.until}）。`,
        '请核对日期，或者暂定为“待定”。',
        `The day is outside the term (${refusal.from} to ${refusal.until}).`,
        'Check it, or leave it open.',
      )
    case 'session-not-planned':
      return bilingual(
        '会议已经召开或者取消，或者没有登记。',
        '请刷新查看。',
        'The session was held or cancelled, or is not on record.',
        'Reload.',
      )
    case 'session-reason-missing':
      return bilingual(
        '没有写明理由。',
        '改期、取消会议须写明理由；以这次会议为期限的事项会随之调整并注明。',
        'The reason is missing.',
        'Give it: limits that end at this session move with it and say why.',
      )
    case 'session-in-the-future':
      return bilingual(
        '召开日期晚于今天。',
        '请在会议召开以后登记。',
        'The day is in the future.',
        'Record it once the session was held.',
      )
    case 'session-moves-nowhere':
      return bilingual(
        '日期没有变化。',
        '请填写新的日期，或者选“待定”。',
        'The day is the same.',
        'Give another day, or leave it open.',
      )
  }
}
