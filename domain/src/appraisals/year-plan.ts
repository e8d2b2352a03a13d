/**
 * The annual plan 年度评议计划: whom the committee means to appraise this year, how each was chosen and why, the Party
 * committee's consent, the chairs' adoption, publication, and every later change with its reason.
 *
 *     none ──draft──▸ drafting ──Party consents, chairs adopt──▸ adopted ──publish──▸ adopted, published
 *
 * Source: 监督法第六十三条 (passed by the chairs, published, may be adjusted); domain.md §5 phase 0, §6 selection and
 * subjectKind, §1 fact 10 (经县委同意), §14 (评好不评差: therefore each subject says why it was chosen).
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, Id, OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { Approval } from '../people/approval.ts'

/** Source: domain.md §6 subjectKind. */
export const subjectKinds = ['person', 'unit', 'project', 'report', 'judge'] as const

export type SubjectKind = (typeof subjectKinds)[number]

/** Source: domain.md §6 selection (S2 lot, S15 lot from a list, S16 ranking and threshold, S7 rotation). */
export const selections = ['plan', 'lot', 'ranking', 'rotation', 'threshold'] as const

export type Selection = (typeof selections)[number]

export const selectionLabels: Readonly<Record<Selection, Readonly<{ zh: string; en: string }>>> = {
  plan: { zh: '计划确定', en: 'Named in the plan' },
  lot: { zh: '抽签产生', en: 'Drawn by lot' },
  ranking: { zh: '排名末位列入', en: 'Bottom of a ranking' },
  rotation: { zh: '届内轮换', en: 'By rotation' },
  threshold: { zh: '低于门槛列入', en: 'Below a threshold' },
}

export const subjectKindLabels: Readonly<
  Record<SubjectKind, Readonly<{ zh: string; en: string }>>
> = {
  person: { zh: '述职人员', en: 'Official' },
  unit: { zh: '单位工作', en: 'Unit' },
  project: { zh: '专项工作', en: 'Project' },
  report: { zh: '专项报告', en: 'Report' },
  judge: { zh: '法官、检察官', en: 'Judge or procurator' },
}

export type SubjectFacts = Readonly<{
  /** `s1`, `s2` …: its place in the plan, never used again. */
  subject: string
  kind: SubjectKind
  unit: UnitId
  official: OfficialId
  selection: Selection
  /** The drawing it came from, when by lot. */
  drawing: Id<'drawing'> | null
}>

export type Subject = SubjectFacts &
  Readonly<{
    reason: string
    isWithdrawn: boolean
    appraisal: AppraisalId | null
  }>

/** A change after adoption: what, why, by whose decision. */
export type PlanChange = Readonly<{
  what: 'added' | 'withdrawn'
  subject: string
  approval: Approval
  reason: string
}>

export type PartyConsent = Readonly<{ body: string; number: string; on: Day }>

type About = Readonly<{
  year: number
  title: string
  subjects: readonly Subject[]
  party: PartyConsent | null
  changes: readonly PlanChange[]
}>

export type YearPlan = ByStatus<{
  none: Nothing
  drafting: About
  adopted: About & { approval: Approval; publishedOn: Day | null }
}>

export type KnownYearPlan = Exclude<YearPlan, Readonly<{ status: 'none' }>>

export type YearPlanEvent = ByType<{
  YearPlanDrafted: { year: number; on: Day; words: Words<{ title: string }> }
  /** `approval` is null before adoption: until then it is only a draft. */
  SubjectPlanned: SubjectFacts & {
    on: Day
    approval: Approval | null
    words: Words<{ reason: string }>
  }
  SubjectWithdrawn: {
    subject: string
    on: Day
    approval: Approval | null
    words: Words<{ reason: string }>
  }
  PartyConsented: { body: string; number: string; on: Day }
  YearPlanAdopted: { approval: Approval; on: Day }
  YearPlanPublished: { on: Day }
  SubjectOpened: { subject: string; appraisal: AppraisalId; on: Day }
}>

export const noYearPlan: YearPlan = { status: 'none' }

export function evolveYearPlan(before: YearPlan, event: YearPlanEvent): YearPlan {
  if (event.type === 'YearPlanDrafted') {
    const title = event.words?.title ?? erasedText
    const nothingYet = { subjects: [], party: null, changes: [] }
    return { status: 'drafting', year: event.year, title, ...nothingYet }
  }
  if (before.status === 'none') throw new Error(`${event.type} before YearPlanDrafted`)
  switch (event.type) {
    case 'SubjectPlanned': {
      const { subject, kind, unit, official, selection, drawing, approval, words } = event
      const reason = words?.reason ?? erasedText
      const facts = { subject, kind, unit, official, selection, drawing }
      const planned = { ...facts, reason, isWithdrawn: false, appraisal: null }
      const changes = changed(before, 'added', subject, approval, reason)
      return { ...before, subjects: [...before.subjects, planned], changes }
    }
    case 'SubjectWithdrawn': {
      const { subject, approval, words } = event
      const reason = words?.reason ?? erasedText
      const changes = changed(before, 'withdrawn', subject, approval, reason)
      return { ...before, subjects: withSubject(before, subject, { isWithdrawn: true }), changes }
    }
    case 'PartyConsented': {
      const { body, number, on } = event
      return { ...before, party: { body, number, on } }
    }
    case 'YearPlanAdopted':
      return { ...before, status: 'adopted', approval: event.approval, publishedOn: null }
    case 'YearPlanPublished':
      return before.status === 'adopted' ? { ...before, publishedOn: event.on } : before
    case 'SubjectOpened': {
      const { subject, appraisal } = event
      return { ...before, subjects: withSubject(before, subject, { appraisal }) }
    }
  }
}

function changed(
  { changes }: KnownYearPlan,
  what: PlanChange['what'],
  subject: string,
  approval: Approval | null,
  reason: string,
): readonly PlanChange[] {
  return approval === null ? changes : [...changes, { what, subject, approval, reason }]
}

function withSubject(
  { subjects }: KnownYearPlan,
  subject: string,
  change: Partial<Subject>,
): readonly Subject[] {
  return subjects.map((one) => (one.subject === subject ? { ...one, ...change } : one))
}
