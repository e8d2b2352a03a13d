/**
 * The counting rules found in practice, as data: to add or mend a rule, change this table only.
 *
 * Each row names where its words were published. `verified: false` means that the page itself was not
 * read by us, only told of; the console says 未核实 beside such a rule.
 */
import { grades, marks, shares } from './grades.ts'
import type { CountingRule, RuleKey, VoteKind } from './rule.ts'

const everyMark: readonly VoteKind[] = ['satisfied', 'basically', 'dissatisfied', 'abstain']
const scored: readonly VoteKind[] = ['satisfied', 'basically', 'dissatisfied']

export const countingRules: Readonly<Record<RuleKey, CountingRule>> = {
  'all-members-3': {
    key: 'all-members-3',
    name: { zh: '全体组成人员三等次', en: 'three grades of all members' },
    text: '满意票达到全体组成人员半数以上的，为测评满意；满意票不足半数，但加基本满意票达到半数以上的，为测评基本满意；满意票加基本满意票不足半数的（含半数），为测评不满意',
    source: {
      ref: '宁波市镇海区人大常委会办公室，2022年1月21日测评结果公告注',
      quoted: true,
      verified: true,
    },
    base: 'allMembers',
    comparator: 'ge',
    steps: [
      { grade: grades.satisfied, when: { of: ['satisfied'], share: shares.half } },
      {
        grade: grades.basicallySatisfied,
        // The notice counts exactly half of 满意加基本满意 as 不满意, whatever 半数以上 means elsewhere.
        when: { of: ['satisfied', 'basically'], share: shares.half, comparator: 'gt' },
      },
    ],
    otherwise: grades.dissatisfied,
    marks: marks.satisfaction,
    valid: everyMark,
    quorum: true,
  },
  'all-members-binary': {
    key: 'all-members-binary',
    name: { zh: '全体组成人员过半两等次', en: 'satisfied or not, of all members' },
    text: '满意票超过常委会组成人员半数的为满意，不过半的为不满意；不满意的，报告不予通过，重新办理后再次报告，直到表决满意为止',
    source: {
      ref: '石泉县人大常委会审议意见整改落实情况报告满意度测评暂行办法',
      quoted: false,
      verified: true,
    },
    base: 'allMembers',
    comparator: 'gt',
    steps: [{ grade: grades.satisfied, when: { of: ['satisfied'], share: shares.half } }],
    otherwise: grades.dissatisfied,
    marks: marks.satisfiedOrNot,
    valid: everyMark,
    quorum: true,
  },
  'votes-cast-half': {
    key: 'votes-cast-half',
    name: { zh: '投票数二分之一', en: 'half of the votes cast' },
    text: '满意票不到投票数二分之一的，评议不通过，继续整改三个月后再次评议',
    source: {
      ref: '南雄市人大常委会2019年8月22日评议（《南方日报》2019年8月23日）',
      quoted: false,
      verified: true,
    },
    base: 'returned',
    comparator: 'ge',
    steps: [{ grade: grades.passed, when: { of: ['satisfied'], share: shares.half } }],
    otherwise: grades.notPassed,
    marks: marks.satisfaction,
    valid: everyMark,
    quorum: true,
  },
  'votes-two-thirds': {
    key: 'votes-two-thirds',
    name: { zh: '投票数三分之二', en: 'two thirds of the votes cast' },
    text: '满意票和基本满意票之和超过投票数三分之二的，为通过',
    source: { ref: '津市市人大常委会测评办法', quoted: false, verified: false },
    base: 'returned',
    comparator: 'gt',
    steps: [
      { grade: grades.passed, when: { of: ['satisfied', 'basically'], share: shares.twoThirds } },
    ],
    otherwise: grades.notPassed,
    marks: marks.satisfaction,
    valid: everyMark,
    quorum: true,
  },
  'dissatisfied-half': {
    key: 'dissatisfied-half',
    name: { zh: '不满意达半数退回', en: 'sent back by half dissatisfied' },
    text: '半数以上的常委会组成人员对专项工作报告不满意的，责令限期整改，并向常委会会议重新报告',
    source: {
      ref: '山西省人大常委会2011年9月23日测评（《太原日报》2011年9月26日）',
      quoted: false,
      verified: true,
    },
    base: 'allMembers',
    comparator: 'ge',
    steps: [{ grade: grades.notPassed, when: { of: ['dissatisfied'], share: shares.half } }],
    otherwise: grades.passed,
    marks: marks.satisfaction,
    valid: everyMark,
    quorum: true,
  },
  'tiered-share': {
    key: 'tiered-share',
    name: { zh: '得票率分档', en: 'graded by share of votes' },
    text: '称职票占参评总票数百分之八十以上的为称职，百分之五十至百分之八十的为基本称职，百分之五十以下的为不称职',
    source: {
      ref: '大悟县人大常委会2005年代表述职票决测评（《楚天主人》）',
      quoted: false,
      verified: true,
    },
    base: 'returned',
    comparator: 'ge',
    steps: [
      { grade: grades.competent, when: { of: ['satisfied'], share: shares.eightyPercent } },
      { grade: grades.basicallyCompetent, when: { of: ['satisfied'], share: shares.fiftyPercent } },
    ],
    otherwise: grades.incompetent,
    marks: marks.competence,
    valid: everyMark,
    quorum: false,
  },
  points: {
    key: 'points',
    name: { zh: '加权计分', en: 'weighted points' },
    text: '各等次折算分数加权平均，九十分以上为优秀，七十分以上为称职，六十分以上为基本称职，不足六十分为不称职；不了解、弃权不计',
    source: {
      ref: '徐闻县2010年评议（优秀九十分以上）及其他地方分档，折算分数可改',
      quoted: false,
      verified: false,
    },
    base: 'valid',
    comparator: 'ge',
    steps: [
      { grade: grades.excellent, when: { of: 'points', share: shares.ninetyPoints } },
      { grade: grades.competent, when: { of: 'points', share: shares.seventyPoints } },
      { grade: grades.basicallyCompetent, when: { of: 'points', share: shares.sixtyPoints } },
    ],
    otherwise: grades.incompetent,
    marks: marks.satisfaction,
    valid: scored,
    quorum: false,
  },
  'raters-half': {
    key: 'raters-half',
    name: { zh: '参评代表半数退回', en: 'sent back by half of the raters' },
    text: '参加评议的代表半数以上不满意的，责成进一步整改',
    source: { ref: '内蒙古自治区评议条例第十五条至第十九条', quoted: false, verified: false },
    base: 'present',
    comparator: 'ge',
    steps: [{ grade: grades.notPassed, when: { of: ['dissatisfied'], share: shares.half } }],
    otherwise: grades.passed,
    marks: marks.satisfaction,
    valid: everyMark,
    quorum: false,
  },
  'statutory-majority': {
    key: 'statutory-majority',
    name: { zh: '法定过半数', en: 'statutory majority' },
    text: '常务委员会的决议，由常务委员会以全体组成人员的过半数通过',
    source: {
      ref: '地方各级人民代表大会和地方各级人民政府组织法（2022年）第五十一条',
      quoted: true,
      verified: true,
    },
    base: 'allMembers',
    comparator: 'gt',
    steps: [{ grade: grades.passed, when: { of: ['satisfied'], share: shares.half } }],
    otherwise: grades.notPassed,
    marks: marks.motion,
    valid: everyMark,
    quorum: true,
  },
}
