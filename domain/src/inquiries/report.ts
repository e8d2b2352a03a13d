/**
 * The report of an investigation: assembled from the records, worded by the team, signed by each who took part.
 *
 *     none ──assemble──▸ draft ──the last signs──▸ signed ──submit──▸ submitted (to the chairs)
 *                        ▲  ▲                        │                    │
 *                        │  └── amend, assemble ─────┘                    │   whatever changes the text voids
 *                        └────────────── reopen, with the reason ─────────┘   every signature given
 *
 * Each signs in their own account, or on paper with the scan; a dissent may be written beside the signature. Its items
 * point to records and findings; a protected name or an accusation can be in none of them.
 * Source: domain.md §4 (调查组: “every participating deputy signs”, S110), §5 phase 2 (headings, 主任会议 hears it).
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId, AppraisalId, Id, MatterId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import { evidenceOf, type EvidenceFacts } from '../matters/events.ts'
import type { Evidence } from '../matters/round-parts.ts'
import type { FindingKind } from './inquiry.ts'
import type { Method } from './methods.ts'

export type Heading = Readonly<{ key: string; title: string }>

/** Source: domain.md §5 phase 2 (S2 S3 S4 S5 S45): three to six of these are used everywhere. */
export const usualHeadings: readonly Heading[] = [
  { key: 'law', title: '贯彻执行法律法规情况' },
  { key: 'resolutions', title: '执行人大及其常委会决议决定情况' },
  { key: 'suggestions', title: '办理代表建议情况' },
  { key: 'administration', title: '依法行政、履行职责情况' },
  { key: 'hotspots', title: '热点难点问题处理情况' },
  { key: 'integrity', title: '勤政廉政情况' },
]

type ItemFacts = Readonly<{
  inquiry: Id<'inquiry'>
  /** The number of the record within the appraisal. */
  record: number
  method: Method
  on: Day
  finding: string
  kind: FindingKind
  heading: string | null
  matter: MatterId | null
}>

export type ReportItem = ItemFacts & Readonly<{ text: string }>

export type Section = Heading & Readonly<{ text: string }>

type SignatoryFacts = Readonly<{ account: AccountId | null }>

export type Signatory = SignatoryFacts & Readonly<{ name: string }>

export type Signature = Readonly<{
  /** Whose, by the place among the signatories. */
  place: number
  on: Day
  how: 'account' | 'paper'
  scan: readonly Evidence[]
  /** 不同意见; blank where there is none. */
  dissent: string
}>

type About = Readonly<{
  appraisal: AppraisalId
  assembledOn: Day
  title: string
  sections: readonly Section[]
  items: readonly ReportItem[]
  signatories: readonly Signatory[]
  signatures: readonly Signature[]
  /** How often signatures were voided by a change. */
  voided: number
  reopened: string | null
}>

export type InquiryReport = ByStatus<{
  none: Nothing
  draft: About
  signed: About & { signedOn: Day }
  submitted: About & { signedOn: Day; submittedOn: Day; reference: string }
}>

export type KnownReport = Exclude<InquiryReport, Readonly<{ status: 'none' }>>

export type ReportEvent = ByType<{
  ReportAssembled: {
    appraisal: AppraisalId
    on: Day
    items: readonly ItemFacts[]
    signatories: readonly SignatoryFacts[]
    words: Words<{
      title: string
      sections: readonly Section[]
      items: readonly string[]
      names: readonly string[]
    }>
  }
  ReportAmended: { on: Day; words: Words<{ title: string; sections: readonly Section[] }> }
  ReportSigned: Omit<Signature, 'dissent' | 'scan'> & {
    scan: readonly EvidenceFacts[]
    words: Words<{ dissent: string; files: readonly string[] }>
  }
  ReportSubmitted: { on: Day; words: Words<{ reference: string }> }
  ReportReopened: { on: Day; words: Words<{ reason: string }> }
}>

export const noReport: InquiryReport = { status: 'none' }

export function evolveReport(before: InquiryReport, event: ReportEvent): InquiryReport {
  if (event.type === 'ReportAssembled') {
    const { appraisal, on, words } = event
    return {
      status: 'draft',
      appraisal,
      assembledOn: on,
      title: words?.title ?? erasedText,
      sections: words?.sections ?? [],
      items: event.items.map((one, at) => ({ ...one, text: words?.items[at] ?? erasedText })),
      signatories: event.signatories.map((one, at) => ({
        ...one,
        name: words?.names[at] ?? erasedText,
      })),
      ...(before.status === 'none' ? { voided: 0, reopened: null } : voiding(before)),
      signatures: [],
    }
  }
  if (before.status === 'none') throw new Error(`${event.type} before ReportAssembled`)
  switch (event.type) {
    case 'ReportAmended': {
      const { title, sections } = event.words ?? { title: erasedText, sections: [] }
      return { ...draftOf(before), title, sections }
    }
    case 'ReportSigned': {
      const { place, on, how, words } = event
      const scan = evidenceOf(event.scan, words?.files)
      const signature = { place, on, how, scan, dissent: words?.dissent ?? erasedText }
      const signatures = [...before.signatures, signature]
      return signatures.length === before.signatories.length
        ? { ...before, status: 'signed', signedOn: event.on, signatures }
        : { ...before, signatures }
    }
    case 'ReportSubmitted': {
      if (before.status !== 'signed') throw new Error('ReportSubmitted before it was signed')
      const reference = event.words?.reference ?? erasedText
      return { ...before, status: 'submitted', submittedOn: event.on, reference }
    }
    case 'ReportReopened':
      return { ...draftOf(before), reopened: event.words?.reason ?? erasedText }
  }
}

function voiding({ voided, reopened, signatures }: KnownReport) {
  return { voided: voided + (signatures.length > 0 ? 1 : 0), reopened }
}

/** The text as it stands, and no signature under it. */
function draftOf(before: KnownReport): Extract<InquiryReport, { status: 'draft' }> {
  const { appraisal, assembledOn, title, sections, items, signatories } = before
  const about = { appraisal, assembledOn, title, sections, items, signatories }
  return { status: 'draft', ...about, ...voiding(before), signatures: [] }
}
