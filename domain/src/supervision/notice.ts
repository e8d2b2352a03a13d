/**
 * A paper that chases: reminder, supervision notice, listed supervision. It goes to one unit, names the matters with the
 * words they have in the ledger, says what is wrong and what is demanded until when, and is signed for and answered.
 *
 *     none ─issue─▸ issued ─sign─▸ received ─answer─▸ answered        issued, received ─withdraw─▸ withdrawn (reason)
 *                   issued, received ─the unit merged─▸ the same, in the successor’s hands; the day to report by stays
 *
 * Source: domain.md §8.10 (督办通知书), §10 (ladder); seed map S06. A reminder is the office's own; whatever is graver
 * carries the decision of the body that the county's rule book names.
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId, MatterId, UnitId } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import { approvalFault, type Approval, type ApprovingBody } from '../people/approval.ts'
import { passedFrom, type Held } from '../people/custody.ts'
import type { ChaseLevel } from './chase.ts'

export const noticeProblems = ['late', 'silent', 'quality', 'unsatisfied'] as const

export type NoticeProblem = (typeof noticeProblems)[number]

export const noticeProblemLabels: Readonly<
  Record<NoticeProblem, Readonly<{ zh: string; en: string }>>
> = {
  late: { zh: '逾期未办', en: 'Late' },
  silent: { zh: '长期没有进展', en: 'No progress' },
  quality: { zh: '办理质量不高', en: 'Poor quality' },
  unsatisfied: { zh: '测评不满意', en: 'Judged unsatisfied' },
}

export type NoticeAbout = Readonly<{
  level: ChaseLevel
  unit: UnitId
  matters: readonly MatterId[]
  problem: NoticeProblem
  demand: string
  reportBy: Day
  issuedOn: Day
  approval: Approval | null
}>

/** `unit` is whoever has it now: another one than it was sent to when that has merged since. */
type Sent = NoticeAbout & Readonly<{ heldBefore: readonly Held[] }>

type Receipt = Readonly<{ on: Day; by: AccountId }>

export type Notice = ByStatus<{
  none: Nothing
  issued: Sent
  received: Sent & { receipt: Receipt }
  answered: Sent & { receipt: Receipt; answer: Readonly<{ on: Day; text: string }> }
  withdrawn: Sent & { withdrawal: Readonly<{ on: Day; reason: string }> }
}>

export type NoticeEvent = ByType<{
  NoticeIssued: {
    level: ChaseLevel
    unit: UnitId
    matters: readonly MatterId[]
    problem: NoticeProblem
    reportBy: Day
    on: Day
    approval: Approval | null
    words: Words<{ demand: string }>
  }
  /** The unit merged: its successor signs, or answers what was signed for. */
  NoticePassedOn: { to: UnitId; on: Day }
  NoticeReceived: { by: AccountId; on: Day }
  NoticeAnswered: { on: Day; words: Words<{ text: string }> }
  NoticeWithdrawn: { on: Day; words: Words<{ reason: string }> }
}>

export type NoticeCommand = ByType<{
  IssueNotice: Omit<NoticeAbout, 'issuedOn'> & {
    /** Who may decide what is graver than a reminder, by the rule book. */
    approvers: readonly ApprovingBody[]
    today: Day
  }
  PassNoticeOn: { to: UnitId; today: Day }
  SignNotice: { by: AccountId; today: Day }
  AnswerNotice: { text: string; today: Day }
  WithdrawNotice: { reason: string; today: Day }
}>

export type NoticeRefusal = ByCode<{
  'notice-exists': Nothing
  'notice-not-open': Nothing
  'notice-not-signed': Nothing
  'notice-without-matters': Nothing
  'notice-too-long': { most: number }
  'notice-report-day-past': { today: Day }
  'notice-needs-decision': { bodies: readonly ApprovingBody[] }
  'notice-text-missing': { what: string }
}>

/** One paper names as many matters as fit on it; more go on a second one. */
export const mostOnOneNotice = 100

type Ruling = Result<readonly NoticeEvent[], NoticeRefusal>

export function decideNotice(notice: Notice, command: NoticeCommand): Ruling {
  switch (command.type) {
    case 'IssueNotice':
      return notice.status === 'none' ? issue(command) : refuse({ code: 'notice-exists' })
    case 'PassNoticeOn':
      return isOpenNotice(notice.status)
        ? accept([{ type: 'NoticePassedOn', to: command.to, on: command.today }])
        : refuse({ code: 'notice-not-open' })
    case 'SignNotice':
      return notice.status === 'issued'
        ? accept([{ type: 'NoticeReceived', by: command.by, on: command.today }])
        : refuse({ code: 'notice-not-open' })
    case 'AnswerNotice':
      return answer(notice, command)
    case 'WithdrawNotice':
      return withdraw(notice, command)
  }
}

function isOpenNotice(status: Notice['status']): boolean {
  return status === 'issued' || status === 'received'
}

type Command<Type extends NoticeCommand['type']> = Extract<NoticeCommand, { type: Type }>

function issue(command: Command<'IssueNotice'>): Ruling {
  const { level, unit, matters, problem, demand, reportBy, approval, approvers, today } = command
  if (matters.length === 0) return refuse({ code: 'notice-without-matters' })
  if (new Set(matters).size > mostOnOneNotice)
    return refuse({ code: 'notice-too-long', most: mostOnOneNotice })
  if (demand.trim() === '') return refuse({ code: 'notice-text-missing', what: '督办要求' })
  if (reportBy < today) return refuse({ code: 'notice-report-day-past', today })
  if (level !== 'reminder' && !isDecided(approval, approvers, today))
    return refuse({ code: 'notice-needs-decision', bodies: approvers })
  return accept([
    {
      type: 'NoticeIssued',
      level,
      unit,
      matters: [...new Set(matters)],
      problem,
      reportBy,
      on: today,
      approval,
      words: { demand: demand.trim() },
    },
  ])
}

function isDecided(
  approval: Approval | null,
  approvers: readonly ApprovingBody[],
  today: Day,
): boolean {
  return (
    approval !== null &&
    approvers.includes(approval.body) &&
    approvalFault(approval, today) === null
  )
}

function answer(notice: Notice, { text, today }: Command<'AnswerNotice'>): Ruling {
  if (notice.status === 'issued') return refuse({ code: 'notice-not-signed' })
  if (notice.status !== 'received') return refuse({ code: 'notice-not-open' })
  if (text.trim() === '') return refuse({ code: 'notice-text-missing', what: '办理情况' })
  return accept([{ type: 'NoticeAnswered', on: today, words: { text: text.trim() } }])
}

function withdraw(notice: Notice, { reason, today }: Command<'WithdrawNotice'>): Ruling {
  if (!isOpenNotice(notice.status)) return refuse({ code: 'notice-not-open' })
  if (reason.trim() === '') return refuse({ code: 'notice-text-missing', what: '撤回理由' })
  return accept([{ type: 'NoticeWithdrawn', on: today, words: { reason: reason.trim() } }])
}

export function evolveNotice(before: Notice, event: NoticeEvent): Notice {
  if (event.type === 'NoticeIssued') {
    const { level, unit, matters, problem, reportBy, on: issuedOn, approval, words } = event
    const demand = words?.demand ?? erasedText
    const about = { level, unit, matters, problem, demand, reportBy, issuedOn, approval }
    return { status: 'issued', ...about, heldBefore: [] }
  }
  if (before.status === 'none') throw new Error(`${event.type} before NoticeIssued`)
  switch (event.type) {
    case 'NoticePassedOn': {
      const from = { unit: before.unit, official: null }
      return {
        ...before,
        unit: event.to,
        heldBefore: passedFrom(before.heldBefore, from, event.on),
      }
    }
    case 'NoticeReceived':
      return { ...aboutOf(before), status: 'received', receipt: { on: event.on, by: event.by } }
    case 'NoticeAnswered': {
      if (before.status !== 'received') throw new Error('NoticeAnswered before NoticeReceived')
      const answered = { on: event.on, text: event.words?.text ?? erasedText }
      return { ...aboutOf(before), status: 'answered', receipt: before.receipt, answer: answered }
    }
    case 'NoticeWithdrawn': {
      const withdrawal = { on: event.on, reason: event.words?.reason ?? erasedText }
      return { ...aboutOf(before), status: 'withdrawn', withdrawal }
    }
  }
}

function aboutOf(notice: Sent): Sent {
  const { level, unit, matters, problem, demand, reportBy, issuedOn, approval, heldBefore } = notice
  return { level, unit, matters, problem, demand, reportBy, issuedOn, approval, heldBefore }
}

export function explainNoticeRefusal(refusal: NoticeRefusal): Bilingual {
  switch (refusal.code) {
    case 'notice-exists':
      return bilingual(
        '这份文书已经发出。',
        '请在文书列表中查看。',
        'This paper is already issued.',
        'See the list of papers.',
      )
    case 'notice-not-open':
      return bilingual(
        '这份文书已经签收、办结或者撤回，不能再办这一步。',
        '请刷新后查看最新情况。',
        'This paper has moved on.',
        'Reload to see where it is.',
      )
    case 'notice-not-signed':
      return bilingual(
        '这份文书还没有签收。',
        '请先签收，再报告办理情况。',
        'This paper is not signed for yet.',
        'Sign for it first.',
      )
    case 'notice-without-matters':
      return bilingual(
        '没有选择事项。',
        '请至少选择一件事项。',
        'No matter was chosen.',
        'Choose at least one.',
      )
    case 'notice-too-long':
      return bilingual(
        `一份文书最多写 ${refusal.most} 件事项。`,
        '请分成几份发出。',
        `One paper holds at most ${refusal.most} matters.`,
        'Issue several.',
      )
    case 'notice-report-day-past':
      return bilingual(
        '报送时限已经过去。',
        `请填写${refusal.today}或者以后的日期。`,
        'The day to report by is past.',
        `Give ${refusal.today} or later.`,
      )
    case 'notice-needs-decision':
      return bilingual(
        '督办通知和挂牌督办须有会议决定。',
        '请填写作出决定的会议、日期和文号；只提醒的，请改发催办通知。',
        'A supervision notice needs a decision of the body the rule book names.',
        'Give body, day and number; for a mere reminder choose that level.',
      )
    case 'notice-text-missing':
      return bilingual(
        `没有填写${refusal.what}。`,
        '请填写后再提交。',
        'A text is missing.',
        'Fill it in and try again.',
      )
  }
}
