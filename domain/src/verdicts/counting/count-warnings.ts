/** What a clerk should look at before signing the result. A warning never changes a grade. */
import { isExactly, reaches } from './reaches.ts'
import { markLabel } from './shares.ts'
import type { Label, Comparator, Grade } from './rule.ts'
import type { Tally } from './tally.ts'
import { baseLabels, thresholdWords } from './threshold-words.ts'

export type CountWarningCode =
  | 'comparator-departs'
  | 'base-departs'
  | 'decided-by-comparator'
  | 'exactly-at-pinned-line'
  | 'blank-or-invalid'
  | 'not-all-returned'
  | 'issued-differs-from-present'
  | 'present-did-not-vote'
  | 'vote-not-on-ballot'
  | 'source-unverified'
  | 'members-unusual'

export type CountWarning = Label & Readonly<{ code: CountWarningCode }>

export function warningsOf(tally: Tally): readonly CountWarning[] {
  const every = [...aboutRule(tally), ...aboutLines(tally), ...aboutBallots(tally)]
  return every.filter((one) => one !== undefined)
}

type Maybe = CountWarning | undefined

function aboutRule({ rule, comparator, base, figures }: Tally): readonly Maybe[] {
  const { members } = figures
  return [
    comparator === rule.comparator
      ? undefined
      : {
          code: 'comparator-departs',
          zh: `所选比较方式与规则原文不同：原文按“${comparatorName(rule.comparator).zh}”，本次按“${comparatorName(comparator).zh}”。请核对本级办法。`,
          en: `The comparator departs from the published rule: published “${comparatorName(rule.comparator).en}”, used “${comparatorName(comparator).en}”.`,
        },
    base === rule.base
      ? undefined
      : {
          code: 'base-departs',
          zh: `所选分母与规则原文不同：原文按${baseLabels[rule.base].zh}，本次按${baseLabels[base].zh}。`,
          en: `The denominator departs from the published rule: published “${baseLabels[rule.base].en}”, used “${baseLabels[base].en}”.`,
        },
    rule.source.verified
      ? undefined
      : {
          code: 'source-unverified',
          zh: '本规则的原文未核实，采用前请与本级办法逐字核对。',
          en: 'The source of this rule has not been verified; compare it with your own rules before use.',
        },
    rule.quorum && (members < 15 || members > 95)
      ? {
          code: 'members-unusual',
          zh: `全体组成人员${members}人，不在法定名额15至95人之内，请核对。`,
          en: `${members} members lie outside the 15 to 95 that the law provides for standing committees.`,
        }
      : undefined,
  ]
}

function comparatorName(comparator: Comparator): Label {
  switch (comparator) {
    case 'gt':
      return { zh: '超过', en: 'more than' }
    case 'ge':
      return { zh: '以上（含本数）', en: 'or more' }
  }
}

function aboutLines(tally: Tally): readonly Maybe[] {
  const { comparator, grade, lines } = tally
  const other: Comparator = comparator === 'gt' ? 'ge' : 'gt'
  const otherwise = gradeBy(tally, other)
  const pinned = lines.find(
    ({ pinned, measure, when, holds }) => pinned && !holds && isExactly(measure, when.share),
  )
  return [
    otherwise.key === grade.key
      ? undefined
      : {
          code: 'decided-by-comparator',
          zh: `得票恰在分界处：按“${comparatorName(comparator).zh}”为“${grade.zh}”，按“${comparatorName(other).zh}”则为“${otherwise.zh}”。`,
          en: `The count lies exactly on the line: “${comparatorName(comparator).en}” gives “${grade.en}”, “${comparatorName(other).en}” would give “${otherwise.en}”.`,
        },
    pinned && grade.key === tally.rule.otherwise.key
      ? {
          code: 'exactly-at-pinned-line',
          zh: `得票恰在分界处，规则原文写明须${thresholdWords(pinned.when.share, pinned.comparator).zh}，故为“${grade.zh}”。`,
          en: `The count lies exactly on a line that the published text draws at ${thresholdWords(pinned.when.share, pinned.comparator).en}, hence “${grade.en}”.`,
        }
      : undefined,
  ]
}

function gradeBy({ lines, rule }: Tally, comparator: Comparator): Grade {
  const first = lines.find(({ when, measure }) =>
    reaches(measure, when.share, when.comparator ?? comparator),
  )
  return first?.grade ?? rule.otherwise
}

function aboutBallots({ rule, figures, input }: Tally): readonly Maybe[] {
  const { issued, present, returned, invalid } = figures
  const strange = figures.basically > 0 && rule.marks.basically === undefined
  return [
    invalid > 0
      ? {
          code: 'blank-or-invalid',
          zh: `收回${returned}张中有${invalid}张不计入各等次（空白、多选或其他无效），请监票人确认。`,
          en: `${invalid} of ${returned} returned ballots count for no grade (blank, multiple or void).`,
        }
      : undefined,
    issued !== undefined && returned < issued
      ? {
          code: 'not-all-returned',
          zh: `发出${issued}张，收回${returned}张，有${issued - returned}张未收回。`,
          en: `${issued - returned} of ${issued} ballots were not returned.`,
        }
      : undefined,
    issued !== undefined && issued !== present
      ? {
          code: 'issued-differs-from-present',
          zh: `发出${issued}张，与实到${present}人不一致，请核对。`,
          en: `${issued} ballots were issued to ${present} people present.`,
        }
      : undefined,
    input.returned === undefined && issued === undefined && returned < present
      ? {
          code: 'present-did-not-vote',
          zh: `实到${present}人，票数合计${returned}张，差${present - returned}张；未填收回票数，按合计数计。`,
          en: `${present} present, ${returned} votes in all; no returned ballots were stated, so the votes stand for them.`,
        }
      : undefined,
    strange
      ? {
          code: 'vote-not-on-ballot',
          zh: `本规则的票上没有“${markLabel('basically', rule).zh}”一档，所填${figures.basically}票不计入“${markLabel('satisfied', rule).zh}”。`,
          en: `This rule's ballot has no middle grade; the ${figures.basically} such votes do not count as “${markLabel('satisfied', rule).en}”.`,
        }
      : undefined,
  ]
}
