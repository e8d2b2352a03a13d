/** The grades and marks that the published rules use, each written once. */
import type { Label, Grade, Share, VoteKind } from './rule.ts'

export const grades = {
  satisfied: { key: 'satisfied', zh: '满意', en: 'satisfied', rank: 3, passed: true },
  basicallySatisfied: {
    key: 'basicallySatisfied',
    zh: '基本满意',
    en: 'basically satisfied',
    rank: 2,
    passed: true,
  },
  dissatisfied: { key: 'dissatisfied', zh: '不满意', en: 'dissatisfied', rank: 1, passed: false },
  excellent: { key: 'excellent', zh: '优秀', en: 'excellent', rank: 4, passed: true },
  competent: { key: 'competent', zh: '称职', en: 'competent', rank: 3, passed: true },
  basicallyCompetent: {
    key: 'basicallyCompetent',
    zh: '基本称职',
    en: 'basically competent',
    rank: 2,
    passed: true,
  },
  incompetent: { key: 'incompetent', zh: '不称职', en: 'not competent', rank: 1, passed: false },
  passed: { key: 'passed', zh: '通过', en: 'passed', rank: 2, passed: true },
  notPassed: { key: 'notPassed', zh: '不通过', en: 'not passed', rank: 1, passed: false },
} as const satisfies Record<string, Grade>

export const shares = {
  half: { numerator: 1, denominator: 2, zh: '半数', en: 'half' },
  twoThirds: { numerator: 2, denominator: 3, zh: '三分之二', en: 'two thirds' },
  fiftyPercent: { numerator: 1, denominator: 2, zh: '百分之五十', en: '50 %' },
  eightyPercent: { numerator: 4, denominator: 5, zh: '百分之八十', en: '80 %' },
  ninetyPoints: { numerator: 9, denominator: 10, zh: '九成', en: '90 % of full marks' },
  seventyPoints: {
    numerator: 7,
    denominator: 10,
    zh: '七成',
    en: '70 % of full marks',
  },
  sixtyPoints: { numerator: 3, denominator: 5, zh: '六成', en: '60 % of full marks' },
} as const satisfies Record<string, Share>

type Marks = Readonly<Partial<Record<VoteKind, Label>>>

const abstain = { zh: '弃权', en: 'abstained' }
const unknown = { zh: '不了解', en: 'do not know' }

export const marks = {
  satisfaction: {
    satisfied: { zh: '满意', en: 'satisfied' },
    basically: { zh: '基本满意', en: 'basically satisfied' },
    dissatisfied: { zh: '不满意', en: 'dissatisfied' },
    abstain,
    unknown,
  },
  satisfiedOrNot: {
    satisfied: { zh: '满意', en: 'satisfied' },
    dissatisfied: { zh: '不满意', en: 'dissatisfied' },
    abstain,
    unknown,
  },
  competence: {
    satisfied: { zh: '称职', en: 'competent' },
    basically: { zh: '基本称职', en: 'basically competent' },
    dissatisfied: { zh: '不称职', en: 'not competent' },
    abstain,
    unknown,
  },
  motion: {
    satisfied: { zh: '赞成', en: 'for' },
    dissatisfied: { zh: '反对', en: 'against' },
    abstain,
  },
} as const satisfies Record<string, Marks>
