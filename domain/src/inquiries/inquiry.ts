/**
 * One record of an investigation: a talk, a forum, a visit … with who took part, what was found, and the files.
 *
 *     none ──record──▸ recorded ─┬─ amend ──────────▸ (same; the first words stay in the log)
 *                                ├─ note a finding ─▸ (same)  problem: an opinion with its matter in the same commit
 *                                └─ withdraw one ───▸ (same)  never a problem: that one goes on as an opinion
 *
 * Achievements stand beside problems (S23). The name of a protected source is in no event of the record: it lies in a
 * sealed envelope (envelope.ts), and here stands only that the source is protected.
 * Source: domain.md §5 phase 2, §8.12 (被谈话人 may be anonymised), §13 (interview records sealed to team and clerk).
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, MatterId, OpinionId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import { evidenceOf, type EvidenceFacts } from '../matters/events.ts'
import type { Evidence } from '../matters/round-parts.ts'
import type { Method } from './methods.ts'
import type { Ratings } from './ratings.ts'

export const protectedSource = '身份保密'

export const findingKinds = ['problem', 'achievement', 'fact'] as const

export type FindingKind = (typeof findingKinds)[number]

export const findingLabels: Readonly<Record<FindingKind, Readonly<{ zh: string; en: string }>>> = {
  problem: { zh: '问题', en: 'Problem' },
  achievement: { zh: '成绩', en: 'Achievement' },
  fact: { zh: '情况', en: 'Fact' },
}

export type RecordText = Readonly<{
  place: string
  /** The members of the team who were there. */
  tookPart: string
  /** Who was talked to or visited; blank where the source is protected. */
  whom: string
  found: string
}>

type RecordFacts = Readonly<{
  method: Method
  on: Day
  isProtected: boolean
  ratings: Ratings | null
}>

export type Carried = Readonly<{ opinion: OpinionId; matter: MatterId | null }>

export type Finding = Readonly<{
  /** `f1`, `f2` …: never used again. */
  finding: string
  kind: FindingKind
  /** The heading of the report it belongs under; null: none yet. */
  heading: string | null
  text: string
  /** Where a problem went. */
  carried: Carried | null
}>

type Recorded = RecordFacts &
  RecordText &
  Readonly<{
    evidence: readonly Evidence[]
    appraisal: AppraisalId
    recordedOn: Day
    findings: readonly Finding[]
    /** How many were ever noted, so that no key comes twice. */
    noted: number
  }>

export type Inquiry = ByStatus<{ none: Nothing; recorded: Recorded }>

export type KnownInquiry = Exclude<Inquiry, Readonly<{ status: 'none' }>>

/** What a file is called may name a source: it is a word like the rest of what was told. */
type Told = {
  evidence: readonly EvidenceFacts[]
  words: Words<RecordText & { files: readonly string[] }>
}

export type InquiryEvent = ByType<{
  InquiryRecorded: RecordFacts & Told & { appraisal: AppraisalId; recordedOn: Day }
  InquiryAmended: RecordFacts & Told
  FindingNoted: {
    finding: string
    kind: FindingKind
    heading: string | null
    carried: Carried | null
    words: Words<{ text: string }>
  }
  FindingWithdrawn: { finding: string; words: Words<{ reason: string }> }
}>

export const noInquiry: Inquiry = { status: 'none' }

const erased = {
  place: erasedText,
  tookPart: erasedText,
  whom: erasedText,
  found: erasedText,
  files: undefined,
}

function toldIn({ evidence, words }: Told) {
  const { files, ...text } = words ?? erased
  return { ...text, evidence: evidenceOf(evidence, files) }
}

export function evolveInquiry(before: Inquiry, event: InquiryEvent): Inquiry {
  if (event.type === 'InquiryRecorded') {
    const { type: _, words: _words, evidence: _files, ...facts } = event
    return { status: 'recorded', ...facts, ...toldIn(event), findings: [], noted: 0 }
  }
  if (before.status === 'none') throw new Error(`${event.type} before InquiryRecorded`)
  switch (event.type) {
    case 'InquiryAmended': {
      const { type: _, words: _words, evidence: _files, ...facts } = event
      return { ...before, ...facts, ...toldIn(event) }
    }
    case 'FindingNoted': {
      const { finding, kind, heading, carried, words } = event
      const noted = { finding, kind, heading, carried, text: words?.text ?? erasedText }
      return { ...before, findings: [...before.findings, noted], noted: before.noted + 1 }
    }
    case 'FindingWithdrawn': {
      const findings = before.findings.filter((one) => one.finding !== event.finding)
      return { ...before, findings }
    }
  }
}
