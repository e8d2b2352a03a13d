/** Forms of the steps until a unit has signed: draft, approval, hand-over, receipt, reassignment. */
import { matterStep } from '@luoshi/server/contract/matter-steps'
import { ask } from '../../../api/server.ts'
import type { StepSpec } from './step-spec.ts'

const responsible = [
  { kind: 'unit', name: 'unit', words: 'unit' },
  { kind: 'official', name: 'official', words: 'official' },
] as const

export const assignSpecs = {
  RedraftMatter: {
    fields: () => [
      { kind: 'line', name: 'title', words: 'title' },
      { kind: 'unit', name: 'unit', words: 'unit', mayBeOpen: true, optional: true },
    ],
    initial: ({ detail }) => ({
      texts: { title: detail.matter.title, unit: detail.matter.unit ?? '' },
    }),
    send: ({ params, version, extras }, typed) => {
      const body = { version, title: typed.line('title'), unit: typed.idOrNull('unit', 'unit') }
      return ask(matterStep('RedraftMatter'), { params, body }, extras)
    },
  },
  ApproveMatter: {
    fields: () => [{ kind: 'approval', purpose: 'matter' }],
    send: ({ params, version, extras }, typed) =>
      ask(
        matterStep('ApproveMatter'),
        { params, body: { version, approval: typed.approval() } },
        extras,
      ),
  },
  HandOverMatter: {
    fields: () => [
      ...responsible,
      { kind: 'line', name: 'letter', words: 'letter', hint: 'letterHint' },
    ],
    initial: ({ detail }) => ({ texts: { unit: detail.matter.unit ?? '' } }),
    send: ({ params, version, extras }, typed) => {
      const body = {
        version,
        unit: typed.id('unit', 'unit'),
        official: typed.id('official', 'official'),
        letter: typed.line('letter'),
      }
      return ask(matterStep('HandOverMatter'), { params, body }, extras)
    },
  },
  SignReceipt: {
    fields: () => [{ kind: 'line', name: 'signer', words: 'signer' }],
    initial: ({ session }) => ({ texts: { signer: session.account.name } }),
    send: ({ params, version, extras }, typed) =>
      ask(
        matterStep('SignReceipt'),
        { params, body: { version, signer: typed.line('signer') } },
        extras,
      ),
  },
  AskReassignment: {
    fields: () => [{ kind: 'text', name: 'reason', words: 'reassignReason' }],
    send: ({ params, version, extras }, typed) =>
      ask(
        matterStep('AskReassignment'),
        { params, body: { version, reason: typed.text('reason') } },
        extras,
      ),
  },
  GrantReassignment: {
    fields: ({ detail: { matter } }) => [
      { kind: 'unit', name: 'unit', words: 'unit', except: matter.unit },
      { kind: 'official', name: 'official', words: 'official' },
      { kind: 'text', name: 'reason', words: 'reassignReason' },
    ],
    send: ({ params, version, extras }, typed) => {
      const body = {
        version,
        unit: typed.id('unit', 'unit'),
        official: typed.id('official', 'official'),
        reason: typed.text('reason'),
      }
      return ask(matterStep('GrantReassignment'), { params, body }, extras)
    },
  },
  RefuseReassignment: {
    fields: () => [{ kind: 'text', name: 'reason', words: 'refuseReason' }],
    send: ({ params, version, extras }, typed) =>
      ask(
        matterStep('RefuseReassignment'),
        { params, body: { version, reason: typed.text('reason') } },
        extras,
      ),
  },
} as const satisfies Readonly<Record<string, StepSpec>>
