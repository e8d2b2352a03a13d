/**
 * What a survey found (调查结果报告): how it was asked and whom it reached, then population by population, never added up,
 * every share with its people and its interval, and only what the page of results may tell as well.
 *
 * Source: issue 6 points 5 and 8; domain.md §11 (results separate per population, coverage report, small cells).
 */
import type { Day } from '@luoshi/domain/kernel/day'
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import { samplingCaveats, samplingLabels, type Sampling } from '@luoshi/domain/surveys/population'
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import type {
  Figure,
  GroupFigures,
  PopulationResults,
  QuestionFigures,
} from '@luoshi/domain/surveys/results/population-results'
import {
  groupWords,
  optionWords,
  questionWords,
  rateWords,
} from '@luoshi/domain/surveys/results/question-words'
import { shareWords } from '@luoshi/domain/surveys/statistics/share-words'
import { assemble, headingBlock, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText, inGroups } from '../paper-words.ts'

type PopulationOnPaper = Omit<PopulationResults, 'weighting'> &
  Readonly<{
    /** How it was weighted, or why not. */
    weighting: Readonly<{ words: Readonly<{ zh: string }> }>
    name: string
    sampling: Sampling
    sizeSource: string
    strata: readonly Readonly<{ code: string; name: string }>[]
    channels: readonly string[]
    /** On the list, and invited; null where there is no list. */
    listed: number | null
    invited: number | null
    /** Parts of the population nobody was asked in, by name. */
    unasked: readonly string[]
  }>

export type SurveyOnPaper = Readonly<{
  activity: string
  official: string
  unit: string
  session: string
  title: string
  wave: number
  from: Day
  closedOn: Day
  closedBecause: string
  /** What the questions were frozen to. */
  hash: string
  form: Questionnaire
  populations: readonly PopulationOnPaper[]
}>

export function surveyResultsPaper(frame: PaperFrame, survey: SurveyOnPaper): OfficialPaper {
  const { activity, official, unit, session, title, from, closedOn } = survey
  const period = `${dayText(from)}至${dayText(closedOn)}`
  const values = { activity, official, unit, session, survey: title, period }
  return assemble(frame, values, {
    method: methodOf(survey),
    coverage: coverageOf(survey),
    results: survey.populations.flatMap((one, at) => resultsOf(survey, one, at)),
    reading: readingOf(survey),
  })
}

function methodOf({ wave, hash, closedBecause, form, populations }: SurveyOnPaper) {
  const asked = `本次为第${wave}次，共${form.questions.length}题。题目自开始之日起固定，校验码${inGroups(hash.slice(0, 16), 4)}；每一题都可以不答，打分题都可以选“不了解”。`
  const ended = closedBecause.trim() === '' ? '' : `截止情况：${closedBecause}`
  const ways = populations.map(({ name, sampling, sizeSource, channels }) => {
    const caveat = samplingCaveats[sampling.type]?.zh ?? ''
    const source = sizeSource.trim() === '' ? '' : `总体人数依据：${sizeSource}。`
    return `${name}：${samplingLabels[sampling.type].zh}，渠道为${channels.join('、')}。${source}${caveat}`
  })
  return [asked, ended, ...ways].flatMap((text) => paragraphs(text))
}

function coverageOf({ populations }: SurveyOnPaper): readonly Block[] {
  const said = (n: number | null) => (n === null ? '不详' : String(n))
  const rows = populations.map(({ name, size, listed, invited, answered }) => [
    name,
    said(size),
    said(listed),
    said(invited),
    String(answered),
  ])
  const columns = [
    { heading: '调查对象', width: 8 },
    ...['总人数', '名单人数', '邀请人数', '作答人数'].map(
      (heading) => ({ heading, width: 4, align: 'center' }) as const,
    ),
  ]
  const unasked = populations.flatMap(({ name, unasked: parts }) =>
    parts.length === 0 ? [] : paragraphs(`${name}中还没有问到：${parts.join('、')}。`),
  )
  return [
    { kind: 'table', columns, rows },
    ...paragraphs('各类对象分开抽样、分开统计，人数不相加。'),
    ...unasked,
  ]
}

function resultsOf(survey: SurveyOnPaper, population: PopulationOnPaper, at: number) {
  const { name, answered, smallest } = population
  const told = `作答${answered}人。${weightWords(population)}不足${smallest}人的组别与其他组合并公布。`
  return [
    headingBlock(2, `（${chineseNumber(at + 1)}）${name}`),
    ...paragraphs(told),
    ...overview(survey, population),
    ...population.questions.flatMap((asked, place) =>
      questionBlocks(survey, population, asked, place),
    ),
  ]
}

function weightWords({ stands, questions, designEffect, weighting }: PopulationOnPaper): string {
  if (!stands) return '结果不加权，只反映参与者的看法。'
  if (!questions.some(({ isWeighted }) => isWeighted)) return weighting.words.zh || '结果不加权。'
  return `${weighting.words.zh}设计效应${designEffect.toFixed(2)}。`
}

/** Every question that has a rate, on one sheet and in one picture. */
function overview({ form }: SurveyOnPaper, population: PopulationOnPaper): readonly Block[] {
  const rated = population.questions.flatMap(({ key, whole }, at) =>
    whole?.rate ? [{ key, number: at + 1, rate: whole.rate }] : [],
  )
  if (rated.length === 0) return []
  const rows = rated.map(({ key, number, rate }) => [
    `${number}.${questionWords(form, key, 'zh')}`,
    rateWords(form, key, 'zh'),
    figureText(rate),
  ])
  const columns = [
    { heading: '题目', width: 10 },
    { heading: '计入的选项', width: 5 },
    { heading: '占有看法者的比例', width: 11 },
  ]
  const intervals = rated.map(({ number, rate }) => ({ label: `第${number}题`, ...rate }))
  return [
    { kind: 'table', columns, rows },
    {
      kind: 'chart',
      title: `图　${population.name}各题结果`,
      chart: { intervals },
      hasTable: true,
    },
  ]
}

function questionBlocks(
  { form }: SurveyOnPaper,
  population: PopulationOnPaper,
  asked: QuestionFigures,
  place: number,
): readonly Block[] {
  const heading = headingBlock(3, `${place + 1}.${questionWords(form, asked.key, 'zh')}`)
  const { whole, groups, detail } = asked
  if (!whole)
    return [
      heading,
      ...paragraphs(`不公开：作答不足${population.smallest}人，或者答案可以对应到人。`),
    ]
  const parts: readonly (readonly [string, GroupFigures])[] = [
    ['全体', whole],
    ...groups.map((one) => [groupWords(population, one.strata, 'zh'), one] as const),
  ]
  const rows = parts.flatMap(([name, told]) =>
    told.options.map(({ option, n, figure }, at) => [
      at === 0 ? name : '',
      optionWords(form, asked.key, option, 'zh'),
      String(n),
      figureText(figure),
    ]),
  )
  const columns = [
    { heading: '组别', width: 3.2 },
    { heading: '选项', width: 3.2 },
    { heading: '人数', width: 2, align: 'center' },
    { heading: '占比', width: 15.6 },
  ] as const
  const onlyWhole = detail === 'whole' && population.strata.length > 1
  const intervals = parts.flatMap(([label, { rate }]) => (rate ? [{ label, ...rate }] : []))
  return [
    heading,
    ...(onlyWhole ? paragraphs('分组公布会使少数人的答案可以推算，只公布全体，不加权。') : []),
    { kind: 'table', columns, rows },
    ...groupRates(intervals, rateWords(form, asked.key, 'zh'), place),
  ]
}

function groupRates(
  intervals: readonly Readonly<Figure & { label: string }>[],
  names: string,
  place: number,
): readonly Block[] {
  if (intervals.length < 2) return []
  const title = `图　第${place + 1}题“${names}”占有看法者的比例`
  return [{ kind: 'chart', title, chart: { intervals }, hasTable: false }]
}

function figureText({ share, isEnough }: Figure): string {
  return `${shareWords(share).zh}${isEnough ? '' : '，证据不足'}`
}

function readingOf({ populations }: SurveyOnPaper): readonly Block[] {
  const stands = populations.some((one) => one.stands)
  return [
    'n是这个比例所依据的人数。置信区间是真实比例可能在的范围，同样的调查做100次，大约95次的区间包含真实比例。',
    '“不了解”单独列出，不计入占有看法者的比例。',
    '有效人数不到30，或者区间宽于30个百分点的，注明“证据不足”，只作线索，不作结论。',
    ...(stands ? [] : ['本次调查没有随机抽取的样本，不能据此推断没有参与的人。']),
    '合并组别只看人数，不看答案；网页、表格、本报告用的是同一份合并后的数字，相减也得不到更小的组别。',
  ].flatMap((text) => paragraphs(text))
}
