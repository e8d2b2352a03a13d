/** One paper as a file: what is on record, in the county's wording, in the format that was asked for. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { templateFor } from '@luoshi/domain/papers/county-templates'
import { paperMediaTypes, type PaperFormat } from '@luoshi/domain/papers/formats'
import type { PaperKind } from '@luoshi/domain/papers/paper-kinds'
import type { PaperMark } from '@luoshi/papers/identity/paper-mark'
import { sealPaper } from '@luoshi/papers/identity/sealed-paper'
import type { PaperFrame } from '@luoshi/papers/official/assemble'
import type { OfficialPaper } from '@luoshi/papers/official/paper'
import type { PaperWriters } from '@luoshi/papers/official/write-paper'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { inTwo } from '../http/two-sentences.ts'
import { congressName } from '../ledgers/congress-name.ts'
import { appraisalNotice, archiveCatalogue, implementationPlan } from './appraisal-papers.ts'
import type { AskedPaper, PaperLoader } from './asked-paper.ts'
import { countyTemplates } from './county-templates.ts'
import { interviewRecord, investigationReport } from './inquiry-papers.ts'
import { appraisalOf, registerPaper } from './issued-papers.ts'
import { feedbackTalk, opinionLetter, receiptForm, reissueNotice } from './letter-papers.ts'
import { meetingMinutes } from './meeting-papers.ts'
import { chairScript } from './chair-script-paper.ts'
import { ballotRecord } from './ballot-record-paper.ts'
import { closureForm, rectificationPlan, threeLists } from './matter-papers.ts'
import {
  ballotSheet,
  handOverList,
  monthlyBriefing,
  rectificationReport,
  resultAnnouncement,
  supervisionNotice,
  tallySheet,
} from './record-papers.ts'
import { termPlan } from './term-papers.ts'
import { surveyResultsReport } from './survey-papers.ts'

const loaders: Readonly<Record<PaperKind, PaperLoader>> = {
  'term-plan': termPlan,
  'implementation-plan': implementationPlan,
  notice: appraisalNotice,
  'interview-record': interviewRecord,
  'investigation-report': investigationReport,
  'chair-script': chairScript,
  'meeting-minutes': meetingMinutes,
  'opinion-letter': opinionLetter,
  'reissue-notice': reissueNotice,
  receipt: receiptForm,
  'feedback-talk': feedbackTalk,
  'rectification-plan': rectificationPlan,
  'three-lists': threeLists,
  'supervision-notice': supervisionNotice,
  'rectification-report': rectificationReport,
  'ballot-sheet': ballotSheet,
  'tally-sheet': tallySheet,
  'ballot-record': ballotRecord,
  'result-announcement': resultAnnouncement,
  'closure-form': closureForm,
  'hand-over-list': handOverList,
  'survey-results': surveyResultsReport,
  briefing: monthlyBriefing,
  'archive-catalogue': archiveCatalogue,
}

export type MadePaper = Readonly<{
  paper: OfficialPaper
  mark: PaperMark | null
  /** The day it bears. */
  on: Day
}>

/** @param site - Where the check page is, for the picture on the paper; null when the house has no address. */
export async function makePaper(
  world: World,
  asked: AskedPaper,
  site: string | null,
): Outcome<MadePaper> {
  const { by, kind } = asked
  const draft = await loaders[kind](world, asked)
  if (!draft.ok) return draft
  const { on, of, standing, paper: made } = draft.value
  const frame = { ...(await wordingOf(world, by, kind)), on }
  const paper = made(frame)
  if (standing === 'form') return accept({ paper, mark: null, on })
  if (standing === 'draft') return accept({ paper, mark: { status: 'draft' }, on })
  const appraisal = appraisalOf(asked.appraisal) ?? appraisalOf(of.split('/')[0])
  const mark = await issueMade(world, by, { kind, appraisal, of, frame, paper }, site)
  return mark.ok ? accept({ paper, mark: mark.value, on }) : mark
}

/** The county's template of a paper, and its name. */
export async function wordingOf(world: World, { congress }: Principal, kind: PaperKind) {
  const [{ state }, name] = await Promise.all([
    countyTemplates(world, congress),
    congressName(world.db, congress),
  ])
  return { template: templateFor(state, kind), congress: name }
}

type ToIssue = Readonly<{
  kind: PaperKind
  appraisal: AppraisalId | null
  of: string
  frame: PaperFrame
  paper: OfficialPaper
}>

/** Sealed and put into the ledger; what stands on it then. */
export async function issueMade(
  world: World,
  by: Principal,
  { kind, appraisal, of, frame, paper }: ToIssue,
  site: string | null,
): Outcome<PaperMark> {
  const sealed = sealPaper(kind, frame.template, paper)
  const registered = await registerPaper(world, by, {
    paper: kind,
    appraisal,
    of,
    scope: by.unit !== null && scopeOf(by).sees === 'unit' ? by.unit : 'whole',
    hash: sealed.hash,
    dated: paper.signature?.on ?? frame.on,
    on: todayOf(world),
    words: { number: paper.number ?? '', organ: paper.signature?.by ?? frame.congress },
  })
  return registered.ok ? accept({ status: 'issued', sealed, site }) : registered
}

export type PaperFile = Readonly<{ name: string; mediaType: string; bytes: Uint8Array }>

export async function paperFile(
  world: World,
  asked: AskedPaper & Readonly<{ format: PaperFormat }>,
  { writers, site }: Readonly<{ writers: PaperWriters; site: string | null }>,
): Outcome<PaperFile> {
  const made = await makePaper(world, asked, site)
  if (!made.ok) return made
  const { paper, mark } = made.value
  const written = await writers[asked.format](paper, mark)
  if (!written.ok) {
    const { code, zh, en } = written.refusal
    return refused(422, code, inTwo(zh, en))
  }
  const name = `${fileTitle(paper)}.${asked.format}`
  return accept({ name, mediaType: paperMediaTypes[asked.format], bytes: written.value.bytes })
}

export function fileTitle({ title }: Pick<OfficialPaper, 'title'>): string {
  return title.replaceAll(/[\s/\\:*?"<>|]+/g, '').slice(0, 80)
}
