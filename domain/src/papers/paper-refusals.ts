/** Why a paper cannot be made, and what would mend it. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode } from '../kernel/one-of.ts'
import { paperKindAbout, type PaperKind, type PaperNeed } from './paper-kinds.ts'

export type PaperRefusal = ByCode<{
  /** Nothing on record that it could be made of. */
  'paper-no-record': { paper: PaperKind }
}>

const needLabels: Readonly<Record<PaperNeed, Readonly<{ zh: string; en: string }>>> = {
  appraisal: { zh: '评议', en: 'an appraisal' },
  inquiryplan: { zh: '调查组和调查方案', en: 'the plan of its investigation' },
  inquiry: { zh: '调查记录', en: 'a record of its investigation' },
  inquiryreport: { zh: '调查报告', en: 'the report of its investigation' },
  meeting: { zh: '评议会', en: 'a meeting' },
  letter: { zh: '评议意见书', en: 'a letter' },
  matters: { zh: '已经办到这一步的事项', en: 'a matter that is this far' },
  notice: { zh: '催办、督办文书', en: 'a notice' },
  report: { zh: '整改情况报告', en: 'a rectification report' },
  ballot: { zh: '测评记录', en: 'a ballot, counted where the paper shows figures' },
  handover: { zh: '移交清单', en: 'a hand-over list' },
  survey: { zh: '已经截止的问卷调查', en: 'a closed survey' },
  term: { zh: '本届任期', en: 'the term that runs now' },
  briefing: { zh: '督办通报', en: 'a briefing' },
}

export function explainPaperRefusal({ paper }: PaperRefusal): Bilingual {
  const { zh, en, needs } = paperKindAbout[paper]
  // What the appraisal lacks is said; that an appraisal is wanted, only where it needs nothing else.
  const own = needs.length > 1 ? needs.filter((need) => need !== 'appraisal') : needs
  const wanted = own.map((need) => needLabels[need])
  return bilingual(
    `做不出“${zh}”：没有可用的${wanted.map((one) => one.zh).join('、')}。`,
    '请先在系统中办理这一步；已经办理的，请核对是不是选错了评议或者记录。',
    `“${en}” cannot be made: it needs ${wanted.map((one) => one.en).join(', ')}.`,
    'Take that step first; if it was taken, check that this is the right appraisal or record.',
  )
}
