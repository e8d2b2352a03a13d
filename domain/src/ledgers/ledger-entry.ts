/**
 * One matter as a line of an office's ledger: everything that a county's forms ask for, in words. What several of the
 * forms call by different names is one field here; a form is an order of fields (`layouts.ts`).
 *
 * Source: domain.md §8.1 (云阳问题清单), §8.2 (整改台账), §8.3 (三张清单).
 */
import type { Day } from '../kernel/day.ts'
import type { MatterId } from '../kernel/ids.ts'
import type { Limit } from '../matters/limit.ts'
import { currentRound, type OpenedMatter, type Round } from '../matters/matter.ts'
import { statusLabels } from '../matters/status-labels.ts'
import type { Channel, RaiserKind } from '../opinions/opinion.ts'
import type { Person } from '../plans/plan.ts'
import { axes, axisLabels, type Verdict } from '../verdicts/verdict.ts'

export type LedgerEntry = Readonly<{
  matter: MatterId
  number: number
  title: string
  opinion: string
  source: string
  category: string
  cause: string
  goal: string
  measures: string
  oversees: string
  leads: string
  section: string
  does: string
  unit: string
  /** 完成时限; 待定 while it waits for a session without a day; null before hand-over. */
  due: Limit | null
  progress: string
  resultClass: string
  evidence: string
  review: string
  satisfaction: string
  closedOn: Day | null
  status: string
  round: number
}>

/** What is known of a matter outside its own record. */
export type LedgerContext = Readonly<{
  number: number
  unitName: string
  opinion: string
  raiserKind: RaiserKind
  channel: Channel
}>

export function ledgerEntry(
  id: MatterId,
  matter: OpenedMatter,
  { number, unitName, opinion, raiserKind, channel }: LedgerContext,
): LedgerEntry {
  const round = currentRound(matter)
  const plan = planOf(matter)
  return {
    matter: id,
    number,
    title: matter.title,
    opinion,
    source: raiserWords[raiserKind],
    category: channel === 'deputySuggestion' ? '建议类' : '问题类',
    cause: plan?.analysis ?? '',
    goal: plan?.task ?? '',
    measures: numbered(plan?.measures ?? []),
    oversees: plan ? nameOf(plan.oversees) : '',
    leads: plan ? nameOf(plan.leads) : '',
    section: plan?.does.post ?? '',
    does: plan?.does.name ?? '',
    unit: unitName,
    due: round?.due ?? null,
    progress: progressWords(matter.rounds),
    resultClass: round?.submission?.resultClass ?? '',
    evidence: matter.evidence.map(({ name }) => name).join('\n'),
    review: reviewWords(round),
    satisfaction: round?.verdict ? verdictWords(round.verdict) : '',
    closedOn: matter.closure?.on ?? null,
    status: statusLabels[matter.status].zh,
    round: round?.number ?? 0,
  }
}

/** Source: domain.md §8.2 (问题来源). */
const raiserWords: Readonly<Record<RaiserKind, string>> = {
  member: '常委会组成人员',
  deputy: '人大代表',
  team: '调查组',
  public: '群众',
  self: '自查',
}

/** The plan that stands: of the last round that has one. */
function planOf({ rounds }: OpenedMatter): Round['plan'] {
  return rounds.findLast(({ plan }) => plan !== null)?.plan ?? null
}

function nameOf({ name, post }: Person): string {
  return `${name}（${post}）`
}

function numbered(lines: readonly string[]): string {
  return lines.length === 1
    ? (lines[0] ?? '')
    : lines.map((line, at) => `${at + 1}.${line}`).join('\n')
}

function progressWords(rounds: readonly Round[]): string {
  return rounds
    .flatMap(({ progress }) => progress.map(({ on, text }) => `${on}：${text}`))
    .join('\n')
}

function reviewWords(round: Round | null): string {
  if (!round?.verification) return ''
  const { on, outcome, findings } = round.verification
  return `${on}：${outcome === 'confirmed' ? '经核查属实' : '经核查未完成'}。${findings}`
}

const resultWords = {
  satisfied: '满意',
  conditional: '基本满意、限期完善',
  unsatisfied: '不满意',
} as const

/** All three axes, one by one: a single word would hide the one that failed. */
function verdictWords(verdict: Verdict): string {
  const parts = axes.map((axis) => `${axisLabels[axis].zh}${resultWords[verdict[axis].result]}`)
  return `${verdict.on}：${parts.join('，')}`
}
