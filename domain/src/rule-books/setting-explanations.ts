/** What each setting is for, in one plain sentence: for the clerk who has never filled in such a form. */
import type { SettingKey } from './rule-book.ts'

type Label = Readonly<{ zh: string; en: string }>

export const settingExplanations: Readonly<Record<SettingKey, Label>> = {
  activityName: {
    zh: '本地怎么称呼这项活动，会印在文书标题里。',
    en: 'What the activity is called here; it is printed in the titles of papers.',
  },
  subjectKinds: {
    zh: '可以评议谁：述职人员、单位工作、专项工作、专项报告，还是法官检察官。',
    en: 'Whom or what may be appraised.',
  },
  selecting: {
    zh: '年度计划里的评议对象怎么产生，末位几名、门槛多少。',
    en: 'How subjects come on the annual plan, and by which figures.',
  },
  officialBallot: {
    zh: '评议会上对人（或单位）总评一次：怎么投票、怎么算等次、每个等次意味着什么。',
    en: 'The one overall ballot at the meeting: how it is cast, counted, and what each grade means.',
  },
  voters: {
    zh: '哪些人填票，各以什么为分母；谁的票决定等次，谁的供参考；几类人员共同决定的，各占多少权重。',
    en: 'Who votes, counted of what, whose votes decide, and what each weighs where several decide.',
  },
  rectificationJudged: {
    zh: '整改结果是一件一件测评，还是对整改情况报告测评一次。',
    en: 'Whether rectification is judged matter by matter or by the report as a whole.',
  },
  axes: {
    zh: '措施、时间、质量三个方面各按什么规则计票。',
    en: 'By which rule measures, timeliness and quality are each counted.',
  },
  basicTreatment: {
    zh: '测评为“基本满意”的，算通过、限期完善，还是重新整改。',
    en: 'Whether “basically satisfied” passes, is to be completed, or goes round again.',
  },
  opinionDraftDue: {
    zh: '评议会后几天内把意见整理成初稿。',
    en: 'How soon after the meeting the opinions are drafted.',
  },
  handOverDue: {
    zh: '会后几天内把意见当面交给被评议单位。',
    en: 'How soon the opinions are handed over.',
  },
  meetingDue: {
    zh: '单位接到意见后几天内要开领导班子会议研究。',
    en: 'How soon the unit’s leadership must have met on the opinions.',
  },
  defenceWindow: {
    zh: '述职人员对交办的事项可以在多久之内书面申辩；第二轮起自测评之日起算。',
    en: 'How long the official may defend himself in writing; from round 2 on it runs from the verdict.',
  },
  misassignWindow: {
    zh: '不归本单位管的，几天内可以说明理由申请改办；签收以后、方案报送以前，期限没过也可以。',
    en: 'How long a unit may send back what is not its business, before or after it has signed for it.',
  },
  planDue: { zh: '几天内报整改方案。', en: 'How soon the plan is due.' },
  reportDue: { zh: '多长时间内报告整改情况。', en: 'How soon the report is due.' },
  redoDue: {
    zh: '测评不满意的，多长时间内再整改、再报告。',
    en: 'How soon a further round must be reported.',
  },
  rollOver: {
    zh: '期限最后一天是周末或节假日时，是否顺延到下一个工作日。',
    en: 'Whether a limit that ends on a rest day moves to the next working day.',
  },
  noticeLead: {
    zh: '评议会之前多久通知述职人员和单位。',
    en: 'How long before the meeting official and unit are told.',
  },
  draftLead: {
    zh: '述职报告送审稿在会前多久送到工作机构。',
    en: 'How long before the meeting the draft of the duty report is due.',
  },
  reportLead: {
    zh: '正式述职报告在会前多久送到。',
    en: 'How long before the meeting the duty report is due.',
  },
  membersLead: {
    zh: '材料在会前多久发到组成人员手里。',
    en: 'How long before the meeting members get the papers.',
  },
  remindDays: {
    zh: '到期前几天系统提醒承办单位；填0不提醒。',
    en: 'How many days before a limit the unit is reminded; 0: not at all.',
  },
  surveySmallest: {
    zh: '调查结果分组公布时，每组至少要有多少人作答（不得少于5人），不足的与其他组合并，调查开始后固定。',
    en: 'How many answers a group needs before anything is told of it; never below 5, fixed once the survey starts.',
  },
  silenceDays: {
    zh: '多少天没有任何记录就列为“静默”，提醒督办。',
    en: 'After how many days without an entry a matter counts as silent.',
  },
  lookBackAfter: {
    zh: '销号多久以后回头再看一次。',
    en: 'How long after closure it is looked at again.',
  },
  extension: {
    zh: '期限能不能延、能延几次、一次最多多久、谁同意。',
    en: 'Whether, how often and how long a limit may be extended, and by whose leave.',
  },
  warningRounds: {
    zh: '从第几轮起提示主任会议；轮次没有上限，直到满意为止。',
    en: 'From which round the chairs are told. There is no last round.',
  },
  matterApprovers: { zh: '事项的文字由哪个会议审定。', en: 'Who approves the wording of matters.' },
  exitApprovers: {
    zh: '意见转办、当场答复等不列为事项的，由哪个会议同意。',
    en: 'Who approves that an opinion becomes no matter.',
  },
  closureApprovers: { zh: '销号由哪个会议同意。', en: 'Who approves closure.' },
  escalationApprovers: {
    zh: '约谈、通报等进一步的监督措施由哪个会议决定。',
    en: 'Who decides further measures.',
  },
  consequences: {
    zh: '本地采用哪些监督措施，各从第几轮起可以采取。',
    en: 'Which measures this county takes, and from which round.',
  },
  publication: { zh: '测评结果向社会公布到什么程度。', en: 'How much of a result is published.' },
  resultCopies: { zh: '测评结果书面抄送给谁。', en: 'Who gets the result in writing.' },
  publicityDays: {
    zh: '销号前向社会公示几天；填0不公示。',
    en: 'Days of public notice before closure; 0: none.',
  },
  letterPrefix: {
    zh: '评议意见书的发文机关代字，印在年份和序号前面。',
    en: 'What stands before year and number of an opinion letter.',
  },
  resultClasses: {
    zh: '办理结果分几类，每个字母在本地是什么意思。',
    en: 'What the letters on an answer mean here.',
  },
}
