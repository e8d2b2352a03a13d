/** Every step a person may take on a matter, with what it needs. `steps.check.ts` proves that it is what the rules need. */
import type { MatterCommandType } from '@luoshi/domain/matters/commands'
import { matterStatuses } from '@luoshi/domain/matters/matter'
import { resultClasses } from '@luoshi/domain/matters/round-parts'
import { exits } from '@luoshi/domain/opinions/exits'
import { chaseLevels, measures } from '@luoshi/domain/supervision/chase'
import * as z from 'zod/mini'
import { approval, count, day, evidence, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

const unit = id('unit')
const official = id('official')
const people = z.array(line).check(z.maxLength(100))
const files = z.array(evidence).check(z.maxLength(50))
const person = z.object({ name: line, post: line })
const votes = z.object({ satisfied: count, basically: count, dissatisfied: count, abstain: count })

const plan = z.object({
  analysis: z.optional(text),
  task: z.optional(text),
  measures: z.optional(z.array(text).check(z.maxLength(50))),
  dueOn: z.optional(day),
  oversees: z.optional(person),
  leads: z.optional(person),
  does: z.optional(person),
})

const attendance = z.object({ members: count, present: count, issued: count, returned: count })

const judgement = {
  session: line,
  attendance,
  votes: z.object({ measures: votes, timeliness: votes, quality: votes }),
  reasons: text,
}

/**
 * Given only with another act: the raising or splitting of an opinion, the announcing of a ballot, the withdrawal or re-issue
 * of a letter. They have no address of their own.
 */
type OnlyWithin = 'OpenMatter' | 'TakePart' | 'JudgeByBallot' | 'RecallMatter' | 'ReissueMatter'

export type MatterStep = Exclude<MatterCommandType, OnlyWithin>

/** What each step needs beyond its matter and the version looked at. */
export const stepFields = {
  RedraftMatter: { title: line, unit: z.nullable(unit) },
  ApproveMatter: { approval },
  HandOverMatter: { unit, official, letter: line },
  SignReceipt: { signer: line },
  AskReassignment: { reason: text },
  GrantReassignment: { unit, official, reason: text },
  RefuseReassignment: { reason: text },
  RecordMeeting: { heldOn: day, attended: people, resolved: text },
  SubmitPlan: { plan, signedBy: line },
  AcceptPlan: { comments: text },
  ReturnPlan: { comments: text },
  ReportProgress: { text, evidence: files },
  SubmitResult: {
    answer: text,
    resultClass: z.enum(resultClasses),
    evidence: files,
    signedBy: line,
  },
  ReturnResult: { comments: text },
  VerifyMatter: {
    heldOn: day,
    place: line,
    findings: text,
    outcome: z.enum(['confirmed', 'notConfirmed']),
    verifiers: people,
    raiserView: z.enum(['satisfied', 'basicallySatisfied', 'dissatisfied', 'notAsked']),
    evidence: files,
  },
  JudgeMatter: judgement,
  ObjectToClosure: { text, from: line },
  AnswerObjection: { objection: z.int().check(z.minimum(0)), answer: text },
  CloseMatter: { approval },
  LookBackAtMatter: { outcome: z.enum(['held', 'relapsed']), findings: text },
  MergeMatter: { into: id('matter'), reason: text, approval },
  ExitMatter: { exit: z.enum(exits), reason: text, approval },
  CommitMatter: { until: day, stages: text, approval },
  ExtendDue: { due: day, reason: text, approval },
  MoveResponsibility: {
    unit,
    official,
    cause: z.enum(['postTransferred', 'unitMerged']),
    reason: text,
  },
  ChaseMatter: { level: z.enum(chaseLevels), text },
  EscalateMatter: { measure: z.enum(measures), reason: text, approval },
} as const satisfies Readonly<Record<MatterStep, Readonly<Record<string, unknown>>>>

/** What a step answers: where the matter stands now. */
export const stepAnswer = z.object({
  id: id('matter'),
  version,
  status: z.enum(matterStatuses),
  seq: z.int(),
})

export type StepAnswer = z.infer<typeof stepAnswer>

export const matterParam = z.object({ matter: id('matter') })

const summaries: Readonly<Record<MatterStep, string>> = {
  RedraftMatter: 'Change the draft: title and proposed unit',
  ApproveMatter: 'Record the approval of the wording',
  HandOverMatter: 'Hand over to a unit and an official by a numbered letter',
  SignReceipt: 'Sign for it',
  AskReassignment: 'Send a wrong assignment back',
  GrantReassignment: 'Grant the reassignment',
  RefuseReassignment: 'Refuse the reassignment',
  RecordMeeting: 'Record the leadership meeting',
  SubmitPlan: 'Submit the plan',
  AcceptPlan: 'Accept the plan',
  ReturnPlan: 'Return the plan',
  ReportProgress: 'Report progress',
  SubmitResult: 'Report the result',
  ReturnResult: 'Return the result',
  VerifyMatter: 'Record a verification on the spot',
  JudgeMatter: 'Record the verdict on the three axes',
  ObjectToClosure: 'Record an objection against striking it off',
  AnswerObjection: 'Answer an objection',
  CloseMatter: 'Strike it off after approval',
  LookBackAtMatter: 'Look back',
  MergeMatter: 'Let it follow another matter',
  ExitMatter: 'Let it leave by a lawful exit',
  CommitMatter: 'Make it a commitment across years',
  ExtendDue: 'Extend the time limit',
  MoveResponsibility: 'Move responsibility to a successor',
  ChaseMatter: 'Chase',
  EscalateMatter: 'Take a measure',
}

/** `ApproveMatter` → `approve-matter`. */
export function kebab(type: string): string {
  // No look-behind: Safari before 16.4 cannot even read one.
  return type.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
}

export function isMatterStep(raw: string): raw is MatterStep {
  return Object.hasOwn(stepFields, raw)
}

export const matterSteps = Object.keys(stepFields).filter(isMatterStep)

/** The fields of one step and the version looked at. */
export function stepBody<Step extends MatterStep>(step: Step) {
  return z.object({ version, ...stepFields[step] })
}

/** The endpoint of one step: `POST /api/v1/matters/:matter/approve-matter`. */
export function matterStep<Step extends MatterStep>(step: Step) {
  return endpoint({
    method: 'POST',
    path: `/api/v1/matters/:matter/${kebab(step)}`,
    summary: summaries[step],
    command: step,
    params: matterParam,
    body: stepBody(step),
    answer: stepAnswer,
  })
}

export const judgePreviewBody = z.object({ version, ...judgement })
