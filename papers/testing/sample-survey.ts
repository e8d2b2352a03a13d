/** A survey of made-up people, as its paper is given it: one population drawn by strata, one open to all comers. */
import { day } from '@luoshi/domain/kernel/day'
import type { Population } from '@luoshi/domain/surveys/population'
import { weightingWords } from '@luoshi/domain/surveys/results/weighting-words'
import { surveyResults } from '@luoshi/domain/surveys/results/survey-results'
import { countAnswers, smallForm, type Person } from '@luoshi/domain/surveys/testing/count-answers'
import type { SurveyOnPaper } from '../src/official/kinds/survey-results.ts'

function crowd(stratum: string, n: number, answer: Person['answer']): readonly Person[] {
  return Array.from({ length: n }, () => ({ stratum, answer }))
}

/** 25 in a, 20 in b, 4 in c, which is too few to be told alone. */
const people = [
  ...crowd('a', 15, { duty: 'satisfied', way: 'counter' }),
  ...crowd('a', 10, { duty: 'dissatisfied', why: ['slow'], way: 'online' }),
  ...crowd('b', 18, { duty: 'satisfied', way: 'counter' }),
  ...crowd('b', 2, { duty: 'unknown', way: 'online' }),
  ...crowd('c', 4, { duty: 'dissatisfied', why: ['rude', 'slow'], way: 'counter' }),
]

const sizes = { a: 900, b: 300, c: 60 }
const names = { a: '青石镇', b: '白河乡', c: '云岭乡' }

const residents: Population = {
  code: 'residents',
  kind: 'residents',
  name: '城乡居民',
  sizeSource: '2025年末户籍人口统计',
  strata: (['a', 'b', 'c'] as const).map((code) => ({
    code,
    name: names[code],
    size: sizes[code],
    quota: 20,
  })),
  sampling: { type: 'stratified' },
}

const comers: Population = {
  ...residents,
  code: 'comers',
  name: '服务对象',
  sampling: { type: 'open' },
}

const counts = countAnswers(people, sizes)

export const survey: SurveyOnPaper = {
  activity: '2026年述职评议',
  official: '刘明远',
  unit: '县水利局',
  session: '第20次会议',
  title: '群众评议',
  wave: 1,
  from: day('2026-05-06'),
  closedOn: day('2026-05-20'),
  closedBecause: '到期截止',
  hash: '9f'.repeat(32),
  form: smallForm,
  populations: surveyResults(
    smallForm,
    [residents, comers],
    [counts, { ...counts, population: 'comers' }],
    10,
  ).map((figures, at) => {
    const about = at === 0 ? residents : comers
    const { name, sampling, strata, sizeSource } = about
    return {
      ...figures,
      weighting: { words: weightingWords(about, figures.weighting) },
      name,
      sampling,
      sizeSource,
      strata,
      channels: at === 0 ? ['邀请码信函', '入户访问'] : ['服务窗口、自助终端'],
      listed: at === 0 ? 1260 : null,
      invited: at === 0 ? 60 : null,
      unasked: [],
    }
  }),
}
