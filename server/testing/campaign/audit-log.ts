/** The laws of closing, of counting and of archiving, audited from the log and from rows as they stood at each moment. */
import { campaignSteps, stepRules } from '@luoshi/domain/appraisals/campaign-steps'
import { textIn, type History, type Logged } from './history.ts'

const over = ['closed', 'merged', 'exited']

/** Closed only after a verdict of its latest round that satisfied on all three axes, and nothing after it reopened. */
export function unearnedClosings({ log }: History): readonly string[] {
  return log
    .filter(({ type }) => type === 'MatterClosed')
    .filter(({ stream, seq }) => {
      const before = log.filter((one) => one.stream === stream && one.seq < seq)
      const last = before.findLast(
        ({ type }) => type === 'MatterJudged' || type === 'MatterReopened',
      )
      return last?.type !== 'MatterJudged' || !satisfiedOnAll(last)
    })
    .map(({ seq, stream }) => `${seq} ${stream}`)
}

function satisfiedOnAll({ facts }: Logged): boolean {
  return ['measures', 'timeliness', 'quality'].every((axis) => {
    const found = facts[axis]
    return typeof found === 'object' && found !== null && 'result' in found
      ? found.result === 'satisfied'
      : false
  })
}

/** After every commit: opinions raised and not split are as many as matters opened and not gone, and exits. */
export function miscounted({ log }: History): readonly string[] {
  const [raised, split, exited] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const [opened, gone] = [new Set<string>(), new Set<string>()]
  const sets: Readonly<Record<string, Set<string>>> = {
    OpinionRaised: raised,
    OpinionSplit: split,
    OpinionExited: exited,
    MatterOpened: opened,
    MatterExited: gone,
  }
  const wrong: string[] = []
  for (const [at, { seq, stream, type, first }] of log.entries()) {
    sets[type]?.add(stream)
    if (log[at + 1]?.first === first) continue
    const [left, right] = [raised.size - split.size, opened.size - gone.size + exited.size]
    if (left !== right) wrong.push(`${seq}: ${left} raised, ${right} carried or gone`)
  }
  return wrong
}

/**
 * Archived with nothing owed and no paper missing: no matter of it was open at that moment, and every required step had
 * been recorded, done without by decision, or shown by the record of its part.
 */
export function wronglyArchived(history: History): readonly string[] {
  return history.log
    .filter(({ type }) => type === 'AppraisalArchived')
    .flatMap(({ seq, stream }) => {
      const matters = history.allAt('matter', seq).filter((one) => one.appraisal === stream)
      const owed = matters.filter(({ status }) => !over.includes(status))
      const recorded = recordedSteps(history, stream, seq)
      const missing = campaignSteps
        .filter((step) => stepRules[step].required && !recorded.has(step))
        .filter((step) => !isShown(history, step, stream, seq, matters.length))
      const faults = [...owed.map(({ id }) => id), ...missing]
      return faults.length === 0 ? [] : [`${seq} ${stream}: ${faults.join(', ')}`]
    })
}

function recordedSteps({ log }: History, appraisal: string, seq: number): ReadonlySet<string> {
  const own = log.filter((one) => one.stream === appraisal && one.seq < seq)
  return new Set(
    own.flatMap(({ type, facts }) => {
      if (type === 'CampaignStepDone') return [textIn(facts, 'step') ?? '']
      const waived = type === 'CampaignStepsWaived' ? facts['steps'] : []
      return Array.isArray(waived) ? waived.map(String) : []
    }),
  )
}

const shownBy: Readonly<Record<string, readonly [kind: string, ...statuses: string[]]>> = {
  selfCheckDone: ['selfcheck', 'submitted'],
  investigationDone: ['inquiryreport', 'signed', 'submitted'],
  meetingHeld: ['meeting', 'closed'],
  opinionsApproved: ['letter', 'approved', 'issued', 'delivered', 'received'],
  letterDelivered: ['letter', 'delivered', 'received'],
}

function isShown(
  history: History,
  step: string,
  appraisal: string,
  seq: number,
  matters: number,
): boolean {
  if (step === 'reportReceived') {
    const reports = history.allAt('report', seq).filter((one) => one.appraisal === appraisal)
    const signed = reports.length > 0 && reports.every(({ status }) => status === 'signed')
    return matters === 0 || signed
  }
  if (step === 'verdictGiven') return matters === 0 || wasJudged(history, appraisal, seq)
  const [kind = '', ...statuses] = shownBy[step] ?? []
  return history
    .allAt(kind, seq)
    .some((one) => one.appraisal === appraisal && statuses.includes(one.status))
}

function wasJudged(history: History, appraisal: string, seq: number): boolean {
  return history.log.some(
    (one) =>
      one.seq < seq &&
      one.type === 'MatterJudged' &&
      history.rowAt(one.stream, seq)?.appraisal === appraisal,
  )
}
