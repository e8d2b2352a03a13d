/** Papers of the appraisal as a whole: the implementation plan, the notice, the archive's catalogue. */
import { accept } from '@luoshi/domain/kernel/result'
import {
  appraisalNoticePaper,
  archiveCataloguePaper,
  implementationPlanPaper,
} from '@luoshi/papers/official/kinds/appraisal-papers'
import { todayOf } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import { readInquiries } from '../inquiries/read-inquiries.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { appraisalOnPaper } from './appraisal-on-paper.ts'
import { noRecord, type PaperLoader } from './asked-paper.ts'
import { filedPapers } from './filed-papers.ts'

export const implementationPlan: PaperLoader = async (world, asked) => {
  const about = await appraisalOnPaper(world, asked)
  if (!about.ok) return about
  const inquiry = await readInquiries(world, asked.by, about.value.row.id)
  if (!inquiry.ok) return inquiry
  const { plan } = inquiry.value
  if (!plan) return noRecord(asked)
  const given = { ...about.value, plan: plan.plan }
  return accept({
    on: plan.plan.plannedOn,
    of: about.value.row.id,
    standing: 'issued',
    paper: (frame) => implementationPlanPaper(frame, given),
  })
}

export const appraisalNotice: PaperLoader = async (world, asked) => {
  const about = await appraisalOnPaper(world, asked)
  if (!about.ok) return about
  const served = about.value.steps.find(({ step }) => step === 'noticeServed')
  const on = served?.on ?? about.value.row.openedOn
  const standing = served?.on ? 'issued' : 'draft'
  const of = about.value.row.id
  return accept({ on, of, standing, paper: (frame) => appraisalNoticePaper(frame, about.value) })
}

/** For the committee's side: what lies in its file is not all the unit's to see. */
export const archiveCatalogue: PaperLoader = async (world, asked) => {
  if (scopeOf(asked.by).sees !== 'all') return forbidden()
  const about = await appraisalOnPaper(world, asked)
  if (!about.ok) return about
  const given = { ...about.value, papers: await filedPapers(world, asked.by, about.value) }
  return accept({
    on: todayOf(world),
    of: about.value.row.id,
    standing: 'issued',
    paper: (frame) => archiveCataloguePaper(frame, given),
  })
}
