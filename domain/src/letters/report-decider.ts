/**
 * Rule: a report answers every matter of the letter by itself: none skipped, none lumped together with another, each with
 * its class, what was done, and why the rest is not. What is not signed by the official in person is no report.
 *
 * Source: domain.md §8.6 (“一一对应的清单式答复 … 避免总结工作式答复”), §14 (item cannot be skipped); seed map S02, S05.
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { AppraisalId, Id, MatterId, UnitId } from '../kernel/ids.ts'
import type { ByCode, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import {
  savedItems,
  type KnownReport,
  type Report,
  type ReportEvent,
  type ReportItem,
} from './report.ts'

/** A matter the report must answer: those of the letter that are still this unit's. */
export type Wanted = Readonly<{ id: MatterId; number: number }>

export type ReportCommand = ByType<{
  /** `holder` writes it: the unit itself, or the one it merged into. */
  OweReport: {
    letter: Id<'letter'>
    appraisal: AppraisalId
    unit: UnitId
    holder: UnitId
    today: Day
  }
  PassReportOn: { to: UnitId; today: Day }
  /** Given together with the granting of a reassignment that leaves it nothing to answer. */
  LiftReport: { today: Day }
  SaveReport: { items: readonly ReportItem[]; wanted: readonly Wanted[]; today: Day }
  SendReport: { wanted: readonly Wanted[]; today: Day }
  CommentOnReport: { text: string; today: Day }
  SignReport: { signer: string; wanted: readonly Wanted[]; today: Day }
}>

export type ReportRefusal = ByCode<{
  'report-exists': Nothing
  'report-wrong-status': Nothing
  'report-item-foreign': Nothing
  'report-item-twice': { numbers: readonly number[] }
  'report-skips-items': { numbers: readonly number[] }
  'report-item-unanswered': { numbers: readonly number[] }
  'report-item-unexplained': { numbers: readonly number[] }
  'report-items-lumped': { numbers: readonly number[] }
  'report-text-missing': { what: string }
}>

type Ruling = Result<readonly ReportEvent[], ReportRefusal>

export const reportNeeds: Readonly<
  Record<Exclude<ReportCommand['type'], 'OweReport'>, readonly KnownReport['status'][]>
> = {
  SaveReport: ['owed', 'commented'],
  SendReport: ['owed', 'commented'],
  CommentOnReport: ['forComment'],
  SignReport: ['commented'],
  // A signed one too: it is judged yet, and whoever answers for its matters must have it before them.
  PassReportOn: ['owed', 'forComment', 'commented', 'lifted', 'signed'],
  LiftReport: ['owed', 'forComment', 'commented'],
}

export function decideReport(report: Report, command: ReportCommand): Ruling {
  if (command.type === 'OweReport') {
    const { letter, appraisal, unit, holder, today: on } = command
    if (report.status !== 'none') return refuse({ code: 'report-exists' })
    const owed = { type: 'ReportOwed', letter, appraisal, unit, on } as const
    return accept(holder === unit ? [owed] : [owed, { type: 'ReportPassedOn', to: holder, on }])
  }
  if (report.status === 'none' || !reportNeeds[command.type].includes(report.status))
    return refuse({ code: 'report-wrong-status' })
  const { today: on } = command
  switch (command.type) {
    case 'SaveReport': {
      const fault = shapeFault(command.items, command.wanted)
      return fault
        ? refuse(fault)
        : accept([{ type: 'ReportSaved', ...savedItems(command.items), on }])
    }
    case 'PassReportOn':
      return accept([{ type: 'ReportPassedOn', to: command.to, on }])
    case 'LiftReport':
      return accept([{ type: 'ReportLifted', on }])
    case 'SendReport': {
      const fault = wholeFault(report.items ?? [], command.wanted)
      return fault ? refuse(fault) : accept([{ type: 'ReportSent', on }])
    }
    case 'CommentOnReport': {
      const text = command.text.trim()
      if (text === '') return refuse({ code: 'report-text-missing', what: '征求意见' })
      return accept([{ type: 'ReportCommented', on, words: { text } }])
    }
    case 'SignReport': {
      const signer = command.signer.trim()
      const fault = wholeFault(report.items ?? [], command.wanted)
      if (fault) return refuse(fault)
      if (signer === '') return refuse({ code: 'report-text-missing', what: '述职人员签名' })
      return accept([{ type: 'ReportSigned', on, words: { signer } }])
    }
  }
}

type Check = ReportRefusal | null

/** While it is written it may be incomplete, never about other people’s matters, never twice about one. */
function shapeFault(items: readonly ReportItem[], wanted: readonly Wanted[]): Check {
  const ids = items.map(({ matter }) => matter)
  const known = new Set(wanted.map(({ id }) => id))
  if (ids.some((id) => !known.has(id))) return { code: 'report-item-foreign' }
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at))
  return twice.size > 0
    ? { code: 'report-item-twice', numbers: numbersOf((id) => twice.has(id), wanted) }
    : null
}

export function wholeFault(items: readonly ReportItem[], wanted: readonly Wanted[]): Check {
  const own = new Map(items.map((item) => [item.matter, item]))
  const those = (wrong: (item: ReportItem) => boolean) =>
    numbersOf((id) => {
      const item = own.get(id)
      return item !== undefined && wrong(item)
    }, wanted)
  const skipped = numbersOf((id) => !own.has(id), wanted)
  if (skipped.length > 0) return { code: 'report-skips-items', numbers: skipped }
  const unanswered = those(({ account }) => account.trim() === '')
  if (unanswered.length > 0) return { code: 'report-item-unanswered', numbers: unanswered }
  const unexplained = those(({ achieved, whyNot }) => achieved !== 'done' && whyNot.trim() === '')
  if (unexplained.length > 0) return { code: 'report-item-unexplained', numbers: unexplained }
  const accounts = items.map(({ account }) => bare(account))
  const lumped = those(({ account }) => isLumped(bare(account), accounts))
  return lumped.length > 0 ? { code: 'report-items-lumped', numbers: lumped } : null
}

const bare = (text: string) => text.replaceAll(/[\s，。；、,.;]/gu, '')

/** The same words for two matters, or a mere pointer to another one. */
function isLumped(account: string, all: readonly string[]): boolean {
  if (/^(?:同上|同前|见上|见前|详见|同第.{1,4}[条项件号])/u.test(account)) return true
  return all.filter((one) => one === account).length > 1
}

function numbersOf(
  isMeant: (id: MatterId) => boolean,
  wanted: readonly Wanted[],
): readonly number[] {
  return wanted.filter(({ id }) => isMeant(id)).map(({ number }) => number)
}

const listed = (numbers: readonly number[]) => numbers.map((one) => `第${one}号`).join('、')
const plain = (numbers: readonly number[]) => numbers.join(', ')

export function explainReportRefusal(refusal: ReportRefusal): Bilingual {
  switch (refusal.code) {
    case 'report-exists':
      return bilingual(
        '这份报告已经在案。',
        '请在报告列表中打开。',
        'This report is on record.',
        'Open it from the list.',
      )
    case 'report-wrong-status':
      return bilingual(
        '报告现在不能办这一步。',
        '先送征求意见，收到人大意见以后修改、签名，再正式报送；请刷新查看现在到了哪一步。',
        'The report is not ready for this step.',
        'First for comment, then comments, then signed. Reload to see where it stands.',
      )
    case 'report-item-foreign':
      return bilingual(
        '报告里有不属于你单位、或者不在这份意见书里的事项。',
        '请刷新页面，按列出的事项逐件填写。',
        'The report names a matter that is not yours under this letter.',
        'Reload and answer those listed.',
      )
    case 'report-item-twice':
      return bilingual(
        `${listed(refusal.numbers)}事项写了两次。`,
        '每件事项只写一次。',
        `Matter ${plain(refusal.numbers)} is answered twice.`,
        'Answer each once.',
      )
    case 'report-skips-items':
      return bilingual(
        `报告漏了${listed(refusal.numbers)}事项。`,
        '意见书里的事项一件也不能跳过；没有做的，也要写明没有做和原因。',
        `The report skips matter ${plain(refusal.numbers)}.`,
        'Answer each; what is not done needs its reason.',
      )
    case 'report-item-unanswered':
      return bilingual(
        `${listed(refusal.numbers)}事项没有写办理情况。`,
        '请逐件写明做了什么、结果如何。',
        `Matter ${plain(refusal.numbers)} has no account.`,
        'Say what was done and what came of it.',
      )
    case 'report-item-unexplained':
      return bilingual(
        `${listed(refusal.numbers)}事项没有全部完成，但没有写原因和下一步安排。`,
        '请写明为什么没有完成、什么时候完成。',
        `Matter ${plain(refusal.numbers)} is not done, and the report does not say why.`,
        'Give the reason and what follows.',
      )
    case 'report-items-lumped':
      return bilingual(
        `${listed(refusal.numbers)}事项用了同一段话，或者只写“同上”。`,
        '请一件一答，不能合并笼统答复。',
        `Matters ${plain(refusal.numbers)} share one answer.`,
        'Answer each by itself.',
      )
    case 'report-text-missing':
      return bilingual(
        `“${refusal.what}”没有填写。`,
        '请填写后再提交。',
        `“${refusal.what}” is empty.`,
        'Fill it in.',
      )
  }
}
