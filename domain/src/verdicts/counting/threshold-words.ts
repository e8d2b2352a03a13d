/**
 * The words for a line that must be reached: 超过半数, 半数以上（含半数）.
 *
 * Source: 民法典第一千二百五十九条: 以上、以下 include the number; 超过、不满 do not.
 */
import { bothSides } from './reaches.ts'
import type { BaseKind, Label, Comparator, CountingRule, Share } from './rule.ts'
import type { Tally, TallyLine } from './tally.ts'

export const baseLabels: Readonly<Record<BaseKind, Label>> = {
  allMembers: { zh: '全体组成人员', en: 'all members' },
  present: { zh: '实到人员', en: 'those present' },
  issued: { zh: '发出票数', en: 'ballots issued' },
  returned: { zh: '收回票数', en: 'ballots returned' },
  valid: { zh: '有效票数', en: 'valid ballots' },
}

export function thresholdWords({ zh, en }: Share, comparator: Comparator): Label {
  switch (comparator) {
    case 'gt':
      return { zh: `超过${zh}`, en: `more than ${en}` }
    case 'ge':
      return { zh: `${zh}以上（含${zh}）`, en: `${en} or more` }
  }
}

/** Of the first line a rule draws: the one a county argues about. */
export function comparatorWords(rule: CountingRule, comparator: Comparator): Label {
  const words = rule.steps.map(({ when }) =>
    thresholdWords(when.share, when.comparator ?? comparator),
  )
  return words[0] ?? { zh: '', en: '' }
}

/** 全体组成人员33人, 收回票数26张. */
export function baseWords(base: BaseKind, value: number): Label {
  const { zh, en } = baseLabels[base]
  const people = base === 'allMembers' || base === 'present'
  return { zh: `${zh}${value}${people ? '人' : '张'}`, en: `${en} (${value})` }
}

/** Says when 超过 and 以上 would differ: only on a count that is exactly the share of the base. */
export function comparatorNote({ lines, value, base }: Tally): Label {
  const counts = lines.filter(({ pinned }) => !pinned).flatMap((line) => exactCount(line))
  const { zh, en } = baseWords(base, value)
  if (counts.length === 0) {
    return {
      zh: `${zh}，分界处不是整数，“超过”与“以上（含本数）”结果相同。`,
      en: `Counted of ${en}, no count falls exactly on the line: “more than” and “or more” agree.`,
    }
  }
  const unit = lines.some(({ when }) => when.of === 'points')
    ? { zh: '分', en: 'points' }
    : { zh: '票', en: 'votes' }
  return {
    zh: `${zh}，只有恰为${counts.join('、')}${unit.zh}时，“超过”与“以上（含本数）”结果才不同。`,
    en: `Counted of ${en}, “more than” and “or more” differ only at exactly ${counts.join(' or ')} ${unit.en}.`,
  }
}

/** The one count that lies exactly on a line, if it is a whole number. */
function exactCount({ when, measure }: TallyLine): readonly number[] {
  const [, right] = bothSides(measure, when.share)
  const { denominator } = when.share
  return right % denominator === 0 ? [right / denominator] : []
}
