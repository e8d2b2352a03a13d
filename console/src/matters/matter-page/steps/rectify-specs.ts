/** Forms of the steps of a round: meeting, plan, progress, result, verification, verdict. */
import { resultClasses } from '@luoshi/domain/matters/round-parts'
import { matterStep } from '@luoshi/server/contract/matter-steps'
import { ask } from '../../../api/server.ts'
import { raiserViewChoices, resultClassChoices, verifyChoices } from './choices.ts'
import { attendanceTyped, votesTyped } from './judgement.ts'
import type { StepSpec } from './step-spec.ts'

const evidence = { kind: 'files', name: 'evidence', words: 'evidence' } as const
const returning = [{ kind: 'text', name: 'comments', words: 'returnComments' }] as const
const signing = { kind: 'line', name: 'signedBy', words: 'signedBy', hint: 'signedByHint' } as const
const isOutcome = ['confirmed', 'notConfirmed'] as const
const isView = ['satisfied', 'basicallySatisfied', 'dissatisfied', 'notAsked'] as const

export const rectifySpecs = {
  RecordMeeting: {
    fields: ({ session }) => [
      { kind: 'day', name: 'heldOn', words: 'heldOn', max: session.today },
      { kind: 'people', name: 'attended', words: 'attended' },
      { kind: 'text', name: 'resolved', words: 'resolved' },
    ],
    initial: ({ session }) => ({ texts: { heldOn: session.today } }),
    send: ({ params, version, extras }, typed) => {
      const body = {
        version,
        heldOn: typed.day('heldOn'),
        attended: typed.people('attended'),
        resolved: typed.text('resolved'),
      }
      return ask(matterStep('RecordMeeting'), { params, body }, extras)
    },
  },
  SubmitPlan: {
    fields: () => [{ kind: 'plan' }, signing],
    initial: ({ session }) => ({ texts: { signedBy: session.account.name } }),
    send: ({ params, version, extras }, typed) => {
      const body = { version, plan: typed.plan(), signedBy: typed.line('signedBy') }
      return ask(matterStep('SubmitPlan'), { params, body }, extras)
    },
  },
  AcceptPlan: {
    fields: () => [{ kind: 'text', name: 'comments', words: 'acceptComments', optional: true }],
    send: ({ params, version, extras }, typed) =>
      ask(
        matterStep('AcceptPlan'),
        { params, body: { version, comments: typed.text('comments') } },
        extras,
      ),
  },
  ReturnPlan: {
    fields: () => returning,
    send: ({ params, version, extras }, typed) =>
      ask(
        matterStep('ReturnPlan'),
        { params, body: { version, comments: typed.text('comments') } },
        extras,
      ),
  },
  ReportProgress: {
    fields: () => [
      { kind: 'text', name: 'text', words: 'progress' },
      { ...evidence, optional: true },
    ],
    send: ({ params, version, extras }, typed) => {
      const body = { version, text: typed.text('text'), evidence: typed.files }
      return ask(matterStep('ReportProgress'), { params, body }, extras)
    },
  },
  SubmitResult: {
    fields: () => [
      { kind: 'text', name: 'answer', words: 'answer', hint: 'answerHint' },
      { kind: 'choice', name: 'resultClass', words: 'resultClass', choices: resultClassChoices },
      evidence,
      signing,
    ],
    initial: ({ session }) => ({ texts: { signedBy: session.account.name } }),
    send: ({ params, version, extras }, typed) => {
      const body = {
        version,
        answer: typed.text('answer'),
        resultClass: typed.one(resultClasses, 'resultClass'),
        evidence: typed.files,
        signedBy: typed.line('signedBy'),
      }
      return ask(matterStep('SubmitResult'), { params, body }, extras)
    },
  },
  ReturnResult: {
    fields: () => returning,
    send: ({ params, version, extras }, typed) =>
      ask(
        matterStep('ReturnResult'),
        { params, body: { version, comments: typed.text('comments') } },
        extras,
      ),
  },
  VerifyMatter: {
    fields: ({ session }) => [
      { kind: 'day', name: 'heldOn', words: 'verifiedOn', max: session.today },
      { kind: 'line', name: 'place', words: 'place' },
      { kind: 'people', name: 'verifiers', words: 'verifiers' },
      { kind: 'text', name: 'findings', words: 'verifyFindings' },
      { kind: 'choice', name: 'outcome', words: 'verifyOutcome', choices: verifyChoices },
      { kind: 'choice', name: 'raiserView', words: 'raiserView', choices: raiserViewChoices },
      { ...evidence, optional: true },
    ],
    initial: ({ session }) => ({
      texts: { heldOn: session.today, raiserView: 'notAsked' },
      lists: { verifiers: [session.account.name] },
    }),
    send: ({ params, version, extras }, typed) => {
      const body = {
        version,
        heldOn: typed.day('heldOn'),
        place: typed.line('place'),
        findings: typed.text('findings'),
        outcome: typed.one(isOutcome, 'outcome'),
        verifiers: typed.people('verifiers'),
        raiserView: typed.one(isView, 'raiserView'),
        evidence: typed.files,
      }
      return ask(matterStep('VerifyMatter'), { params, body }, extras)
    },
  },
  JudgeMatter: {
    weighty: true,
    fields: () => [
      { kind: 'session', name: 'session', words: 'session', hint: 'sessionHint' },
      { kind: 'judgement' },
      { kind: 'text', name: 'reasons', words: 'judgeReasons', optional: true },
    ],
    send: ({ params, version, extras }, typed) => {
      const body = {
        version,
        session: typed.line('session'),
        attendance: attendanceTyped(typed),
        votes: votesTyped(typed),
        reasons: typed.text('reasons'),
      }
      return ask(matterStep('JudgeMatter'), { params, body }, extras)
    },
  },
} as const satisfies Readonly<Record<string, StepSpec>>
