/** Forms of the steps that end, divert, prolong or supervise a matter. */
import { exitLabels, exits } from '@luoshi/domain/opinions/exits'
import {
  chaseLevelLabels,
  chaseLevels,
  measureLabels,
  measures,
} from '@luoshi/domain/supervision/chase'
import { addDays } from '@luoshi/domain/kernel/day'
import { dayOf } from '@luoshi/domain/matters/limit'
import { currentRound } from '@luoshi/domain/matters/matter'
import { matterStep } from '@luoshi/server/contract/matter-steps'
import { ask } from '../../../api/server.ts'
import { causeChoices, choicesOf, lookChoices } from './choices.ts'
import type { StepSpec } from './step-spec.ts'

const lookOutcomes = ['held', 'relapsed'] as const
const causes = ['postTransferred', 'unitMerged'] as const

export const leaveSpecs = {
  ObjectToClosure: {
    fields: () => [
      { kind: 'text', name: 'text', words: 'objection' },
      { kind: 'line', name: 'from', words: 'objectionFrom', optional: true },
    ],
    send: ({ params, version, extras }, typed) => {
      const body = { version, text: typed.text('text'), from: typed.line('from') }
      return ask(matterStep('ObjectToClosure'), { params, body }, extras)
    },
  },
  AnswerObjection: {
    fields: ({ detail }) => [
      {
        kind: 'choice',
        name: 'objection',
        words: 'objectionWhich',
        choices: detail.matter.objections.flatMap(({ answer, text }, place) =>
          answer === null ? [{ value: `${place}`, zh: text, en: text }] : [],
        ),
      },
      { kind: 'text', name: 'answer', words: 'objectionAnswer' },
    ],
    send: ({ params, version, extras }, typed) => {
      const objection = typed.count('objection')
      const body = { version, objection, answer: typed.text('answer') }
      return ask(matterStep('AnswerObjection'), { params, body }, extras)
    },
  },
  CloseMatter: {
    weighty: true,
    fields: () => [{ kind: 'approval', purpose: 'closure' }],
    send: ({ params, version, extras }, typed) =>
      ask(
        matterStep('CloseMatter'),
        { params, body: { version, approval: typed.approval() } },
        extras,
      ),
  },
  LookBackAtMatter: {
    weighty: true,
    fields: () => [
      { kind: 'choice', name: 'outcome', words: 'lookOutcome', choices: lookChoices },
      { kind: 'text', name: 'findings', words: 'lookFindings' },
    ],
    send: ({ params, version, extras }, typed) => {
      const outcome = typed.one(lookOutcomes, 'outcome')
      const body = { version, outcome, findings: typed.text('findings') }
      return ask(matterStep('LookBackAtMatter'), { params, body }, extras)
    },
  },
  MergeMatter: {
    weighty: true,
    fields: () => [
      { kind: 'matter', name: 'into', words: 'into' },
      { kind: 'text', name: 'reason', words: 'mergeReason' },
      { kind: 'approval', purpose: 'exit' },
    ],
    send: ({ params, version, extras }, typed) => {
      const into = typed.id('matter', 'into')
      const body = { version, into, reason: typed.text('reason'), approval: typed.approval() }
      return ask(matterStep('MergeMatter'), { params, body }, extras)
    },
  },
  ExitMatter: {
    weighty: true,
    fields: () => [
      { kind: 'choice', name: 'exit', words: 'exit', choices: choicesOf(exits, exitLabels) },
      { kind: 'text', name: 'reason', words: 'exitReason' },
      { kind: 'approval', purpose: 'exit' },
    ],
    send: ({ params, version, extras }, typed) => {
      const exit = typed.one(exits, 'exit')
      const body = { version, exit, reason: typed.text('reason'), approval: typed.approval() }
      return ask(matterStep('ExitMatter'), { params, body }, extras)
    },
  },
  CommitMatter: {
    weighty: true,
    fields: ({ session }) => [
      { kind: 'day', name: 'until', words: 'until', min: session.today },
      { kind: 'text', name: 'stages', words: 'stages' },
      { kind: 'approval', purpose: 'extension' },
    ],
    send: ({ params, version, extras }, typed) => {
      const until = typed.day('until')
      const body = { version, until, stages: typed.text('stages'), approval: typed.approval() }
      return ask(matterStep('CommitMatter'), { params, body }, extras)
    },
  },
  ExtendDue: {
    fields: ({ detail, policy }) => {
      const limit = currentRound(detail.matter)?.due
      const due = limit === undefined ? null : dayOf(limit)
      return [
        {
          kind: 'day',
          name: 'due',
          words: 'due',
          ...(due ? { min: addDays(due, 1) } : {}),
          ...(due && policy ? { max: policy.latestExtension(due) } : {}),
        },
        { kind: 'text', name: 'reason', words: 'extendReason' },
        { kind: 'approval', purpose: 'extension' },
      ]
    },
    send: ({ params, version, extras }, typed) => {
      const due = typed.day('due')
      const body = { version, due, reason: typed.text('reason'), approval: typed.approval() }
      return ask(matterStep('ExtendDue'), { params, body }, extras)
    },
  },
  MoveResponsibility: {
    fields: () => [
      { kind: 'unit', name: 'unit', words: 'unit' },
      { kind: 'official', name: 'official', words: 'official' },
      { kind: 'choice', name: 'cause', words: 'cause', choices: causeChoices },
      { kind: 'text', name: 'reason', words: 'moveReason' },
    ],
    initial: ({ detail }) => ({ texts: { unit: detail.matter.unit ?? '' } }),
    send: ({ params, version, extras }, typed) => {
      const body = {
        version,
        unit: typed.id('unit', 'unit'),
        official: typed.id('official', 'official'),
        cause: typed.one(causes, 'cause'),
        reason: typed.text('reason'),
      }
      return ask(matterStep('MoveResponsibility'), { params, body }, extras)
    },
  },
  ChaseMatter: {
    fields: () => [
      {
        kind: 'choice',
        name: 'level',
        words: 'level',
        choices: choicesOf(chaseLevels, chaseLevelLabels),
      },
      { kind: 'text', name: 'text', words: 'chaseText' },
    ],
    initial: () => ({ texts: { level: 'reminder' } }),
    send: ({ params, version, extras }, typed) => {
      const body = { version, level: typed.one(chaseLevels, 'level'), text: typed.text('text') }
      return ask(matterStep('ChaseMatter'), { params, body }, extras)
    },
  },
  EscalateMatter: {
    weighty: true,
    fields: () => [
      {
        kind: 'choice',
        name: 'measure',
        words: 'measure',
        choices: choicesOf(measures, measureLabels),
      },
      { kind: 'text', name: 'reason', words: 'escalateReason' },
      { kind: 'approval', purpose: 'escalation' },
    ],
    send: ({ params, version, extras }, typed) => {
      const measure = typed.one(measures, 'measure')
      const body = { version, measure, reason: typed.text('reason'), approval: typed.approval() }
      return ask(matterStep('EscalateMatter'), { params, body }, extras)
    },
  },
} as const satisfies Readonly<Record<string, StepSpec>>
