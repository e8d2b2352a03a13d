/**
 * Places whose rules were found in print, each only as far as its source goes; the rest falls back to the neutral
 * default and is marked 未核实. To add a place, add a row.
 *
 * Source: the documents named in each row, as read; domain.md §6 (profiles worth shipping).
 */
import { countingRules } from '../verdicts/counting/rules.ts'
import type { RuleKey } from '../verdicts/counting/rule.ts'
import type { AxisRule } from './axis-rule.ts'
import type { Profile, Setting, Settings } from './rule-book.ts'

export const seedProfile: Profile = {
  key: 'seed',
  name: '通用办法（默认）',
  summary:
    '每件事项就措施、时间、质量三个方面逐项测评，直到满意为止；其余按中性默认，由本级办法逐条确认。',
  settings: {
    warningRounds: {
      value: 3,
      source: {
        text: '不满意的继续抓紧整改，直到满意为止；自第三轮起提示主任会议为推定',
        ref: '述职评议会讲话',
        verified: false,
      },
    },
  },
}

const shiquan = '石泉县人大常委会审议意见整改落实情况报告满意度测评暂行办法'
const nanxiong = '南雄市人大常委会2019年8月22日评议（《南方日报》2019年8月23日）'
const nanchang = '南昌市人民代表大会常务委员会议事规则第三十二条'
const xiping = '西平县人大常委会审议意见办法（2009年）第三条至第五条'
const chongqing = '重庆市人民代表大会代表建议批评和意见工作条例（2017年）'

export const profiles: readonly Profile[] = [
  seedProfile,
  {
    key: 'shiquan',
    name: '石泉式（严格循环）',
    summary: '满意票超过全体组成人员半数才算满意；不满意的报告不予通过，再次报告，直到满意。',
    settings: {
      axes: allAxes(
        'all-members-binary',
        '满意票超过常委会组成人员半数的为满意，不过半的为不满意',
        shiquan,
      ),
      rectificationJudged: from(
        'report',
        '对审议意见整改落实情况的报告进行满意度测评，不满意的报告不予通过',
        shiquan,
      ),
      warningRounds: from(
        3,
        '两次以上测评仍不满意的，作出检查，由主任会议决定进一步的监督措施',
        shiquan,
      ),
      escalationApprovers: from(['chairs'], '由主任会议决定是否采取进一步的监督措施', shiquan),
      consequences: partly(
        [{ measure: 'selfCriticism', fromRound: 3 }],
        '两次以上测评仍不满意的，作出检查；非人大任命的人员，建议县委处理（后者原文未写轮次，未列）',
        shiquan,
      ),
    },
  },
  {
    key: 'zhenhai',
    name: '镇海式（公布票数）',
    summary:
      '满意票达到全体组成人员半数以上为满意，加上基本满意票超过半数为基本满意；逐项公布票数。',
    settings: {
      axes: allAxes(
        'all-members-3',
        countingRules['all-members-3'].text,
        countingRules['all-members-3'].source.ref,
      ),
      publication: from(
        'counts',
        '逐项公布满意、基本满意、不满意的票数',
        countingRules['all-members-3'].source.ref,
      ),
    },
  },
  {
    key: 'nanxiong',
    name: '南雄式（重考）',
    summary: '满意票不到投票数二分之一即不通过，再整改三个月后重新评议，评议组不解散。',
    settings: {
      activityName: from('工作评议', '对一府两院及其相关部门开展工作评议', nanxiong),
      subjectKinds: from(['unit'], '对一府两院及其相关部门开展工作评议', nanxiong),
      selecting: partly(
        { modes: ['ranking'], rankingBottom: 2, sparedFrom: 90, threshold: null },
        '代表评分排名末两位的自动列入；各单位满意率均达到百分之九十的当年不再评议（2024年）',
        `${nanxiong}；南雄市人大2024年12月27日通报`,
      ),
      officialBallot: partly(
        {
          rule: 'votes-cast-half',
          comparator: 'ge',
          base: 'returned',
          grades: [
            { grade: 'passed', outcome: 'satisfied' },
            { grade: 'notPassed', outcome: 'unsatisfied' },
          ],
          secrecy: 'secret',
          abstain: 'counted',
          invalid: 'notCounted',
          overReturned: 'voidAndRepeat',
        },
        '满意票不到投票数二分之一的，不通过（投票方式、弃权和无效票的处理原文未见）',
        nanxiong,
      ),
      voters: partly(
        [{ group: 'members', base: 'returned', decides: true }],
        '以投票数为分母（参加投票的人员范围原文未见）',
        nanxiong,
      ),
      axes: allAxes('votes-cast-half', '满意票不到投票数二分之一的，不通过', nanxiong),
      reportDue: partly(
        { count: 3, unit: 'month', from: 'handOver' },
        '给予三到六个月的整改期（暂取三个月）',
        nanxiong,
      ),
      redoDue: from(
        { count: 3, unit: 'month', from: 'verdict' },
        '不通过的继续整改三个月，再进行第三次评议',
        nanxiong,
      ),
    },
  },
  {
    key: 'nanchang',
    name: '南昌式（十五日方案、三个月报告）',
    summary: '接到评议意见后十五日内报整改方案，三个月内报告整改情况；三个等级，未公布票数标准。',
    settings: {
      planDue: from(
        { count: 15, unit: 'day', from: 'receipt' },
        '接到评议意见后，在15日内将整改方案报送常务委员会',
        nanchang,
      ),
      reportDue: from(
        { count: 3, unit: 'month', from: 'receipt' },
        '在3个月内向常务委员会报告整改情况',
        nanchang,
      ),
    },
  },
  {
    key: 'xiping',
    name: '西平式（三日成稿、三日交办）',
    summary:
      '会议结束后三日形成意见初稿，主任会议后三日当面交办，三个月内办理完毕，可书面申请延期。',
    settings: {
      opinionDraftDue: from(
        { count: 3, unit: 'day', from: 'meeting' },
        '于会议结束后三日内形成审议意见初稿',
        xiping,
      ),
      handOverDue: from(
        { count: 3, unit: 'day', from: 'meeting' },
        '主任会议结束后三日内当面交办',
        xiping,
      ),
      reportDue: from(
        { count: 3, unit: 'month', from: 'receipt' },
        '接到审议意见后，在三个月之内研究处理完毕',
        xiping,
      ),
      extension: partly(
        { maxTimes: 1, cap: { count: 1, unit: 'month' }, approvers: ['deputyDirector'] },
        '书面说明情况，报经常委会分管领导同意后，可以适当延长（次数和上限原文未定，暂按一次、一个月）',
        xiping,
      ),
      matterApprovers: from(['chairs'], '初稿经分管领导审阅后，提请主任会议讨论通过', xiping),
    },
  },
  {
    key: 'chongqing',
    name: '重庆式（代表建议）',
    summary: '按代表建议办理：十个工作日内可申请改办，三个月内答复，不满意的两个月内重新办理。',
    settings: {
      misassignWindow: from(
        { count: 10, unit: 'workday', from: 'handOver' },
        '不属于本单位职责的，自交办之日起十个工作日内书面说明理由，经同意后退回（第十六条）',
        chongqing,
      ),
      reportDue: from(
        { count: 3, unit: 'month', from: 'handOver' },
        '三个月内答复；办理难度大的不超过六个月',
        chongqing,
      ),
      redoDue: from(
        { count: 2, unit: 'month', from: 'verdict' },
        '不满意的，两个月内重新办理',
        chongqing,
      ),
      resultClasses: from(
        {
          A: '所提问题已经解决或者所提建议已经采纳',
          B: '正在解决或者列入计划逐步解决，列入承诺事项台账',
          C: '因条件限制不能解决，说明原因',
          D: '属于上级职权，已向上级反映',
        },
        '第二十二条按办理结果分四类',
        chongqing,
      ),
    },
  },
]

function from<Value>(value: Value, text: string, ref: string): Setting<Value> {
  return { value, source: { text, ref, verified: true } }
}

/** The source says something of the kind, but not this very value. */
function partly<Value>(value: Value, text: string, ref: string): Setting<Value> {
  return { value, source: { text, ref, verified: false } }
}

/** The source knows one ballot; the three axes are each counted by its rule. */
function allAxes(rule: RuleKey, text: string, ref: string): Setting<Settings['axes']> {
  const { comparator, base } = countingRules[rule]
  const axis: AxisRule = { rule, comparator, base }
  const told = `${text}（原文为一次总评，三项分别适用同一规则）`
  return from({ measures: axis, timeliness: axis, quality: axis }, told, ref)
}
