/**
 * The neutral default: what holds where a county's own text says nothing or has not been read. All of it is marked
 * 未核实; a county confirms or replaces it line by line.
 */
import { usualSmallestGroup } from '../surveys/results/smallest-group.ts'
import type { Setting, SettingsWithSources } from './rule-book.ts'

const chairs = ['chairs'] as const
const byHalf = { rule: 'all-members-3', comparator: 'ge', base: 'allMembers' } as const

/** Names no document: nothing can have been compared with it. */
export const neutralRef = '中性默认'

export const neutral: SettingsWithSources = {
  activityName: unverified('述职评议', '通行名称，各地另有履职评议、工作评议等叫法'),
  subjectKinds: unverified(
    ['person', 'unit'],
    '评议对象有述职人员、单位工作、专项工作、专项报告、法官检察官',
  ),
  selecting: unverified(
    { modes: ['plan'], rankingBottom: 2, sparedFrom: null, threshold: null },
    '由主任会议在年度计划中确定；也有抽签、代表评分末位列入、届内轮换的做法',
  ),
  officialBallot: unverified(
    {
      ...byHalf,
      grades: [
        { grade: 'satisfied', outcome: 'satisfied' },
        { grade: 'basicallySatisfied', outcome: 'conditional' },
        { grade: 'dissatisfied', outcome: 'unsatisfied' },
      ],
      secrecy: 'secret',
      abstain: 'counted',
      invalid: 'notCounted',
      overReturned: 'voidAndRepeat',
    },
    '评议会上对述职人员无记名总评一次，等次和分母由本级办法确定，暂用全体组成人员三等次；收回多于发出的作废重投',
  ),
  voters: unverified(
    [{ group: 'members', base: 'allMembers', decides: true }],
    '由常委会组成人员测评；也有组成人员和代表、评议组、各界群众一并测评的',
  ),
  rectificationJudged: unverified('perMatter', '整改结果逐件测评；也有对整改情况报告一并测评的'),
  axes: unverified(
    { measures: byHalf, timeliness: byHalf, quality: byHalf },
    '对每件事项就工作措施、完成时间、整改质量分别测评，等次规则由本级办法确定，暂用全体组成人员三等次',
  ),
  basicTreatment: unverified('conditional', '基本满意的，限期完善后再行测评（个别省草案有此规定）'),
  opinionDraftDue: unverified(
    { count: 7, unit: 'day', from: 'meeting' },
    '会议后及时整理；有的地方为三日',
  ),
  handOverDue: unverified(
    { count: 7, unit: 'day', from: 'meeting' },
    '主任会议通过后交办，各地为三日、七日、十日',
  ),
  meetingDue: unverified(
    { count: 7, unit: 'day', from: 'handOver' },
    '评议会后立即召开单位领导班子会议，未见具体日数，暂按七日',
  ),
  misassignWindow: unverified(
    { count: 10, unit: 'workday', from: 'handOver' },
    '各地为五至十五个工作日，自交办之日（河南、重庆）或者收到之日（青岛、上海、浙江）起算，取河南、重庆代表建议办理规定的十个工作日',
  ),
  defenceWindow: unverified(
    { count: 10, unit: 'day', from: 'receipt' },
    '允许述职人员解释和申辩（内蒙古自治区评议条例第十五条至第十九条），期限未见统一规定，暂按十日',
  ),
  planDue: unverified(
    { count: 15, unit: 'day', from: 'handOver' },
    '各地为十五日、一个月、三个月，取十五日',
  ),
  reportDue: unverified(
    { count: 3, unit: 'month', from: 'handOver' },
    '各地为三、四、六、十二个月，取三个月',
  ),
  redoDue: unverified({ count: 3, unit: 'month', from: 'verdict' }, '与首轮相同'),
  rollOver: unverified(
    true,
    '期限届满日为法定休假日的顺延至其后第一个工作日（参照民法典第二百零三条）',
  ),
  surveySmallest: unverified(
    usualSmallestGroup,
    '调查结果分组公布，每组至少十人作答（统计部门小单元不公开的通行做法），国家没有统一规定；系统不接受少于五人',
  ),
  noticeLead: unverified(
    { count: 2, unit: 'month' },
    '评议会两个月前通知述职人员及其单位（云南、昭通办法），其他地方未见规定',
  ),
  draftLead: unverified(
    { count: 20, unit: 'day' },
    '述职报告稿在会议二十日前送有关工作机构（参照监督法第十五条专项工作报告）',
  ),
  reportLead: unverified(
    { count: 10, unit: 'day' },
    '述职报告在会议十日前送达（参照监督法第十五条专项工作报告）',
  ),
  membersLead: unverified(
    { count: 7, unit: 'day' },
    '述职报告在会议七日前发给组成人员（参照监督法第十五条专项工作报告）',
  ),
  remindDays: unverified(7, '到期前提醒为各地通行做法，未见统一日数，暂按七日'),
  silenceDays: unverified(30, '一个月没有任何进展记录的列为静默，未见统一规定，暂按三十日'),
  lookBackAfter: unverified({ count: 6, unit: 'month' }, '销号后回头看，未见统一规定，暂按六个月'),
  extension: unverified(
    { maxTimes: 1, cap: { count: 1, unit: 'month' }, approvers: ['chairs', 'deputyDirector'] },
    '书面说明理由，经同意可延长一次；上限各地不一，暂按一个月',
  ),
  warningRounds: unverified(3, '两轮测评仍不满意的，自第三轮起报告主任会议；轮次没有上限'),
  matterApprovers: unverified(chairs, '意见、建议的文字由主任会议审定'),
  exitApprovers: unverified(chairs, '转办、当场答复、撤回等不再列为事项的，由主任会议同意'),
  closureApprovers: unverified(chairs, '销号经主任会议同意'),
  escalationApprovers: unverified(chairs, '进一步的监督措施由主任会议决定'),
  consequences: unverified(
    [
      { measure: 'talk', fromRound: 1 },
      { measure: 'circular', fromRound: 2 },
      { measure: 'listed', fromRound: 2 },
      { measure: 'selfCriticism', fromRound: 3 },
      { measure: 'inquiry', fromRound: 3 },
      { measure: 'partyReferral', fromRound: 3 },
    ],
    '由轻到重采取，从哪一轮起由本级办法确定，暂按推定',
  ),
  publication: unverified('gradeOnly', '等次一般公布；是否公布票数，各地不一'),
  resultCopies: unverified(['partyCommittee', 'government', 'unit'], '测评结果的抄送范围各地不一'),
  publicityDays: unverified(0, '未见统一规定，默认不设公示期；设公示期的在此填写日数'),
  letterPrefix: unverified('常评意', '发文机关代字各地不同，请填写本级人大常委会的代字'),
  resultClasses: unverified(
    {
      A: '已经解决或者采纳',
      B: '正在解决或者列入计划、有明确时限',
      C: '因条件限制暂时不能解决，说明原因',
      D: '留作参考或者属于上级职权',
    },
    '各地字母含义不同，以本级规定为准',
  ),
}

function unverified<Value>(value: Value, text: string): Setting<Value> {
  return { value, source: { text, ref: neutralRef, verified: false } }
}
