/**
 * The opinion letter (评议意见书): what the committee puts to the official and the units, item by item, in one paper.
 *
 *     none ─draft─▸ drafted ─approve (chairs)─▸ approved ─issue (number)─▸ issued ─hand over─▸ delivered ─signed by all─▸ received
 *                    ▴ revise      └──── return ────┘                     drafted … delivered ─withdraw (reason)─▸ withdrawn
 *
 * An item that went to the wrong unit is void in this letter and goes out again under a re-issue notice (改办通知): a
 * letter of its own with a number of its own, delivered the moment it is issued. Both stay to be seen.
 *
 * What a unit owes under a letter outlives it: it passes to the unit it merged into (承接), named beside the old one.
 *
 * Source: domain.md §5 phase 4, §8.4 (北京办法第十四条: evaluation, problems, suggestions, time limit), §9.1 (misassigned).
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, Id, MatterId, OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import type { Words } from '../kernel/words.ts'
import type { Approval } from '../people/approval.ts'
import type { WordingFault } from './lint-wording.ts'

export type LetterId = Id<'letter'>

/** One problem of the letter: one matter, the unit that must act, the official who answers, and what is demanded. */
export type LetterItem = Readonly<{
  matter: MatterId
  unit: UnitId
  /** Null while nobody was chosen yet; an approved letter names somebody for every item. */
  official: OfficialId | null
  problem: string
  request: string
}>

export const letterSections = ['overall', 'achievements', 'suggestions', 'ballot'] as const

export type LetterSection = (typeof letterSections)[number]

export type LetterContent = Readonly<
  Record<LetterSection, string> & {
    /** In the order they are printed. */
    items: readonly LetterItem[]
    /** 主送, 抄送: names of bodies, as they are printed. */
    to: readonly string[]
    copies: readonly string[]
  }
>

/** Where a fault of wording is, and of what kind: kept when the letter was approved all the same. */
export type FindingLeft = Readonly<{ place: LetterSection | MatterId; fault: WordingFault }>

export const deliveries = ['meeting', 'paper'] as const

/** 交办会 or 书面送达. */
export type Delivery = (typeof deliveries)[number]

/** A unit merged after the hand-over: who acts for it in this letter from then on. */
export type Heir = Readonly<{ from: UnitId; to: UnitId; on: Day }>

export type LetterReceipt = Readonly<{ unit: UnitId; on: Day; signer: string }>
export type VoidItem = Readonly<{ matter: MatterId; reissue: LetterId; on: Day; reason: string }>

export type LetterAbout = LetterContent &
  Readonly<{
    appraisal: AppraisalId
    form: 'opinion' | 'reissue'
    /** The letter that was withdrawn or corrected by this one. */
    replaces: LetterId | null
    draftedOn: Day
    approval: Approval | null
    /** Number of the minutes, and what the chairs changed in the wording. */
    minutes: string
    changes: string
    returned: string | null
    findingsLeft: readonly FindingLeft[]
    /** `reference`: a re-issue bears the number of its letter and its place in it: 云常评意〔2026〕3号改1. */
    issue: Readonly<{ prefix: string; on: Day; reference: string | null }> | null
    delivery: Readonly<{ how: Delivery; on: Day; by: string }> | null
    receipts: readonly LetterReceipt[]
    heirs: readonly Heir[]
    voided: readonly VoidItem[]
    withdrawal: Readonly<{ on: Day; reason: string }> | null
  }>

export type Letter = ByStatus<{
  none: Nothing
  drafted: LetterAbout
  approved: LetterAbout
  issued: LetterAbout
  delivered: LetterAbout
  received: LetterAbout
  withdrawn: LetterAbout
}>

export type KnownLetter = Exclude<Letter, { status: 'none' }>

export const letterStatuses = [
  'drafted',
  'approved',
  'issued',
  'delivered',
  'received',
  'withdrawn',
] as const satisfies readonly KnownLetter['status'][]

export type ItemFacts = Omit<LetterItem, 'problem' | 'request'>

export type ContentWords = Omit<LetterContent, 'items'> &
  Readonly<{ texts: readonly Readonly<{ problem: string; request: string }>[] }>

type Content = { items: readonly ItemFacts[]; on: Day; words: Words<ContentWords> }

export type LetterEvent = ByType<{
  LetterDrafted: Content & { appraisal: AppraisalId; replaces: LetterId | null }
  LetterRevised: Content
  LetterApproved: {
    approval: Approval
    minutes: string
    findingsLeft: readonly FindingLeft[]
    on: Day
    words: Words<{ changes: string }>
  }
  LetterReturned: { on: Day; words: Words<{ reason: string }> }
  LetterIssued: { prefix: string; on: Day }
  LetterHandedOver: { how: Delivery; on: Day; words: Words<{ by: string }> }
  LetterSigned: { unit: UnitId; on: Day; words: Words<{ signer: string }> }
  LetterItemVoided: {
    matter: MatterId
    reissue: LetterId
    on: Day
    words: Words<{ reason: string }>
  }
  LetterPassedOn: Heir
  LetterWithdrawn: { on: Day; words: Words<{ reason: string }> }
  /** 改办通知: one item of another letter, to the right unit, issued and delivered in one act. */
  ItemReissued: Content & { appraisal: AppraisalId; replaces: LetterId; reference: string }
}>

/** The items that still count in this letter: all but those that went out again under another number. */
export function liveItems({ items, voided }: LetterAbout): readonly LetterItem[] {
  const gone = new Set(voided.map(({ matter }) => matter))
  return items.filter(({ matter }) => !gone.has(matter))
}

/** The units that have to sign, in the order of the items. */
export function unitsOf(letter: LetterAbout): readonly UnitId[] {
  return [...new Set(liveItems(letter).map(({ unit }) => unit))]
}

/** Who acts now for a unit the letter was handed over to: itself, or the unit it merged into. */
export function holderOf({ heirs }: Pick<LetterAbout, 'heirs'>, unit: UnitId): UnitId {
  return heirs.reduce((holder, { from, to }) => (holder === from ? to : holder), unit)
}

/** The units whose receipt is still out, as they were named in the letter. */
export function unsignedOf(letter: LetterAbout): readonly UnitId[] {
  const signed = new Set(letter.receipts.map(({ unit }) => unit))
  return unitsOf(letter).filter((unit) => !signed.has(unit))
}

export function isLive({ status }: KnownLetter): boolean {
  return status !== 'withdrawn'
}

/** 云常评意〔2026〕3号 */
export function letterReference(
  { issue }: Pick<LetterAbout, 'issue'>,
  number: number | null,
): string | null {
  if (issue === null) return null
  return issue.reference ?? `${issue.prefix}〔${issue.on.slice(0, 4)}〕${number ?? ''}号`
}

/** The next re-issue of one of its items: 云常评意〔2026〕3号改1, then 改2. */
export function reissueReference({ voided }: LetterAbout, reference: string): string {
  return `${reference}改${voided.length + 1}`
}
