/**
 * The official papers the house can make, what each is called, which record each needs, and which blanks its template
 * may name: `{official}` in a template stands for the value of this paper.
 *
 * Source: domain.md §8 (papers of the trade), §8.12 (others).
 */
export const paperKinds = [
  'term-plan',
  'implementation-plan',
  'notice',
  'interview-record',
  'investigation-report',
  'chair-script',
  'meeting-minutes',
  'opinion-letter',
  'reissue-notice',
  'receipt',
  'feedback-talk',
  'rectification-plan',
  'three-lists',
  'supervision-notice',
  'rectification-report',
  'ballot-sheet',
  'tally-sheet',
  'ballot-record',
  'result-announcement',
  'closure-form',
  'hand-over-list',
  'survey-results',
  'briefing',
  'archive-catalogue',
] as const

export type PaperKind = (typeof paperKinds)[number]

export function isPaperKind(raw: string): raw is PaperKind {
  return paperKinds.some((one) => one === raw)
}

/** `matters`: at least one matter that is as far as the paper says. */
export type PaperNeed =
  | 'appraisal'
  | 'inquiryplan'
  | 'inquiry'
  | 'inquiryreport'
  | 'meeting'
  | 'letter'
  | 'matters'
  | 'notice'
  | 'report'
  | 'ballot'
  | 'handover'
  | 'survey'
  | 'term'
  | 'briefing'

export type PaperKindAbout = Readonly<{
  zh: string
  en: string
  needs: readonly PaperNeed[]
  /** What a template may name beside what every paper has. */
  blanks: readonly Blank[]
}>

/** Of every paper: who issues it, its office, the day, and the parts of its number. */
export const commonBlanks = [
  'congress',
  'office',
  'date',
  'reference',
  'prefix',
  'year',
  'n',
] as const

const ofAppraisal = ['activity', 'official', 'unit', 'session'] as const

export const blankLabels = {
  congress: { zh: '人大常委会名称', en: 'The congress' },
  office: { zh: '常委会办公室', en: 'Its office' },
  date: { zh: '成文日期', en: 'Day of the paper' },
  reference: { zh: '系统中的文号', en: 'Its number on record' },
  prefix: { zh: '文号中的代字', en: 'Prefix of the number' },
  year: { zh: '年份', en: 'Year' },
  n: { zh: '序号', en: 'Place in the year' },
  activity: { zh: '评议名称', en: 'The appraisal' },
  official: { zh: '述职人员', en: 'The official' },
  unit: { zh: '单位', en: 'The unit' },
  session: { zh: '会议', en: 'The session' },
  before: { zh: '原意见书文号', en: 'The letter it replaces' },
  level: { zh: '文书名称', en: 'Reminder or notice' },
  method: { zh: '调查方法', en: 'Method' },
  name: { zh: '报告标题', en: 'Title of the report' },
  month: { zh: '月份', en: 'Month' },
  fingerprint: { zh: '票样指纹', en: 'Fingerprint of the ballot' },
  survey: { zh: '调查名称', en: 'The survey' },
  period: { zh: '调查时间', en: 'Days of the survey' },
  term: { zh: '届次', en: 'Number of the term' },
  tenure: { zh: '任期', en: 'Days of the term' },
} as const satisfies Readonly<Record<string, Readonly<{ zh: string; en: string }>>>

export type Blank = keyof typeof blankLabels

function about(
  zh: string,
  en: string,
  needs: readonly PaperNeed[],
  blanks: readonly Blank[],
): PaperKindAbout {
  return { zh, en, needs, blanks }
}

export const paperKindAbout: Readonly<Record<PaperKind, PaperKindAbout>> = {
  'term-plan': about('届内述职评议工作规划', 'Plan of the term', ['term'], ['term', 'tenure']),
  'implementation-plan': about(
    '实施方案',
    'Implementation plan',
    ['appraisal', 'inquiryplan'],
    ofAppraisal,
  ),
  notice: about('评议通知', 'Notice of the appraisal', ['appraisal'], ofAppraisal),
  'interview-record': about(
    '谈话记录',
    'Record of an interview',
    ['appraisal', 'inquiry'],
    [...ofAppraisal, 'method'],
  ),
  'investigation-report': about(
    '调查报告',
    'Report of the investigation',
    ['appraisal', 'inquiryreport'],
    [...ofAppraisal, 'name'],
  ),
  'chair-script': about(
    '评议会主持词',
    'Script for the chair of the meeting',
    ['appraisal', 'meeting'],
    ['session'],
  ),
  'meeting-minutes': about(
    '评议会会议记录',
    'Minutes of the meeting',
    ['appraisal', 'meeting'],
    ['session'],
  ),
  'opinion-letter': about('评议意见书', 'Opinion letter', ['appraisal', 'letter'], ofAppraisal),
  'reissue-notice': about(
    '改办通知',
    'Notice of re-issue',
    ['appraisal', 'letter'],
    [...ofAppraisal, 'before'],
  ),
  receipt: about('签收单', 'Receipt form', ['appraisal', 'letter'], ofAppraisal),
  'feedback-talk': about(
    '反馈谈话记录',
    'Record of the talk on the opinions',
    ['appraisal', 'letter'],
    ofAppraisal,
  ),
  'rectification-plan': about(
    '整改方案',
    'Rectification plan',
    ['appraisal', 'matters'],
    ofAppraisal,
  ),
  'three-lists': about('三张清单', 'Three lists', ['appraisal', 'matters'], ofAppraisal),
  'supervision-notice': about(
    '催办、督办通知书',
    'Supervision notice',
    ['appraisal', 'notice'],
    ['unit', 'level'],
  ),
  'rectification-report': about(
    '整改情况报告',
    'Rectification report',
    ['appraisal', 'report'],
    ['activity', 'unit'],
  ),
  'ballot-sheet': about('测评票', 'Ballot sheet', ['appraisal', 'ballot'], ofBallot()),
  'tally-sheet': about('计票单', 'Tally sheet', ['appraisal', 'ballot'], ofBallot()),
  'ballot-record': about(
    '无记名测评记录',
    'Record of a secret ballot',
    ['appraisal', 'ballot'],
    [...ofBallot(), 'fingerprint'],
  ),
  'result-announcement': about(
    '测评结果公告',
    'Announcement of the result',
    ['appraisal', 'ballot'],
    ofBallot(),
  ),
  'closure-form': about('销号审批表', 'Closure form', ['appraisal', 'matters'], ofAppraisal),
  'hand-over-list': about('责任移交清单', 'Hand-over list', ['handover'], []),
  'survey-results': about(
    '调查结果报告',
    'Results of a survey',
    ['appraisal', 'survey'],
    [...ofAppraisal, 'survey', 'period'],
  ),
  briefing: about('督办通报', 'Monthly briefing', ['briefing'], ['month']),
  'archive-catalogue': about('归档目录', 'Archive catalogue', ['appraisal'], ofAppraisal),
}

function ofBallot(): readonly Blank[] {
  return ['activity', 'official', 'session']
}
