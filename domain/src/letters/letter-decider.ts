/**
 * What may happen to an opinion letter next. The chairs approve the wording; what the wording lint still found is
 * recorded with the approval, never in its way. Issue and hand-over look at the whole appraisal: nothing is left out.
 *
 * Source: domain.md §1.9 (主任会议 is the gate), §1.11 (交办会; 签收), §5 phase 4, §8.4; whole-appraisal.ts.
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, MatterId, UnitId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { approvalFault, type Approval, type ApprovingBody } from '../people/approval.ts'
import { contentFault, handOverFault, issueFault } from './letter-guards.ts'
import type { LetterRefusal } from './letter-refusals.ts'
import {
  holderOf,
  unitsOf,
  unsignedOf,
  type ContentWords,
  type Delivery,
  type KnownLetter,
  type Letter,
  type LetterContent,
  type LetterEvent,
  type LetterId,
  type LetterItem,
} from './letter.ts'
import { lintWording } from './lint-wording.ts'
import type { AppraisalSeen } from './whole-appraisal.ts'

export type LetterCommand = ByType<{
  DraftLetter: {
    appraisal: AppraisalId
    replaces: LetterId | null
    content: LetterContent
    seen: AppraisalSeen
    today: Day
  }
  ReviseLetter: { content: LetterContent; seen: AppraisalSeen; today: Day }
  ApproveLetter: {
    approval: Approval
    minutes: string
    changes: string
    approvers: readonly ApprovingBody[]
    seen: AppraisalSeen
    today: Day
  }
  ReturnLetter: { reason: string; today: Day }
  IssueLetter: { prefix: string; seen: AppraisalSeen; today: Day }
  HandOverLetter: { how: Delivery; by: string; seen: AppraisalSeen; today: Day }
  SignLetter: { unit: UnitId; signer: string; today: Day }
  WithdrawLetter: { reason: string; today: Day }
  /** Given together with the merging of a unit. */
  PassLetterOn: { from: UnitId; to: UnitId; today: Day }
  /** An item went to the wrong unit; `reissue` is the notice under which it goes to the right one. */
  VoidItem: { matter: MatterId; reissue: LetterId; reason: string; today: Day }
  /** Given together with the granting of a reassignment. */
  ReissueItem: {
    appraisal: AppraisalId
    replaces: LetterId
    item: LetterItem
    about: Pick<LetterContent, 'to' | 'copies'>
    reason: string
    reference: string
    today: Day
  }
}>

type Ruling = Result<readonly LetterEvent[], LetterRefusal>
type Told<Type extends LetterCommand['type']> = Extract<LetterCommand, { type: Type }>
type OnKnown = Exclude<LetterCommand, { type: 'DraftLetter' | 'ReissueItem' }>

export function decideLetter(letter: Letter, command: LetterCommand): Ruling {
  if (command.type === 'DraftLetter' || command.type === 'ReissueItem') {
    if (letter.status !== 'none') return refuse({ code: 'letter-exists' })
    return command.type === 'DraftLetter' ? draft(command) : reissue(command)
  }
  const wanted = letterNeeds[command.type]
  if (letter.status === 'none' || !wanted.includes(letter.status))
    return refuse({ code: 'letter-wrong-status', wanted })
  return decideKnown(letter, command)
}

/** Which step needs a letter in which state; pages grey their buttons by it. */
export const letterNeeds: Readonly<Record<OnKnown['type'], readonly KnownLetter['status'][]>> = {
  ReviseLetter: ['drafted'],
  ApproveLetter: ['drafted'],
  ReturnLetter: ['approved'],
  IssueLetter: ['approved'],
  HandOverLetter: ['issued'],
  SignLetter: ['delivered'],
  WithdrawLetter: ['drafted', 'approved', 'issued', 'delivered'],
  VoidItem: ['delivered', 'received'],
  PassLetterOn: ['delivered', 'received'],
}

function decideKnown(letter: KnownLetter, command: OnKnown): Ruling {
  const { today: on } = command
  switch (command.type) {
    case 'ReviseLetter': {
      const fault = contentFault(command.content, command.seen)
      return fault
        ? refuse(fault)
        : accept([{ type: 'LetterRevised', ...parts(command.content), on }])
    }
    case 'ApproveLetter':
      return approve(letter, command)
    case 'ReturnLetter':
      return said('退回理由', command.reason, (reason) => ({
        type: 'LetterReturned',
        on,
        words: { reason },
      }))
    case 'IssueLetter': {
      const fault = issueFault(letter, command.seen)
      if (fault) return refuse(fault)
      return said('发文字号', command.prefix, (prefix) => ({ type: 'LetterIssued', prefix, on }))
    }
    case 'HandOverLetter': {
      const { how, by, seen } = command
      const fault = handOverFault(letter, seen)
      if (fault) return refuse(fault)
      return said(how === 'meeting' ? '交办会' : '送达人', by, (told) => ({
        type: 'LetterHandedOver',
        how,
        on,
        words: { by: told },
      }))
    }
    case 'SignLetter':
      return sign(letter, command)
    case 'WithdrawLetter':
      if (letter.receipts.length > 0) return refuse({ code: 'letter-already-signed-for' })
      return said('撤回理由', command.reason, (reason) => ({
        type: 'LetterWithdrawn',
        on,
        words: { reason },
      }))
    case 'PassLetterOn': {
      const { from, to } = command
      return accept([{ type: 'LetterPassedOn', from, to, on }])
    }
    case 'VoidItem':
      return said('改办理由', command.reason, (reason) => ({
        type: 'LetterItemVoided',
        matter: command.matter,
        reissue: command.reissue,
        on,
        words: { reason },
      }))
  }
}

function said(what: string, text: string, event: (text: string) => LetterEvent): Ruling {
  const told = text.trim()
  return told === '' ? refuse({ code: 'letter-text-missing', what }) : accept([event(told)])
}

function draft({ appraisal, replaces, content, seen, today: on }: Told<'DraftLetter'>): Ruling {
  const fault = contentFault(content, seen)
  if (fault) return refuse(fault)
  return accept([{ type: 'LetterDrafted', appraisal, replaces, ...parts(content), on }])
}

function approve(letter: KnownLetter, command: Told<'ApproveLetter'>): Ruling {
  const { approval, approvers, minutes, changes, seen, today } = command
  if (!approvers.includes(approval.body))
    return refuse({ code: 'letter-body-may-not', body: approval.body, allowed: approvers })
  const faulty = approvalFault(approval, today)
  if (faulty === 'in-the-future')
    return refuse({ code: 'letter-approved-in-future', on: approval.on, today })
  if (faulty) return refuse({ code: 'letter-approval-faulty' })
  const fault = contentFault(letter, seen) ?? wholeFault(letter, seen)
  if (fault) return refuse(fault)
  return accept([
    {
      type: 'LetterApproved',
      approval,
      minutes: minutes.trim(),
      findingsLeft: lintWording(letter).map(({ place, fault: kind }) => ({ place, fault: kind })),
      on: today,
      words: { changes: changes.trim() },
    },
  ])
}

/** What a letter must have before the chairs see it. */
function wholeFault(letter: LetterContent, { matters }: AppraisalSeen): LetterRefusal | null {
  if (letter.overall.trim() === '') return { code: 'letter-text-missing', what: '总体评价' }
  if (letter.to.length === 0) return { code: 'letter-text-missing', what: '主送' }
  const numberOf = new Map(matters.map(({ id, number }) => [id, number]))
  const unassigned = letter.items.filter(({ official }) => official === null)
  if (unassigned.length > 0) {
    const numbers = unassigned.map(({ matter }) => numberOf.get(matter) ?? 0)
    return { code: 'letter-item-unassigned', numbers }
  }
  const isEmpty = letter.items.some(({ problem }) => problem.trim() === '')
  return isEmpty ? { code: 'letter-text-missing', what: '存在的主要问题' } : null
}

function sign(letter: KnownLetter, { unit, signer, today: on }: Told<'SignLetter'>): Ruling {
  const isTheirs = (one: UnitId) => holderOf(letter, one) === unit
  if (!unitsOf(letter).some(isTheirs)) return refuse({ code: 'letter-not-yours' })
  const waiting = unsignedOf(letter).filter(isTheirs)
  if (waiting.length === 0) return refuse({ code: 'letter-signed-already' })
  const told = signer.trim()
  if (told === '') return refuse({ code: 'letter-text-missing', what: '签收人' })
  const words = { signer: told }
  return accept(waiting.map((one) => ({ type: 'LetterSigned', unit: one, on, words })))
}

function reissue(command: Told<'ReissueItem'>): Ruling {
  const { appraisal, replaces, item, about, reason, reference, today: on } = command
  const content = {
    overall: reason,
    achievements: '',
    suggestions: '',
    ballot: '',
    items: [item],
    ...about,
  }
  return accept([{ type: 'ItemReissued', appraisal, replaces, reference, ...parts(content), on }])
}

/** Facts apart from words: who must act on which matter is a fact, what is said of them is words. */
function parts({ items, ...sections }: LetterContent): Readonly<{
  items: LetterEventItems
  words: ContentWords
}> {
  const { overall, achievements, suggestions, ballot } = sections
  const kept = (names: readonly string[]) =>
    names.map((name) => name.trim()).filter((name) => name !== '')
  return {
    items: items.map(({ matter, unit, official }) => ({ matter, unit, official })),
    words: {
      overall,
      achievements,
      suggestions,
      ballot,
      to: kept(sections.to),
      copies: kept(sections.copies),
      texts: items.map(({ problem, request }) => ({ problem, request })),
    },
  }
}

type LetterEventItems = Extract<LetterEvent, { type: 'LetterDrafted' }>['items']
