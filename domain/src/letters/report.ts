/**
 * The rectification report (整改情况报告) of one unit on one letter, item by item. First for comment to the committee, then
 * formally, signed by the official in person.
 *
 *     none ─owed (letter signed for)─▸ owed ─send─▸ forComment ─comment─▸ commented ─sign (in person)─▸ signed
 *                                       ▴ save                               ▴ save, or send again
 *     The unit merged: the report is in its successor’s hands, signed or not; what was signed stays signed.
 *     owed … commented ─lift─▸ lifted: all it was to answer went to other units (改办); nothing of it is shown any more.
 *
 * Source: 监督法第十七条 (first to the committee for comment, then in writing); domain.md §8.6; seed map S02, S05.
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, Id, MatterId, UnitId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import { passedFrom, type Held } from '../people/custody.ts'
import type { ResultClass } from '../matters/round-parts.ts'

export const achievedSteps = ['done', 'partly', 'notDone'] as const

export type Achieved = (typeof achievedSteps)[number]

/** A file as the matter keeps it: what proves the account. */
export type ReportFile = Readonly<{ sha256: string; name: string }>

export type ReportItem = Readonly<{
  matter: MatterId
  achieved: Achieved
  resultClass: ResultClass
  /** What was done and what came of it. */
  account: string
  /** Why the rest is not done, and what follows; empty only when all is done. */
  whyNot: string
  files: readonly ReportFile[]
}>

type About = Readonly<{
  letter: Id<'letter'>
  appraisal: AppraisalId
  unit: UnitId
  /** The unit that the letter names: another one than `unit` when it has merged since. */
  addressee: UnitId
  heldBefore: readonly Held[]
  owedOn: Day
  /** Null until the unit has saved something: then it is assembled from the matters. */
  items: readonly ReportItem[] | null
  sentOn: Day | null
  comments: Readonly<{ on: Day; text: string }> | null
}>

export type Report = ByStatus<{
  none: Nothing
  owed: About
  forComment: About
  commented: About
  lifted: About
  /** `unit` signed it, whoever keeps it now. */
  signed: About & { signature: Readonly<{ on: Day; signer: string; unit: UnitId }> }
}>

export type KnownReport = Exclude<Report, { status: 'none' }>
/** One that is to be shown. */
export type ShownReport = Exclude<KnownReport, { status: 'lifted' }>

export const reportStatuses = [
  'owed',
  'forComment',
  'commented',
  'signed',
] as const satisfies readonly ShownReport['status'][]

type ItemFacts = Readonly<{
  matter: MatterId
  achieved: Achieved
  resultClass: ResultClass
  files: readonly string[]
}>

type ItemWords = Readonly<{ account: string; whyNot: string; files: readonly string[] }>

export type ReportEvent = ByType<{
  ReportOwed: { letter: Id<'letter'>; appraisal: AppraisalId; unit: UnitId; on: Day }
  /** The unit merged: the report is its successor's to write, or to keep. */
  ReportPassedOn: { to: UnitId; on: Day }
  /** Its last matter of the letter was given to another unit. */
  ReportLifted: { on: Day }
  ReportSaved: {
    items: readonly ItemFacts[]
    on: Day
    words: Words<{ items: readonly ItemWords[] }>
  }
  ReportSent: { on: Day }
  ReportCommented: { on: Day; words: Words<{ text: string }> }
  ReportSigned: { on: Day; words: Words<{ signer: string }> }
}>

export function savedItems(
  items: readonly ReportItem[],
): Pick<Extract<ReportEvent, { type: 'ReportSaved' }>, 'items' | 'words'> {
  return {
    items: items.map(({ matter, achieved, resultClass, files }) => {
      return { matter, achieved, resultClass, files: files.map(({ sha256 }) => sha256) }
    }),
    words: {
      items: items.map(({ account, whyNot, files }) => {
        return { account, whyNot, files: files.map(({ name }) => name) }
      }),
    },
  }
}

export function evolveReport(before: Report, event: ReportEvent): Report {
  if (event.type === 'ReportOwed') {
    const { letter, appraisal, unit, on: owedOn } = event
    const about = { letter, appraisal, unit, addressee: unit, heldBefore: [], owedOn }
    return { status: 'owed', ...about, items: null, sentOn: null, comments: null }
  }
  if (before.status === 'none') throw new Error(`${event.type} before ReportOwed`)
  switch (event.type) {
    case 'ReportPassedOn': {
      const from = { unit: before.unit, official: null }
      return {
        ...before,
        unit: event.to,
        heldBefore: passedFrom(before.heldBefore, from, event.on),
      }
    }
    case 'ReportLifted':
      return { ...aboutOf(before), status: 'lifted' }
    case 'ReportSaved':
      return {
        ...before,
        items: event.items.map((item, at) => itemOf(item, event.words?.items[at])),
      }
    case 'ReportSent':
      return { ...aboutOf(before), status: 'forComment', sentOn: event.on }
    case 'ReportCommented': {
      const comments = { on: event.on, text: event.words?.text ?? erasedText }
      return { ...aboutOf(before), status: 'commented', comments }
    }
    case 'ReportSigned': {
      const signer = event.words?.signer ?? erasedText
      const signature = { on: event.on, signer, unit: before.unit }
      return { ...aboutOf(before), status: 'signed', signature }
    }
  }
}

function aboutOf(report: KnownReport): About {
  const { letter, appraisal, unit, addressee, heldBefore, owedOn, items, sentOn, comments } = report
  return { letter, appraisal, unit, addressee, heldBefore, owedOn, items, sentOn, comments }
}

function itemOf({ files, ...facts }: ItemFacts, words: ItemWords | undefined): ReportItem {
  return {
    ...facts,
    account: words?.account ?? erasedText,
    whyNot: words?.whyNot ?? (facts.achieved === 'done' ? '' : erasedText),
    files: files.map((sha256, at) => ({ sha256, name: words?.files[at] ?? sha256.slice(0, 12) })),
  }
}
