/**
 * The briefing of a month (督办通报): what was handed over, struck off, late and silent, unit by unit, and which papers
 * went out and were answered. Figures only, units in the order of the office; nothing about single people, no ranking.
 *
 *     none ─draft─▸ drafted ─draft again─▸ drafted ─issue (approval)─▸ issued ─withdraw (reason)─▸ withdrawn
 *
 * Source: domain.md §5 phase 6 (monthly briefing), §8.10 (办理通报 [S63]), §12 item 2. The figures are frozen when it is
 * drafted, as the ledger stood at the end of the month.
 */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { Day } from '../kernel/day.ts'
import type { UnitId } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import { approvalFault, type Approval } from '../people/approval.ts'
import { fourChecks, type FourCheck } from './four-checks.ts'

export type UnitFigures = Readonly<{
  /** During the month. */
  handedOver: number
  closed: number
  noticesIssued: number
  noticesAnswered: number
  consequences: number
  /** At its end. */
  checks: Readonly<Record<FourCheck, number>>
  late: number
  silent: number
}>

export type BriefingLine = UnitFigures & Readonly<{ unit: UnitId }>

export type BriefingAbout = Readonly<{
  /** 2026-09 */
  month: string
  /** The day whose end the figures show: the last of the month, or the day of drafting when that is earlier. */
  asOf: Day
  lines: readonly BriefingLine[]
  remarks: string
  draftedOn: Day
}>

export type Briefing = ByStatus<{
  none: Nothing
  drafted: BriefingAbout
  issued: BriefingAbout & { approval: Approval; issuedOn: Day }
  withdrawn: BriefingAbout & { withdrawal: Readonly<{ on: Day; reason: string }> }
}>

export type BriefingEvent = ByType<{
  BriefingDrafted: {
    month: string
    asOf: Day
    lines: readonly BriefingLine[]
    on: Day
    words: Words<{ remarks: string }>
  }
  BriefingIssued: { approval: Approval; on: Day }
  BriefingWithdrawn: { on: Day; words: Words<{ reason: string }> }
}>

export type BriefingCommand = ByType<{
  DraftBriefing: Omit<BriefingAbout, 'draftedOn'> & { today: Day }
  IssueBriefing: { approval: Approval; today: Day }
  WithdrawBriefing: { reason: string; today: Day }
}>

export type BriefingRefusal = ByCode<{
  'briefing-month-ahead': Nothing
  'briefing-not-drafted': Nothing
  'briefing-not-issued': Nothing
  'briefing-not-decided': Nothing
  'briefing-reason-missing': Nothing
}>

type Ruling = Result<readonly BriefingEvent[], BriefingRefusal>

export function decideBriefing(briefing: Briefing, command: BriefingCommand): Ruling {
  switch (command.type) {
    case 'DraftBriefing': {
      const { month, asOf, lines, remarks, today } = command
      if (briefing.status !== 'none' && briefing.status !== 'drafted')
        return refuse({ code: 'briefing-not-drafted' })
      if (month > today.slice(0, 7)) return refuse({ code: 'briefing-month-ahead' })
      const words = { remarks: remarks.trim() }
      return accept([{ type: 'BriefingDrafted', month, asOf, lines, on: today, words }])
    }
    case 'IssueBriefing': {
      if (briefing.status !== 'drafted') return refuse({ code: 'briefing-not-drafted' })
      const { approval, today } = command
      return approvalFault(approval, today) === null
        ? accept([{ type: 'BriefingIssued', approval, on: today }])
        : refuse({ code: 'briefing-not-decided' })
    }
    case 'WithdrawBriefing': {
      if (briefing.status !== 'issued') return refuse({ code: 'briefing-not-issued' })
      const reason = command.reason.trim()
      return reason === ''
        ? refuse({ code: 'briefing-reason-missing' })
        : accept([{ type: 'BriefingWithdrawn', on: command.today, words: { reason } }])
    }
  }
}

export function evolveBriefing(before: Briefing, event: BriefingEvent): Briefing {
  if (event.type === 'BriefingDrafted') {
    const { month, asOf, lines, on: draftedOn, words } = event
    const remarks = words?.remarks ?? erasedText
    return { status: 'drafted', month, asOf, lines, remarks, draftedOn }
  }
  if (before.status === 'none') throw new Error(`${event.type} before BriefingDrafted`)
  const { month, asOf, lines, remarks, draftedOn } = before
  const about = { month, asOf, lines, remarks, draftedOn }
  switch (event.type) {
    case 'BriefingIssued':
      return { ...about, status: 'issued', approval: event.approval, issuedOn: event.on }
    case 'BriefingWithdrawn': {
      const withdrawal = { on: event.on, reason: event.words?.reason ?? erasedText }
      return { ...about, status: 'withdrawn', withdrawal }
    }
  }
}

/** The last line of the table: all units together. */
export function totalOf(lines: readonly UnitFigures[]): UnitFigures {
  const sum = (of: (line: UnitFigures) => number) => lines.reduce((so, line) => so + of(line), 0)
  return {
    handedOver: sum((line) => line.handedOver),
    closed: sum((line) => line.closed),
    noticesIssued: sum((line) => line.noticesIssued),
    noticesAnswered: sum((line) => line.noticesAnswered),
    consequences: sum((line) => line.consequences),
    checks: {
      effect: sum(({ checks }) => checks.effect),
      progress: sum(({ checks }) => checks.progress),
      cause: sum(({ checks }) => checks.cause),
      responsibility: sum(({ checks }) => checks.responsibility),
    },
    late: sum((line) => line.late),
    silent: sum((line) => line.silent),
  }
}

/** Matters in a unit's hands at the end of the month: each is under exactly one check. */
export function inHandOf({ checks }: Pick<UnitFigures, 'checks'>): number {
  return fourChecks.reduce((so, check) => so + checks[check], 0)
}

export function explainBriefingRefusal(refusal: BriefingRefusal): Bilingual {
  switch (refusal.code) {
    case 'briefing-month-ahead':
      return bilingual(
        '这个月还没有开始。',
        '请选择本月或者以前的月份。',
        'That month has not begun.',
        'Choose this month or an earlier one.',
      )
    case 'briefing-not-drafted':
      return bilingual(
        '这份通报不在起草中。',
        '请刷新查看；需要更正的，撤回后另行起草。',
        'It is not a draft.',
        'Reload; to correct it, withdraw it and draft anew.',
      )
    case 'briefing-not-issued':
      return bilingual('这份通报没有印发。', '请刷新查看。', 'It was not issued.', 'Reload.')
    case 'briefing-not-decided':
      return bilingual(
        '没有写明由谁、在什么时候、以什么文号批准印发。',
        '请填写批准机关、日期和会议或文号，日期不能晚于今天。',
        'Who approved it, when and under which number is missing.',
        'Give body, day and reference; the day may not be later than today.',
      )
    case 'briefing-reason-missing':
      return bilingual('没有填写撤回理由。', '请写明理由。', 'The reason is missing.', 'Give it.')
  }
}
