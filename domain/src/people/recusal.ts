/**
 * Recusal (回避): somebody who is too near to an appraisal takes no part in it: a team person or clerk does nothing in it,
 * a member is no voter in its ballot. Who decided and why is on record; it can be lifted, by decision.
 *
 *     none ─record─▸ standing ─lift─▸ lifted
 *
 * Source: domain.md §3.1 (监督法 art. 57: interested persons excluded), §4 (may not vote where an interest exists).
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { AccountId, AppraisalId, Id } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import { approvalFault, type Approval } from './approval.ts'

export const recusalGrounds = ['kinship', 'workedThere', 'interest', 'ownRequest', 'other'] as const

export type RecusalGround = (typeof recusalGrounds)[number]

/** Somebody on the roster, an account, or both. */
export type RecusedPerson = Readonly<{ person: Id<'person'> | null; account: AccountId | null }>

type About = RecusedPerson &
  Readonly<{
    appraisal: AppraisalId
    ground: RecusalGround
    on: Day
    approval: Approval
    name: string
    reason: string
  }>

export type Recusal = ByStatus<{
  none: Nothing
  standing: About
  lifted: About & { liftedOn: Day; liftedBy: Approval }
}>

export type RecusalEvent = ByType<{
  RecusalRecorded: RecusedPerson & {
    appraisal: AppraisalId
    ground: RecusalGround
    on: Day
    approval: Approval
    words: Words<{ name: string; reason: string }>
  }
  RecusalLifted: { on: Day; approval: Approval }
}>

export type RecusalRefusal = ByCode<{
  'recusal-of-nobody': Nothing
  'recusal-stands-already': { name: string }
  'recusal-reason-missing': Nothing
  'recusal-not-standing': Nothing
  'recusal-undecided': { fault: 'reference-missing' | 'in-the-future' }
}>

type Ruling = Result<readonly RecusalEvent[], RecusalRefusal>

export type RecusalAsked = RecusedPerson &
  Readonly<{
    appraisal: AppraisalId
    ground: RecusalGround
    approval: Approval
    name: string
    reason: string
    today: Day
  }>

/** `standing`: who is recused there already. Refused: nobody named, no reason, no decision of a body, twice. */
export function recordRecusal(asked: RecusalAsked, standing: readonly RecusedPerson[]): Ruling {
  const { person, account, appraisal, ground, approval, name, reason, today } = asked
  if (person === null && account === null) return refuse({ code: 'recusal-of-nobody' })
  if (isRecused(asked, standing)) return refuse({ code: 'recusal-stands-already', name })
  if (reason.trim() === '') return refuse({ code: 'recusal-reason-missing' })
  const fault = approvalFault(approval, today)
  if (fault) return refuse({ code: 'recusal-undecided', fault })
  const facts = { person, account, appraisal, ground, on: today, approval }
  const words = { name, reason: reason.trim() }
  return accept([{ type: 'RecusalRecorded', ...facts, words }])
}

/** By decision of a body only, with its reference and a day not after today. */
export function liftRecusal(recusal: Recusal, approval: Approval, today: Day): Ruling {
  if (recusal.status !== 'standing') return refuse({ code: 'recusal-not-standing' })
  const fault = approvalFault(approval, today)
  if (fault) return refuse({ code: 'recusal-undecided', fault })
  return accept([{ type: 'RecusalLifted', on: today, approval }])
}

/** Whether somebody, by his place on the roster or by his account, is among the recused. */
export function isRecused(who: RecusedPerson, recused: readonly RecusedPerson[]): boolean {
  return recused.some(
    ({ person, account }) =>
      (person !== null && person === who.person) || (account !== null && account === who.account),
  )
}

/** The voters that are left when the recused are taken out; in their order. */
export function withoutRecused<Voter extends RecusedPerson>(
  voters: readonly Voter[],
  recused: readonly RecusedPerson[],
): readonly Voter[] {
  return voters.filter((voter) => !isRecused(voter, recused))
}

export const noRecusal: Recusal = { status: 'none' }

export function evolveRecusal(before: Recusal, event: RecusalEvent): Recusal {
  if (event.type === 'RecusalRecorded') {
    const { person, account, appraisal, ground, on, approval, words } = event
    const said = { name: words?.name ?? erasedText, reason: words?.reason ?? erasedText }
    return { status: 'standing', person, account, appraisal, ground, on, approval, ...said }
  }
  if (before.status === 'none') throw new Error('RecusalLifted before RecusalRecorded')
  return { ...before, status: 'lifted', liftedOn: event.on, liftedBy: event.approval }
}

export function explainRecusal(refusal: RecusalRefusal): Bilingual {
  switch (refusal.code) {
    case 'recusal-of-nobody':
      return bilingual(
        '没有选择回避的人。',
        '请从名册或者账号中选择。',
        'Nobody was chosen.',
        'Choose somebody from the roster or the accounts.',
      )
    case 'recusal-stands-already':
      return bilingual(
        `${refusal.name}已经在这项评议中回避。`,
        '不必重复登记；请刷新查看。',
        `${refusal.name} is recused from this appraisal already.`,
        'Nothing to do; reload.',
      )
    case 'recusal-reason-missing':
      return bilingual('没有写明回避理由。', '请填写理由。', 'The reason is missing.', 'Give it.')
    case 'recusal-not-standing':
      return bilingual(
        '这项回避已经解除，或者没有登记。',
        '请刷新查看。',
        'The recusal was lifted, or is not on record.',
        'Reload.',
      )
    case 'recusal-undecided':
      return refusal.fault === 'reference-missing'
        ? bilingual(
            '没有写明由哪次会议或者哪份文件决定。',
            '请填写会议届次或者文号。',
            'It does not say which meeting or paper decided.',
            'Give the session or document number.',
          )
        : bilingual(
            '决定日期晚于今天。',
            '请核对日期。',
            'The day of the decision is in the future.',
            'Check the day.',
          )
  }
}

/** What one who is recused is told when he tries. */
export const recusedWords: Bilingual = bilingual(
  '您已在这项评议中回避，不能办理其中的事项。',
  '请由未回避的人员办理；回避有误的，由作出决定的机构解除。',
  'You are recused from this appraisal and may not act in it.',
  'Let somebody else do it; the body that decided may lift the recusal.',
)
