/** One paper of every kind, so that none of its items can be lumped with another. */
import { judgeRows, keptResult } from '@luoshi/domain/ballots/ballot-results'
import { day } from '@luoshi/domain/kernel/day'
import type { PaperKind } from '@luoshi/domain/papers/paper-kinds'
import {
  appraisalNoticePaper,
  archiveCataloguePaper,
  implementationPlanPaper,
} from '../src/official/kinds/appraisal-papers.ts'
import {
  announcementPaper,
  ballotSheetPaper,
  tallySheetPaper,
} from '../src/official/kinds/ballot-papers.ts'
import { briefingPaper } from '../src/official/kinds/briefing.ts'
import { ballotRecordPaper } from '../src/official/kinds/ballot-record.ts'
import { chairScriptPaper } from '../src/official/kinds/chair-script.ts'
import { closureFormPaper } from '../src/official/kinds/closure-form.ts'
import { feedbackTalkPaper } from '../src/official/kinds/feedback-talk.ts'
import { handOverPaper } from '../src/official/kinds/hand-over-list.ts'
import {
  interviewRecordPaper,
  investigationReportPaper,
} from '../src/official/kinds/inquiry-papers.ts'
import { meetingMinutesPaper } from '../src/official/kinds/meeting-minutes.ts'
import { opinionLetterPaper } from '../src/official/kinds/opinion-letter.ts'
import { receiptPaper } from '../src/official/kinds/receipt.ts'
import { rectificationPlanPaper } from '../src/official/kinds/rectification-plan.ts'
import { rectificationReportPaper } from '../src/official/kinds/rectification-report.ts'
import { surveyResultsPaper } from '../src/official/kinds/survey-results.ts'
import { supervisionNoticePaper } from '../src/official/kinds/supervision-notice.ts'
import { termPlanPaper } from '../src/official/kinds/term-plan.ts'
import { threeListsPaper } from '../src/official/kinds/three-lists.ts'
import type { OfficialPaper } from '../src/official/paper.ts'
import {
  about,
  ballot,
  book,
  counted,
  entry,
  ids,
  inquiry,
  letter,
  line,
  matter,
  meeting,
  numbers,
  ofAppraisal,
  plan,
  report,
  secretName,
} from './sample-records.ts'
import { castRecord } from './sample-ballot-record.ts'
import { script } from './sample-chair-script.ts'
import { frame } from './sample-frame.ts'
import { survey } from './sample-survey.ts'
import { termPlan } from './sample-term-plan.ts'

const said = {
  kind: 'member',
  act: 'remark',
  question: null,
  matter: null,
  speaker: '赵六',
  became: [],
} as const

export const samplePapers: Readonly<Record<PaperKind, () => OfficialPaper>> = {
  'term-plan': () => termPlanPaper(frame('term-plan'), termPlan),
  'implementation-plan': () =>
    implementationPlanPaper(frame('implementation-plan'), {
      ...ofAppraisal,
      plan: {
        status: 'planned',
        appraisal: ids.appraisal,
        plannedOn: day('2026-04-01'),
        team: [
          { account: null, isHead: true, name: '赵组长' },
          { account: null, isHead: false, name: '钱组员' },
        ],
        works: [
          { method: 'interview', on: day('2026-04-15'), place: '县水利局', who: '赵组长' },
          { method: 'visit', on: null, place: '青石街居民', who: '钱组员' },
        ],
      },
    }),
  notice: () => appraisalNoticePaper(frame('notice'), ofAppraisal),
  'interview-record': () =>
    interviewRecordPaper(frame('interview-record'), {
      ...about,
      number: 3,
      inquiry: { ...inquiry, whom: secretName },
      matters: numbers,
    }),
  'investigation-report': () =>
    investigationReportPaper(frame('investigation-report'), {
      ...about,
      report,
      matters: numbers,
    }),
  'chair-script': () => chairScriptPaper(frame('chair-script'), script),
  'meeting-minutes': () =>
    meetingMinutesPaper(frame('meeting-minutes'), {
      session: '第十八届人大常委会第三十一次会议',
      heldOn: day('2026-06-25'),
      appraisals: [ofAppraisal.activityName],
      members: 33,
      present: 29,
      quorum: 17,
      absent: [{ name: '周五', reason: '病假' }],
      came: ['“现场询问和答复”时：周五到会，实到30人'],
      agenda: [
        { part: 'dutyReport', text: '述职人员作述职报告', speaker: '刘明远' },
        { part: 'questions', text: '现场询问和答复', speaker: '' },
      ],
      heard: [0],
      ended: null,
      speeches: [
        { ...said, id: 'a', number: 1, act: 'question', text: '支管什么时候换完？', became: [7] },
        { ...said, id: 'b', number: 2, act: 'remark', text: '东渠两年没有清过。' },
        {
          ...said,
          id: 'c',
          number: 3,
          kind: 'official',
          act: 'answer',
          question: 'a',
          speaker: '刘明远',
          text: '九月底以前换完。',
        },
        {
          ...said,
          id: 'd',
          number: 4,
          kind: 'official',
          act: 'defence',
          matter: 12,
          speaker: '刘明远',
          text: '清淤经费今年才落实。',
        },
      ],
      results: ['供水管网漏损：测评结果为满意。'],
    }),
  'opinion-letter': () => opinionLetterPaper(frame('opinion-letter'), letter),
  'reissue-notice': () =>
    opinionLetterPaper(frame('reissue-notice'), {
      ...letter,
      form: 'reissue',
      reference: '清人常评意〔2026〕5号',
      before: { reference: letter.reference },
      sections: { ...letter.sections, overall: '职责已调整。', achievements: '', ballot: '' },
      items: letter.items.slice(2).map((one) => ({ ...one, voided: null })),
    }),
  receipt: () => receiptPaper(frame('receipt'), letter),
  'feedback-talk': () => feedbackTalkPaper(frame('feedback-talk'), { ...letter, post: '局长' }),
  'rectification-plan': () =>
    rectificationPlanPaper(frame('rectification-plan'), {
      ...about,
      items: [
        { number: 7, title: '供水管网漏损', text: '漏损严重。', round: 1, meeting, plan },
        {
          number: 12,
          title: '东渠淤塞',
          text: '三年未清。',
          round: 2,
          meeting,
          plan: { ...plan, task: '清淤并通水。', measures: ['机械清淤'], dueOn: day('2026-08-31') },
        },
        {
          number: 15,
          title: '围挡占道',
          text: '没有警示灯。',
          round: 1,
          meeting: null,
          plan: null,
        },
      ],
    }),
  'three-lists': () =>
    threeListsPaper(frame('three-lists'), {
      ...about,
      entries: [entry(7, '供水管网漏损'), entry(12, '东渠淤塞')],
    }),
  'supervision-notice': () =>
    supervisionNoticePaper(frame('supervision-notice'), {
      reference: '督办〔2026〕2号',
      level: 'notice',
      unitName: '县水利局',
      problem: 'late',
      demand: '请立即研究，逐件说明原因和下一步安排。',
      reportBy: day('2026-10-20'),
      approval: { body: 'chairs', on: day('2026-10-08'), reference: '第18次主任会议' },
      issuedBy: '周某（办公室）',
      matters: [
        { number: 7, title: '供水管网漏损', due: day('2026-09-30') },
        { number: 12, title: '东渠淤塞', due: null },
      ],
      receipt: null,
      answer: null,
      withdrawal: null,
    }),
  'rectification-report': () =>
    rectificationReportPaper(frame('rectification-report'), {
      reference: letter.reference,
      appraisalTitle: about.activityName,
      unitName: '县水利局',
      classes: { A: '已经解决', B: '正在解决', C: '条件不具备', D: '留作参考' },
      items: [
        {
          number: 7,
          title: '供水管网漏损',
          demand: '漏损严重，群众多次报修。',
          achieved: 'done',
          resultClass: 'A',
          account: '更换支管三公里，漏损率降到百分之九。',
          whyNot: '',
          files: [{ name: '检漏记录.docx' }],
        },
        {
          number: 12,
          title: '东渠淤塞',
          demand: '三年未清，灌溉用水不足。',
          achieved: 'partly',
          resultClass: 'B',
          account: '已清淤两公里。',
          whyNot: '汛期停工，10月底前完成其余一公里。',
          files: [],
        },
      ],
      signature: { on: day('2026-10-01'), signer: '刘明远' },
    }),
  'ballot-sheet': () => ballotSheetPaper(frame('ballot-sheet'), ballot),
  'tally-sheet': () => tallySheetPaper(frame('tally-sheet'), counted),
  'ballot-record': () => ballotRecordPaper(frame('ballot-record'), castRecord),
  'result-announcement': () => {
    const judged = judgeRows({ ...counted, recused: 0, recusedNames: [] }, counted.count, book)
    if (!judged.ok) throw new Error('not judged')
    const results = judged.value.map(keptResult)
    return announcementPaper(frame('result-announcement'), { ...counted, results })
  },
  'closure-form': () =>
    closureFormPaper(frame('closure-form'), {
      ...about,
      number: 7,
      matter,
      closeFrom: day('2026-12-01'),
    }),
  'hand-over-list': () =>
    handOverPaper(frame('hand-over-list'), {
      list: {
        number: 4,
        on: day('2026-08-01'),
        from: { unitName: '县水利局', name: '刘明远' },
        to: { unitName: '县水利局', name: '何志远' },
        caretaker: false,
      },
      matters: [
        {
          number: 7,
          title: '供水管网漏损',
          status: 'inProgress',
          due: day('2026-09-30'),
          now: 'submitted',
        },
        { number: 12, title: '东渠淤塞', status: 'planned', due: null, now: 'inProgress' },
      ],
      signatures: [{ as: 'leaver', on: day('2026-08-02'), name: '刘明远' }],
    }),
  'survey-results': () => surveyResultsPaper(frame('survey-results'), survey),
  briefing: () =>
    briefingPaper(frame('briefing'), {
      reference: '督办通报〔2026〕第7期',
      month: '2026-07',
      asOf: day('2026-07-31'),
      remarks: '七月各单位整改总体平稳。\n请逾期的单位说明原因。',
      lines: [line('县水利局', 11), line('县住建局', 22)],
      total: line('合计', 33),
      approval: { body: 'chairs', on: day('2026-08-03'), reference: '第16次主任会议' },
      issuedOn: day('2026-08-04'),
      withdrawal: null,
    }),
  'archive-catalogue': () =>
    archiveCataloguePaper(frame('archive-catalogue'), {
      ...ofAppraisal,
      papers: [
        {
          name: '评议通知送达',
          number: '清人常办〔2026〕6号',
          on: day('2026-03-05'),
          by: '县人大常委会',
        },
        { name: '评议意见书', number: letter.reference, on: day('2026-07-05'), by: '县人大常委会' },
        { name: '整改情况报告', number: '', on: day('2026-10-01'), by: '县水利局' },
      ],
    }),
}
