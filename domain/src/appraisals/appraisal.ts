/**
 * An appraisal: one campaign on one official or unit, with the county's rule book frozen into it when it starts.
 *
 *     none ──open──▸ running (phase moves forward, never back) ──archive──▸ archived (only when no matter is open)
 *
 * Source: domain.md §5 (phases), §9.2; architecture.md (rule books are data, frozen); seed map S11–S13.
 */
import type { Day } from '../kernel/day.ts'
import type { Decider } from '../kernel/decider.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { OriginPhase } from '../opinions/opinion.ts'
import type { RuleBook } from '../rule-books/rule-book.ts'

export const phases = [
  'planned',
  'selfCheck',
  'investigation',
  'meeting',
  'opinionLetter',
  'rectification',
  'verdict',
] as const

export type Phase = (typeof phases)[number]

export const phaseLabels: Readonly<Record<Phase, Readonly<{ zh: string; en: string }>>> = {
  planned: { zh: '筹备', en: 'Planned' },
  selfCheck: { zh: '自查自纠', en: 'Self-check' },
  investigation: { zh: '调查', en: 'Investigation' },
  meeting: { zh: '评议会', en: 'Meeting' },
  opinionLetter: { zh: '意见审定交办', en: 'Opinion letter' },
  rectification: { zh: '集中整改', en: 'Rectification' },
  verdict: { zh: '整改测评', en: 'Verdict' },
}

/** What an opinion raised in this phase counts as: 未评先改, 边整边改 or 集中整改 (S11–S13). */
export function originOf(phase: Phase): OriginPhase {
  switch (phase) {
    case 'planned':
    case 'selfCheck':
      return 'before'
    case 'investigation':
    case 'meeting':
      return 'during'
    case 'opinionLetter':
    case 'rectification':
    case 'verdict':
      return 'after'
  }
}

type About = Readonly<{
  title: string
  unit: UnitId
  official: OfficialId
  ruleBook: RuleBook
  session: string
  openedOn: Day
  phase: Phase
}>

export type Appraisal = ByStatus<{
  none: Nothing
  running: About
  archived: About & { archivedOn: Day }
}>

export type AppraisalEvent = ByType<{
  AppraisalOpened: {
    unit: UnitId
    official: OfficialId
    ruleBook: RuleBook
    session: string
    on: Day
    words: Words<{ title: string }>
  }
  PhaseEntered: { phase: Phase; on: Day }
  AppraisalArchived: { on: Day }
}>

export type AppraisalCommand = ByType<{
  OpenAppraisal: {
    title: string
    unit: UnitId
    official: OfficialId
    ruleBook: RuleBook
    session: string
    today: Day
  }
  EnterPhase: { phase: Phase; today: Day }
  /** `openMatters`: how many of its matters are neither closed, merged nor exited, counted when the command is given. */
  ArchiveAppraisal: { openMatters: number; today: Day }
}>

export type AppraisalRefusal = ByCode<{
  'appraisal-already-open': Nothing
  'appraisal-not-running': Nothing
  'phase-not-forward': { from: Phase; to: Phase }
  'matters-still-open': { open: number }
  'title-missing': Nothing
}>

export const appraisalDecider: Decider<
  Appraisal,
  AppraisalCommand,
  AppraisalEvent,
  AppraisalRefusal
> = {
  initial: { status: 'none' },
  decide: (appraisal, command) => {
    if (command.type === 'OpenAppraisal') {
      if (appraisal.status !== 'none') return refuse({ code: 'appraisal-already-open' })
      const { title, unit, official, ruleBook, session, today } = command
      if (title.trim() === '') return refuse({ code: 'title-missing' })
      return accept([
        {
          type: 'AppraisalOpened',
          unit,
          official,
          ruleBook,
          session,
          on: today,
          words: { title: title.trim() },
        },
      ])
    }
    if (appraisal.status !== 'running') return refuse({ code: 'appraisal-not-running' })
    if (command.type === 'ArchiveAppraisal') {
      const { openMatters: open, today } = command
      return open > 0
        ? refuse({ code: 'matters-still-open', open })
        : accept([{ type: 'AppraisalArchived', on: today }])
    }
    const { phase: from } = appraisal
    const { phase: to, today } = command
    if (phases.indexOf(to) <= phases.indexOf(from))
      return refuse({ code: 'phase-not-forward', from, to })
    return accept([{ type: 'PhaseEntered', phase: to, on: today }])
  },
  evolve: (before, event) => {
    if (event.type === 'AppraisalOpened') {
      const { unit, official, ruleBook, session, on, words } = event
      const title = words?.title ?? erasedText
      return {
        status: 'running',
        title,
        unit,
        official,
        ruleBook,
        session,
        openedOn: on,
        phase: 'planned',
      }
    }
    if (before.status === 'none') throw new Error(`${event.type} before AppraisalOpened`)
    if (event.type === 'PhaseEntered') return { ...before, phase: event.phase }
    return { ...before, status: 'archived', archivedOn: event.on }
  },
}

export function explainAppraisalRefusal(refusal: AppraisalRefusal): Bilingual {
  switch (refusal.code) {
    case 'appraisal-already-open':
      return bilingual(
        '这次评议已经立项。',
        '请在评议列表中打开它。',
        'This appraisal is already open.',
        'Open it from the list.',
      )
    case 'appraisal-not-running':
      return bilingual(
        '这次评议还没有立项，或者已经归档。',
        '请在评议列表中核对。',
        'This appraisal is not open, or already archived.',
        'Check it in the list.',
      )
    case 'phase-not-forward':
      return bilingual(
        `评议已进入“${phaseLabels[refusal.from].zh}”，不能退回“${phaseLabels[refusal.to].zh}”。`,
        '请选择后面的阶段。',
        `The appraisal is in “${phaseLabels[refusal.from].en}”; it cannot go back to “${phaseLabels[refusal.to].en}”.`,
        'Choose a later phase.',
      )
    case 'matters-still-open':
      return bilingual(
        `还有 ${refusal.open} 件事项没有办结，不能归档。`,
        '请先逐件办结；不满意的继续整改，直到满意为止。',
        `${refusal.open} matter(s) are still open; the appraisal cannot be archived.`,
        'See every one of them through first.',
      )
    case 'title-missing':
      return bilingual(
        '没有填写评议名称。',
        '请填写后再立项。',
        'The appraisal has no title.',
        'Give it one and try again.',
      )
  }
}
