/**
 * A batch of paper forms, typed by two people who do not see one another's entries. When both are done, what differs is
 * settled by looking at the paper; then all forms of the batch are handed in at once and what was typed is gone.
 *
 *     none ─begin─▸ typing ─one is done─▸ typing ─the other is done─▸ compared ─settle─▸ handedIn
 *
 * Source: issue 6 point 2 (paper forms with batch entry by two people); domain.md §11 (raw counts kept).
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { AccountId, Id } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Answer } from './answer.ts'
import { closedQuestionsOf } from './closed-questions.ts'
import type { Questionnaire } from './questionnaire.ts'

type About = Readonly<{
  survey: Id<'survey'>
  channel: string
  stratum: string
  /** How many forms: they are numbered on the paper, from 1. */
  forms: number
  begunOn: Day
}>

export type PaperBatch = ByStatus<{
  none: Nothing
  typing: About & { done: readonly AccountId[] }
  compared: About & { done: readonly AccountId[] }
  handedIn: About & { done: readonly AccountId[]; differences: number; on: Day }
}>

export type KnownBatch = Exclude<PaperBatch, Readonly<{ status: 'none' }>>

export type PaperBatchEvent = ByType<{
  PaperBatchBegun: {
    survey: Id<'survey'>
    channel: string
    stratum: string
    forms: number
    on: Day
  }
  PaperTypingDone: { by: AccountId; on: Day }
  PaperBatchHandedIn: { differences: number; on: Day }
}>

export type PaperBatchCommand = ByType<{
  BeginPaperBatch: {
    survey: Id<'survey'>
    channel: string
    stratum: string
    forms: number
    today: Day
  }
  /** `typed`: how many forms of the batch this person has typed. */
  FinishTyping: { by: AccountId; typed: number; today: Day }
  SettlePaperBatch: { differences: number; open: number; today: Day }
}>

export type PaperBatchRefusal = ByCode<{
  'batch-exists': Nothing
  'batch-wrong-status': Nothing
  'batch-size-wrong': { most: number }
  'batch-typed-by-two-already': Nothing
  'batch-done-already': Nothing
  'batch-forms-missing': { missing: number }
  'batch-differences-open': { open: number }
}>

/** What two people type in one sitting, and the paper pile stays in order. */
export const mostFormsInBatch = 200

type Ruling = Result<readonly PaperBatchEvent[], PaperBatchRefusal>

export function decideBatch(batch: PaperBatch, command: PaperBatchCommand): Ruling {
  if (command.type === 'BeginPaperBatch')
    return batch.status === 'none' ? begin(command) : refuse({ code: 'batch-exists' })
  if (batch.status === 'none') return refuse({ code: 'batch-wrong-status' })
  switch (command.type) {
    case 'FinishTyping':
      return finish(batch, command)
    case 'SettlePaperBatch':
      if (batch.status !== 'compared') return refuse({ code: 'batch-wrong-status' })
      return command.open > 0
        ? refuse({ code: 'batch-differences-open', open: command.open })
        : accept([
            { type: 'PaperBatchHandedIn', differences: command.differences, on: command.today },
          ])
  }
}

type Told<Type extends PaperBatchCommand['type']> = Extract<PaperBatchCommand, { type: Type }>

function begin({ survey, channel, stratum, forms, today: on }: Told<'BeginPaperBatch'>): Ruling {
  if (!Number.isSafeInteger(forms) || forms < 1 || forms > mostFormsInBatch)
    return refuse({ code: 'batch-size-wrong', most: mostFormsInBatch })
  return accept([{ type: 'PaperBatchBegun', survey, channel, stratum, forms, on }])
}

function finish(batch: KnownBatch, { by, typed, today: on }: Told<'FinishTyping'>): Ruling {
  const fault = typingFault(batch, by)
  if (fault) return refuse(fault)
  return typed < batch.forms
    ? refuse({ code: 'batch-forms-missing', missing: batch.forms - typed })
    : accept([{ type: 'PaperTypingDone', by, on }])
}

/** Why this person cannot type into it, or null. */
export function typingFault(batch: PaperBatch, by: AccountId): PaperBatchRefusal | null {
  if (batch.status === 'none') return { code: 'batch-wrong-status' }
  if (batch.done.includes(by)) return { code: 'batch-done-already' }
  return batch.status === 'typing' ? null : { code: 'batch-typed-by-two-already' }
}

export function evolveBatch(before: PaperBatch, event: PaperBatchEvent): PaperBatch {
  if (event.type === 'PaperBatchBegun') {
    const { survey, channel, stratum, forms, on: begunOn } = event
    return { status: 'typing', survey, channel, stratum, forms, begunOn, done: [] }
  }
  if (before.status === 'none') throw new Error(`${event.type} before PaperBatchBegun`)
  switch (event.type) {
    case 'PaperTypingDone': {
      const done = [...before.done, event.by]
      return { ...before, status: done.length < 2 ? 'typing' : 'compared', done }
    }
    case 'PaperBatchHandedIn': {
      const { differences, on } = event
      return { ...before, status: 'handedIn', differences, on }
    }
  }
}

export type TypedForm = Readonly<{ form: number; answer: Answer }>

type Given = string | readonly string[] | null

export type PaperDifference = Readonly<{
  form: number
  question: string
  values: readonly [Given, Given]
}>

/** Question by question; the order in which several options were ticked is no difference. */
export function paperDifferences(
  form: Questionnaire,
  one: readonly TypedForm[],
  other: readonly TypedForm[],
): readonly PaperDifference[] {
  const others = new Map(other.map((typed) => [typed.form, typed.answer]))
  const closed = closedQuestionsOf(form)
  return one.flatMap(({ form: number, answer }) =>
    closed.flatMap(({ key, options }): readonly PaperDifference[] => {
      const values = [answer[key] ?? null, others.get(number)?.[key] ?? null] as const
      const [first, second] = values.map((given) => inOrder(given, options))
      return first === second ? [] : [{ form: number, question: key, values }]
    }),
  )
}

function inOrder(given: Given, options: readonly string[]): string {
  const chosen = given === null ? [] : typeof given === 'string' ? [given] : given
  return options.filter((option) => chosen.includes(option)).join(' ')
}

export function explainBatchRefusal(refusal: PaperBatchRefusal): Bilingual {
  switch (refusal.code) {
    case 'batch-exists':
      return bilingual('这一批已经建立。', '请刷新后查看。', 'This batch is there.', 'Reload.')
    case 'batch-wrong-status':
      return bilingual(
        '这一批还没有到这一步，或者已经入库。',
        '依次是：两人各自录完、核对差异、入库。',
        'The batch is not at this step.',
        'The order is: two people type, differences are settled, handed in.',
      )
    case 'batch-size-wrong':
      return bilingual(
        `一批 1 到 ${refusal.most} 份。`,
        '更多的请分成几批。',
        `A batch has 1 to ${refusal.most} forms.`,
        'Make several.',
      )
    case 'batch-typed-by-two-already':
      return bilingual(
        '这一批已经由两个人录完。',
        '请核对差异。',
        'Two people have typed this batch.',
        'Settle what differs.',
      )
    case 'batch-done-already':
      return bilingual(
        '您已经录完这一批。',
        '须由另一个人独立再录一遍。',
        'You have typed this batch.',
        'Somebody else has to type it again.',
      )
    case 'batch-forms-missing':
      return bilingual(
        `还有 ${refusal.missing} 份没有录。`,
        '整份空白的，也请打开后保存，表示收到的是空白问卷。',
        `${refusal.missing} forms are not typed.`,
        'Save a blank one as it is.',
      )
    case 'batch-differences-open':
      return bilingual(
        `还有 ${refusal.open} 处差异没有核定。`,
        '请对照原件，逐处选定。',
        `${refusal.open} differences are not settled.`,
        'Look at the paper and choose.',
      )
  }
}
