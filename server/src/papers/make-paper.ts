/** One paper as a file: what is on record, in the county's wording, in the format that was asked for. */
import { accept } from '@luoshi/domain/kernel/result'
import { templateFor } from '@luoshi/domain/papers/county-templates'
import { paperMediaTypes, type PaperFormat } from '@luoshi/domain/papers/formats'
import type { PaperKind } from '@luoshi/domain/papers/paper-kinds'
import type { OfficialPaper } from '@luoshi/papers/official/paper'
import type { PaperWriters } from '@luoshi/papers/official/write-paper'
import type { Outcome, World } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import { inTwo } from '../http/two-sentences.ts'
import { congressName } from '../ledgers/congress-name.ts'
import { appraisalNotice, archiveCatalogue, implementationPlan } from './appraisal-papers.ts'
import type { AskedPaper, PaperLoader } from './asked-paper.ts'
import { countyTemplates } from './county-templates.ts'
import { interviewRecord, investigationReport } from './inquiry-papers.ts'
import { opinionLetter, receiptForm, reissueNotice } from './letter-papers.ts'
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

const loaders: Readonly<Record<PaperKind, PaperLoader>> = {
  'implementation-plan': implementationPlan,
  notice: appraisalNotice,
  'interview-record': interviewRecord,
  'investigation-report': investigationReport,
  'opinion-letter': opinionLetter,
  'reissue-notice': reissueNotice,
  receipt: receiptForm,
  'rectification-plan': rectificationPlan,
  'three-lists': threeLists,
  'supervision-notice': supervisionNotice,
  'rectification-report': rectificationReport,
  'ballot-sheet': ballotSheet,
  'tally-sheet': tallySheet,
  'result-announcement': resultAnnouncement,
  'closure-form': closureForm,
  'hand-over-list': handOverList,
  briefing: monthlyBriefing,
  'archive-catalogue': archiveCatalogue,
}

export async function makePaper(world: World, asked: AskedPaper): Outcome<OfficialPaper> {
  const draft = await loaders[asked.kind](world, asked)
  if (!draft.ok) return draft
  const [{ state }, congress] = await Promise.all([
    countyTemplates(world, asked.by.congress),
    congressName(world.db, asked.by.congress),
  ])
  const { on, paper } = draft.value
  return accept(paper({ template: templateFor(state, asked.kind), congress, on }))
}

export type PaperFile = Readonly<{ name: string; mediaType: string; bytes: Uint8Array }>

export async function paperFile(
  world: World,
  asked: AskedPaper & Readonly<{ format: PaperFormat }>,
  writers: PaperWriters,
): Outcome<PaperFile> {
  const made = await makePaper(world, asked)
  if (!made.ok) return made
  const title = made.value.title.replaceAll(/[\s/\\:*?"<>|]+/g, '').slice(0, 80)
  const written = await writers[asked.format](made.value)
  if (!written.ok) {
    const { code, zh, en } = written.refusal
    return refused(422, code, inTwo(zh, en))
  }
  const mediaType = paperMediaTypes[asked.format]
  return accept({ name: `${title}.${asked.format}`, mediaType, bytes: written.value })
}
