/**
 * Where an appraisal stands: what is done, what is next, who is waited for, which paper is missing, what was late.
 * Computed each time from the appraisal, the counts of its matters and the records of its parts; never stored, so it
 * cannot disagree with them.
 *
 * Source: domain.md §5 (phases and their papers); issue 3 item 3; 监督法第十五条 and 昭通办法 (leads before the meeting).
 */
import { latestDayBefore } from '../calendar/before-meeting.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Day } from '../kernel/day.ts'
import type { RecordKind, UnitId } from '../kernel/ids.ts'
import type { Appraisal } from './appraisal.ts'
import {
  campaignSteps,
  stepRules,
  type CampaignStep,
  type StepOwner,
  type StepRecord,
} from './campaign-steps.ts'
import { phases, type Phase } from './phases.ts'

type KnownAppraisal = Exclude<Appraisal, Readonly<{ status: 'none' }>>

/** A record of one of the appraisal's parts, as far as the guide needs it. */
export type PartRecord = Readonly<{
  kind: RecordKind
  status: string
  on: Day | null
  number: number | null
  /** Units whose signature under it is still out: for a letter, or on a report. */
  waitsFor: readonly UnitId[]
}>

export type GuideInput = Readonly<{
  appraisal: KnownAppraisal
  records: readonly PartRecord[]
  /** Matters ever opened, and those neither closed, merged nor exited. */
  matters: Readonly<{ all: number; open: number }>
  /** The day of the last verdict on a matter of it, however it was recorded. */
  lastVerdict: Day | null
  /** The Party committee’s consent to the annual plan it was opened from: consent to whom the plan names. */
  consent: Readonly<{ on: Day; number: string }> | null
  calendar: Calendar
  today: Day
}>

/**
 * `now`: its phase is the present one. `behind`: its phase has passed and it is neither done nor waived.
 * `ahead`: its phase comes later. `none`: there is nothing of the kind to do.
 */
export type StepStanding = 'done' | 'waived' | 'now' | 'behind' | 'ahead' | 'none'

export type GuideStep = Readonly<{
  step: CampaignStep
  phase: Phase
  owner: StepOwner
  required: boolean
  standing: StepStanding
  on: Day | null
  number: string | null
  until: Day | null
  /** What was noted, or why it was done without. */
  note: string
  /** Read from a record of the part itself, not ticked by hand. */
  fromRecord: boolean
  /** The last day on which it is in time, when the meeting day is fixed. */
  latest: Day | null
  isLate: boolean
  /** Units that have not signed what this step asks of them. */
  units: readonly UnitId[]
}>

export type Guide = Readonly<{
  steps: readonly GuideStep[]
  /** The first thing to do now. */
  next: CampaignStep | null
  waitsFor: readonly StepOwner[]
  /** Required, neither done nor waived: what an archive still lacks. */
  missing: readonly CampaignStep[]
  canArchive: boolean
}>

type Evidence = Readonly<{ kind: RecordKind; statuses: readonly string[] }>

/** Which record of a part shows that a step is done. */
const shownBy: Partial<Readonly<Record<CampaignStep, Evidence>>> = {
  kickOff: { kind: 'inquiryplan', statuses: ['started'] },
  publicCall: { kind: 'call', statuses: ['open', 'closed'] },
  selfCheckDone: { kind: 'selfcheck', statuses: ['submitted'] },
  investigationDone: { kind: 'inquiryreport', statuses: ['signed', 'final', 'submitted'] },
  meetingHeld: { kind: 'meeting', statuses: ['held', 'closed', 'ended'] },
  opinionsApproved: { kind: 'letter', statuses: ['approved', 'issued', 'delivered', 'received'] },
  letterDelivered: { kind: 'letter', statuses: ['received'] },
  reportReceived: { kind: 'report', statuses: ['signed'] },
}

export function appraisalGuide(input: GuideInput): Guide {
  const { appraisal, matters } = input
  const steps = campaignSteps.map((step) => guideStep(step, input))
  // What a county may leave out is not waited for once its phase has passed: else it would be the next step for ever.
  const undone = steps.filter(
    ({ standing, required }) => standing === 'now' || (standing === 'behind' && required),
  )
  const owners = undone.flatMap(({ owner, units }): readonly StepOwner[] =>
    units.length > 0 ? [owner, 'unit'] : [owner],
  )
  const isOver = appraisal.status === 'archived'
  const missing = steps
    .filter(({ required, standing }) => required && ['now', 'behind', 'ahead'].includes(standing))
    .map(({ step }) => step)
  const waitsFor = isOver || appraisal.suspension ? [] : owners
  return {
    steps,
    next: isOver ? null : (undone[0]?.step ?? null),
    waitsFor: [...new Set(waitsFor)],
    missing,
    canArchive: !isOver && matters.open === 0 && missing.length === 0,
  }
}

function guideStep(step: CampaignStep, input: GuideInput): GuideStep {
  const { appraisal, calendar, today } = input
  const { phase, owner, required, lead } = stepRules[step]
  const found = recordedOf(step, input)
  const standing = found?.how ?? undoneStanding(step, input)
  const latest =
    lead !== null && appraisal.meetingOn !== null
      ? latestDayBefore(appraisal.meetingOn, lead, calendar).latest
      : null
  const happened = found?.how === 'done' ? found.on : today
  return {
    step,
    phase,
    owner,
    required,
    standing,
    on: found?.on ?? null,
    number: found?.number ?? null,
    until: found?.until ?? null,
    note: found?.note ?? '',
    fromRecord: found?.fromRecord ?? false,
    latest,
    units: unitsWaitedFor(step, input),
    isLate: latest !== null && standing !== 'waived' && happened !== null && happened > latest,
  }
}

/** Who has not signed for a letter has not got it yet, and owes a report on it all the same. */
function unitsWaitedFor(step: CampaignStep, { records }: GuideInput): readonly UnitId[] {
  const kinds: Partial<Readonly<Record<CampaignStep, readonly RecordKind[]>>> = {
    letterDelivered: ['letter'],
    reportReceived: ['letter', 'report'],
  }
  const asked = records.filter(({ kind }) => kinds[step]?.includes(kind) === true)
  return [...new Set(asked.flatMap(({ waitsFor }) => waitsFor))]
}

type Recorded = Readonly<{
  how: 'done' | 'waived'
  on: Day | null
  number: string | null
  until: Day | null
  note: string
  fromRecord: boolean
}>

/** What was recorded by hand stands before what a part's record shows: it carries the number of the paper. */
function recordedOf(step: CampaignStep, input: GuideInput): Recorded | null {
  const { appraisal, records, lastVerdict, consent } = input
  const kept: StepRecord | undefined = appraisal.steps[step]
  if (kept?.how === 'done') return { ...kept, fromRecord: false }
  if (step === 'partyApproved' && consent)
    return { how: 'done', ...consent, until: null, note: '', fromRecord: true }
  const evidence = shownBy[step]
  const ofKind = records.filter(({ kind }) => kind === evidence?.kind)
  const shows = ({ status }: PartRecord) => evidence?.statuses.includes(status) === true
  const isWaiting = unitsWaitedFor(step, input).length > 0
  const record = isWaiting ? undefined : ofKind.find(shows)
  const on = step === 'verdictGiven' ? lastVerdict : (record?.on ?? null)
  if (record || on !== null)
    return { how: 'done', on, number: null, until: null, note: '', fromRecord: true }
  if (!kept) return null
  const { reason: note } = kept
  return {
    how: 'waived',
    on: kept.on,
    number: kept.approval.reference,
    until: null,
    note,
    fromRecord: false,
  }
}

function undoneStanding(step: CampaignStep, { appraisal, matters }: GuideInput): StepStanding {
  // Where no opinion became a matter there is nothing to report on and nothing to judge.
  const isOfMatters = step === 'reportReceived' || step === 'verdictGiven'
  const { phase } = stepRules[step]
  const here = phases.indexOf(appraisal.phase)
  const there = phases.indexOf(phase)
  if (isOfMatters && matters.all === 0) return 'none'
  if (there > here) return 'ahead'
  return there === here ? 'now' : 'behind'
}
