/**
 * What the chair says at the ballot (主持词, 测评): how it is held by the frozen rule book of each appraisal, who counts, and
 * the result once it was announced; until then the figures are blanks, whoever may see them already.
 *
 * Source: domain.md §5 phase 3 ⑦, §6 (secrecy, abstainHandling, overReturned), §8.8 (总监票人、监票人、计票人).
 */
import type { BallotSource, Counters } from '@luoshi/domain/ballots/ballot'
import { methodLabels } from '@luoshi/domain/ballots/ballot-labels'
import type { BallotSubject } from '@luoshi/domain/ballots/ballot-rows'
import { sheetColumns } from '@luoshi/domain/ballots/ballot-sheet'
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import { axisRuleSentence } from '@luoshi/domain/rule-books/axis-rule-sentence'
import {
  abstainLabels,
  invalidLabels,
  overReturnedLabels,
  secrecyLabels,
  voterGroupLabels,
} from '@luoshi/domain/rule-books/choice-words'
import type { Secrecy } from '@luoshi/domain/rule-books/official-ballot'
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import { axes, axisLabels } from '@luoshi/domain/verdicts/verdict'
import { paragraphs } from '../assemble.ts'
import type { Block } from '../paper.ts'
import { toFill, toFillIn } from '../paper-words.ts'

/** Told once the result was announced. */
export type AnnouncedOnScript = Readonly<{
  counters: Counters | null
  /** As it was announced in the hall: who was there, the forms, the votes on each thing. */
  results: readonly string[]
}>

export type BallotOnScript = Readonly<{
  officialName: string
  appraisalTitle: string
  subject: BallotSubject
  /** Null while no ballot is on record: the rule book says how it will be. */
  source: BallotSource | null
  recused: readonly string[]
  ruleBook: RuleBook
  announced: AnnouncedOnScript | null
}>

/** Those held alike are told together; whatever differs between two rule books parts them. */
export function ballotSaid(ballots: readonly BallotOnScript[]): readonly Block[] {
  const alike = new Map<string, BallotOnScript[]>()
  for (const one of ballots) {
    const how = [...rulesSaid(one), ...stepsSaid(one)].join('\n')
    alike.set(how, [...(alike.get(how) ?? []), one])
  }
  return [...alike.values()].flatMap((group, at) => {
    const things = group.map(thingOf).join('、')
    const [first] = group
    if (!first) return []
    return [
      ...paragraphs(`${at === 0 ? '下面' : '接着'}对${things}进行测评。`),
      ...rulesSaid(first).flatMap(paragraphs),
      ...countersSaid(group),
      ...stepsSaid(first).flatMap(paragraphs),
      ...group.flatMap(resultSaid),
    ]
  })
}

function thingOf({ subject, officialName, appraisalTitle }: BallotOnScript): string {
  return subject.type === 'official'
    ? `${officialName}同志履职情况`
    : `${appraisalTitle}意见的整改情况`
}

function secrecyOf({ source, ruleBook }: BallotOnScript): Secrecy {
  return source?.secrecy ?? ruleBook.settings.officialBallot.value.secrecy
}

/** How it is held, what can be marked, and how the grade follows. */
function rulesSaid(ballot: BallotOnScript): readonly string[] {
  const { subject, ruleBook } = ballot
  const marks = marksOf(ballot)
  const many = marks.length === 2 ? '两' : chineseNumber(marks.length)
  const choice = `意见分为${marks.join('、')}${many}种，每项只能选一种。`
  return [
    `测评采取${secrecyLabels[secrecyOf(ballot)].zh}方式${meansOf(ballot)}。${choice}`,
    ...(subject.type === 'official' ? officialSaid(ballot) : axesSaid(ruleBook)),
  ]
}

function marksOf({ subject, ruleBook }: BallotOnScript): readonly string[] {
  const columns = sheetColumns(subject, ruleBook)
  return columns.flatMap(({ field, zh }) => (field === 'spoiled' ? [] : [zh]))
}

function meansOf({ source }: BallotOnScript): string {
  if (source === null) return ''
  if (source.type === 'castHere') return '，用本系统投票'
  return source.method === 'showOfHands' ? '' : `，使用${methodLabels[source.method].zh}`
}

/** What is void and what counts is only told of forms: a hand that is raised cannot be marked twice. */
function officialSaid(ballot: BallotOnScript): readonly string[] {
  const { settings } = ballot.ruleBook
  const { value: rule } = settings.officialBallot
  const { items = [], itemWeights } = rule
  const others = settings.voters.value.filter(({ group }) => group !== 'members')
  const voting = others.map(({ group }) => voterGroupLabels[group].zh).join('、')
  const asked = items.join('、')
  const handled = [
    invalidLabels[rule.invalid].zh,
    abstainLabels[rule.abstain].zh,
    overReturnedLabels[rule.overReturned].zh,
  ]
  return [
    ...(asked === ''
      ? []
      : [`除总体评价外，还对${asked}分项测评${itemWeights ? '，按权重得出等次' : ''}。`]),
    ...(itemWeights ? [] : [`等次的确定：${axisRuleSentence(rule)}`]),
    ...(secrecyOf(ballot) === 'showOfHands' ? [] : [`${handled.join('；')}。`]),
    ...(voting === '' ? [] : [`${voting}同时参加测评，票数分别统计。`]),
  ]
}

/** Once, where the three are judged by one rule. */
function axesSaid({ settings }: RuleBook): readonly string[] {
  const { value: rules } = settings.axes
  const said = new Map<string, string[]>()
  for (const axis of axes) {
    const sentence = axisRuleSentence(rules[axis])
    said.set(sentence, [...(said.get(sentence) ?? []), axisLabels[axis].zh])
  }
  return [
    `测评按${axes.map((axis) => axisLabels[axis].zh).join('、')}分别进行。`,
    ...[...said].map(([sentence, of]) => {
      return `${said.size === 1 ? '' : of.join('、')}等次的确定：${sentence}`
    }),
  ]
}

/** From handing out to the count. */
function stepsSaid(ballot: BallotOnScript): readonly string[] {
  const { source } = ballot
  if (secrecyOf(ballot) === 'showOfHands')
    return [
      '逐项表决，请按下列次序举手，每人每项只举一次手。',
      ...marksOf(ballot).map((mark) => `${mark}的，请举手。（清点后）请放下。`),
    ]
  if (source?.type === 'castHere')
    return ['请凭签到时领取的票证投票。', '（投票结束后）现在封票、开票。']
  if (source?.method === 'keypads') return ['请按表决器。（按键后）请确认已经按下，表决结束。']
  const signed = secrecyOf(ballot) === 'named' ? '，并在票上签名' : ''
  return [
    '现在发票。（发票后）有没有漏发、多发的？（稍停）没有了，请填写测评票' + signed + '。',
    '（填写后）现在投票，请依次投票。（投票结束后）请监票人、计票人清点票数。',
  ]
}

/** Who counts, as far as it is on record, and who takes no part. */
function countersSaid(group: readonly BallotOnScript[]): readonly Block[] {
  const counters = group.flatMap(({ announced }) => announced?.counters ?? [])
  const named = (names: readonly string[]) => {
    const known = [...new Set(names)].filter((name) => name !== '')
    return known.length === 0 ? toFill : known.join('、')
  }
  const chief = named(counters.map((one) => one.chief))
  const scrutineers = named(counters.flatMap((one) => one.scrutineers))
  const tellers = named(counters.flatMap((one) => one.tellers))
  const recused = [...new Set(group.flatMap((one) => one.recused))].filter((name) => name !== '')
  return [
    ...(recused.length === 0
      ? []
      : paragraphs(`按规定回避、不参加测评的有：${recused.join('、')}。`)),
    ...paragraphs(`总监票人：${chief}；\n监票人：${scrutineers}；\n计票人：${tellers}。`),
    ...paragraphs('对监票人、计票人人选有没有不同意见？（稍停）没有不同意见，请就位。'),
  ]
}

/** With every figure said in the hall, or with a blank for each. */
function resultSaid(ballot: BallotOnScript): readonly Block[] {
  const { announced } = ballot
  const isByHands = secrecyOf(ballot) === 'showOfHands'
  if (announced !== null) return paragraphs(['现在宣布测评结果。', ...announced.results].join('\n'))
  const forms = isByHands
    ? ''
    : `发出测评票${toFillIn}张，收回${toFillIn}张，其中有效票${toFillIn}张，无效票${toFillIn}张。`
  const marks = marksOf(ballot).map((mark) => `${mark}${toFillIn}票`)
  const each =
    ballot.subject.type === 'official'
      ? `${thingOf(ballot)}：${marks.join('，')}。\n测评结果为${toFill}。`
      : `${thingOf(ballot)}：逐件宣布得票和测评结果（见计票结果报告单）。`
  return paragraphs(`（计票结束后）请总监票人报告计票结果。\n现在宣布测评结果。${forms}\n${each}`)
}
