/** One paper as a file: what is on record, in the county's wording, in the format that was asked for. */
import { accept } from '@luoshi/domain/kernel/result'
import { templateFor } from '@luoshi/domain/papers/county-templates'
import { paperMediaTypes, type PaperFormat } from '@luoshi/domain/papers/formats'
import type { PaperKind } from '@luoshi/domain/papers/paper-kinds'
import type { PaperMark } from '@luoshi/papers/identity/paper-mark'
import { sealPaper } from '@luoshi/papers/identity/sealed-paper'
import type { OfficialPaper } from '@luoshi/papers/official/paper'
import type { PaperWriters } from '@luoshi/papers/official/write-paper'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { inTwo } from '../http/two-sentences.ts'
import { congressName } from '../ledgers/congress-name.ts'
import { appraisalNotice, archiveCatalogue, implementationPlan } from './appraisal-papers.ts'
import type { AskedPaper, PaperLoader } from './asked-paper.ts'
import { countyTemplates } from './county-templates.ts'
import { interviewRecord, investigationReport } from './inquiry-papers.ts'
import { appraisalOf, registerPaper } from './issued-papers.ts'
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

export type MadePaper = Readonly<{ paper: OfficialPaper; mark: PaperMark | null }>

/** @param site - Where the check page is, for the picture on the paper; null when the house has no address. */
export async function makePaper(
  world: World,
  asked: AskedPaper,
  site: string | null,
): Outcome<MadePaper> {
  const { by, kind } = asked
  const draft = await loaders[kind](world, asked)
  if (!draft.ok) return draft
  const [{ state }, congress] = await Promise.all([
    countyTemplates(world, by.congress),
    congressName(world.db, by.congress),
  ])
  const { on, of, standing, paper: made } = draft.value
  const template = templateFor(state, kind)
  const paper = made({ template, congress, on })
  if (standing === 'form') return accept({ paper, mark: null })
  if (standing === 'draft') return accept({ paper, mark: { status: 'draft' } })
  const sealed = sealPaper(kind, template, paper)
  const registered = await registerPaper(world, by, {
    paper: kind,
    appraisal: appraisalOf(asked.appraisal) ?? appraisalOf(of.split('/')[0]),
    of,
    scope: by.unit !== null && scopeOf(by).sees === 'unit' ? by.unit : 'whole',
    hash: sealed.hash,
    dated: paper.signature?.on ?? on,
    on: todayOf(world),
    words: { number: paper.number ?? '', organ: paper.signature?.by ?? congress },
  })
  if (!registered.ok) return registered
  return accept({ paper, mark: { status: 'issued', sealed, site } })
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
  return accept({ name, mediaType: paperMediaTypes[asked.format], bytes: written.value })
}

export function fileTitle({ title }: Pick<OfficialPaper, 'title'>): string {
  return title.replaceAll(/[\s/\\:*?"<>|]+/g, '').slice(0, 80)
}
