/**
 * The templates the house ships: plain wording in the usual order, until a county sets its own.
 *
 * Source: domain.md §8.4 (评议意见书), §8.5 (整改方案), §8.6 (报告逐件答复), §8.8 (测评票), §8.10, §8.11, §8.13.
 */
import type { PaperKind } from './paper-kinds.ts'
import type { PaperTemplate } from './template.ts'

const none: PaperTemplate = {
  head: '',
  number: '',
  title: '',
  opening: '',
  sections: [],
  closing: '',
}

/** A section without a heading. */
const bare = (key: string) => ({ key, heading: '' })

export const defaultTemplates: Readonly<Record<PaperKind, PaperTemplate>> = {
  'term-plan': {
    ...none,
    title: '{congress}\n{term}述职评议工作规划',
    opening:
      '{term}任期自{tenure}。为有计划地开展述职评议，使述职人员在任期内一般至少述职一次，根据各年度评议计划，制定本规划。',
    sections: [
      { key: 'overview', heading: '总体情况' },
      { key: 'years', heading: '年度安排' },
      { key: 'waiting', heading: '尚未安排的人员' },
      bare('adoption'),
    ],
  },
  'implementation-plan': {
    ...none,
    title: '{congress}\n关于{activity}的实施方案',
    opening:
      '按照{session}的安排，{congress}对{unit}{official}同志开展述职评议。为做好调查和评议工作，制定本方案。',
    sections: [
      { key: 'subject', heading: '评议对象' },
      { key: 'team', heading: '调查组' },
      { key: 'works', heading: '调查安排' },
      { key: 'steps', heading: '步骤和时间' },
    ],
  },
  notice: {
    ...none,
    number: '{reference}',
    title: '{congress}\n关于开展{activity}的通知',
    opening:
      '按照{session}的安排，{congress}对{unit}{official}同志开展述职评议。现将有关事项通知如下：',
    sections: [
      { key: 'subject', heading: '评议对象' },
      { key: 'meeting', heading: '评议会' },
      { key: 'papers', heading: '需要报送的材料' },
      { key: 'steps', heading: '步骤和时间' },
    ],
    closing: '请认真做好准备，按时报送。',
  },
  'interview-record': {
    ...none,
    title: '{method}记录',
    sections: [bare('form'), bare('findings'), bare('signs')],
  },
  'investigation-report': {
    ...none,
    title: '{name}',
    sections: [bare('text'), bare('signatures')],
  },
  'opinion-letter': {
    ...none,
    head: '{congress}',
    number: '{reference}',
    title: '关于对{official}同志{activity}的意见',
    opening: '根据{session}的安排，现将评议意见印发给你们，请逐件研究办理。',
    sections: [
      { key: 'overall', heading: '总体评价' },
      { key: 'achievements', heading: '主要成绩' },
      { key: 'problems', heading: '存在的主要问题' },
      { key: 'suggestions', heading: '改进工作的建议' },
      { key: 'ballot', heading: '测评结果' },
      { key: 'limits', heading: '办理期限' },
    ],
  },
  'chair-script': {
    ...none,
    title: '{session}\n评议会主持词',
    opening: '各位组成人员，各位代表，同志们：\n{session}评议会现在开会。',
    sections: [
      { key: 'attendance', heading: '报告到会人数' },
      { key: 'agenda', heading: '宣布会议议程' },
      { key: 'course', heading: '会议进行' },
    ],
    closing: '会议各项议程已经进行完毕。评议意见经主任会议审定后，印发有关单位办理。现在散会。',
  },
  'meeting-minutes': {
    ...none,
    title: '{session}\n评议会会议记录',
    sections: [
      bare('facts'),
      { key: 'agenda', heading: '会议议程' },
      { key: 'speeches', heading: '发言记录' },
      { key: 'results', heading: '宣布的结果' },
      bare('signs'),
    ],
  },
  'reissue-notice': {
    ...none,
    head: '{congress}',
    number: '{reference}',
    title: '改办通知',
    opening: '{before}所列下列事项改由你单位承办，办理期限自本通知送达之日重新起算。',
    sections: [
      { key: 'overall', heading: '改办理由' },
      { key: 'achievements', heading: '主要成绩' },
      { key: 'problems', heading: '存在的主要问题' },
      { key: 'suggestions', heading: '改进工作的建议' },
      { key: 'ballot', heading: '测评结果' },
      { key: 'limits', heading: '办理期限' },
    ],
  },
  receipt: {
    ...none,
    number: '{reference}',
    title: '评议意见书签收单',
    sections: [bare('rows')],
    closing: '请核对事项和份数，由收件人签名并写明日期。',
  },
  'feedback-talk': {
    ...none,
    title: '{activity}\n反馈谈话记录',
    sections: [
      bare('form'),
      { key: 'opinions', heading: '反馈的意见' },
      { key: 'reply', heading: '谈话对象的意见' },
      bare('signs'),
    ],
  },
  'rectification-plan': {
    ...none,
    title: '{unit}\n关于{activity}意见的整改方案',
    opening:
      '收到评议意见后，{unit}逐条分析原因、研究措施，定时间、定任务、定措施、定人员，制定本方案。',
    sections: [
      { key: 'meeting', heading: '领导班子会议研究情况' },
      { key: 'items', heading: '逐件整改方案' },
    ],
  },
  'three-lists': {
    ...none,
    title: '{activity}意见整改\n问题清单、任务清单、责任清单',
    sections: [
      { key: 'problems', heading: '问题清单' },
      { key: 'tasks', heading: '任务清单' },
      { key: 'duties', heading: '责任清单' },
    ],
  },
  'supervision-notice': {
    ...none,
    head: '{congress}',
    number: '{reference}',
    title: '{level}书',
    opening: '{congress}交由你单位承办的下列事项，需要督促办理。',
    sections: [
      { key: 'matters', heading: '有关事项' },
      { key: 'problem', heading: '存在问题' },
      { key: 'demand', heading: '办理要求' },
      { key: 'report', heading: '报送时限' },
    ],
  },
  'rectification-report': {
    ...none,
    title: '{unit}\n整改情况报告',
    opening: '现将{reference}所列事项的整改情况逐件报告如下：',
    sections: [bare('items'), bare('signer')],
  },
  'ballot-sheet': {
    ...none,
    title: '{session}\n测评票',
    sections: [bare('rows'), bare('views')],
    closing: '说明：请在相应的格内打“√”，每行只能选一个等次；一行打了两个以上的，该行无效。',
  },
  'tally-sheet': {
    ...none,
    title: '{congress}\n测评计票结果报告单',
    sections: [bare('facts'), bare('result'), bare('signs')],
  },
  'ballot-record': {
    ...none,
    title: '{congress}\n无记名测评记录',
    sections: [
      { key: 'facts', heading: '基本情况' },
      { key: 'course', heading: '发票、投票和封票' },
      { key: 'paper', heading: '纸质票' },
      { key: 'result', heading: '计票结果' },
      { key: 'published', heading: '公布和复核' },
      { key: 'remarks', heading: '提示' },
      { key: 'objections', heading: '异议' },
      { key: 'signs', heading: '监票和签名' },
    ],
  },
  'result-announcement': {
    ...none,
    title: '{congress}\n测评结果公告',
    sections: [bare('lines')],
  },
  'closure-form': { ...none, title: '销号审批表', sections: [bare('form')] },
  'hand-over-list': {
    ...none,
    number: '{reference}',
    title: '责任移交清单',
    sections: [bare('sides'), bare('matters'), bare('signs')],
  },
  'survey-results': {
    ...none,
    title: '{activity}\n问卷调查结果报告',
    opening:
      '为评议{unit}{official}同志的工作，{congress}于{period}开展问卷调查“{survey}”。现将结果报告如下。',
    sections: [
      { key: 'method', heading: '调查方法' },
      { key: 'coverage', heading: '调查覆盖情况' },
      { key: 'results', heading: '调查结果' },
      { key: 'reading', heading: '怎样看这些数字' },
    ],
  },
  briefing: {
    ...none,
    head: '{congress}',
    number: '{reference}',
    title: '关于{month}评议意见整改情况的督办通报',
    sections: [bare('remarks'), bare('figures'), bare('approval')],
  },
  'archive-catalogue': {
    ...none,
    title: '{activity}归档目录',
    sections: [bare('papers'), bare('missing')],
  },
}
