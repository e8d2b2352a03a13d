/** The review as the server takes it; null while something is missing. */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import type { ImportItem } from '@luoshi/server/contract/imports'
import { approvalOf } from '../../../ui/approval-draft.ts'
import { reasonText } from '../../left-out-reasons.ts'
import type { Account } from './account.ts'
import { originOf } from './obstacles.ts'
import type { Item, Paper, Review } from './review-shape.ts'
import { textOf } from './words-of.ts'

export type ConfirmBody = Readonly<{
  appraisal: AppraisalId
  items: ImportItem[]
  leftOut: { paragraph: number; reason: string }[]
}>

export function confirmBody(review: Review, account: Account, paper: Paper): ConfirmBody | null {
  const { appraisal, items } = review
  const full = items.map((item) => itemBody(item, review, paper))
  if (appraisal === null || full.includes(null) || account.open.length > 0) return null
  // The record is kept in Chinese, whatever language the page speaks.
  const leftOut = [...account.reasons].map(([paragraph, reason]) => ({
    paragraph,
    reason: reasonText(reason, 'zh').slice(0, 500),
  }))
  return { appraisal, items: full.filter((one) => one !== null), leftOut }
}

function itemBody(item: Item, { common }: Review, paper: Paper): ImportItem | null {
  const { receivedOn, ...origin } = originOf(item, common)
  const disposition = dispositionOf(item)
  if (receivedOn === null || disposition === null) return null
  const { paragraphs, proposal } = item
  // What the paper says of the plan goes with the matter: the unit may take it over, the clerk cannot write a plan.
  const noted = proposal === null ? undefined : paper.items[proposal]?.noted
  const body = { text: textOf(item, paper), ...origin, receivedOn, paragraphs, disposition }
  return noted && disposition.kind === 'matter' ? { ...body, noted } : body
}

function dispositionOf({ exit, title, unit }: Item): ImportItem['disposition'] | null {
  if (exit === null) {
    return title.trim() === '' ? null : { kind: 'matter', title: title.trim(), unit }
  }
  const approval = approvalOf(exit)
  const reason = exit.reason.trim()
  return approval === null || reason === ''
    ? null
    : { kind: 'exit', exit: exit.exit, reason, approval }
}
