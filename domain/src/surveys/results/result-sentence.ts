/** A figure as a sentence that can be quoted: who said it, on what, how many of them, how sure, when, and of whom it holds. */
import { dayInChinese } from '../../kernel/day-words.ts'
import type { Day } from '../../kernel/day.ts'
import { shareWords } from '../statistics/share-words.ts'
import type { Figure } from './population-results.ts'

export type Quoted = Readonly<{
  population: string
  /** Empty for the whole. */
  group: string
  question: string
  /** What is counted: “满意、基本满意合计”. */
  counted: string
  figure: Figure
  from: Day
  until: Day
  stands: boolean
  isWeighted: boolean
}>

export function resultSentence(quoted: Quoted, language: 'zh' | 'en'): string {
  const { population, group, question, counted, figure, from, until, stands, isWeighted } = quoted
  const share = shareWords(figure.share)[language]
  if (language === 'en') {
    const who = group === '' ? population : `${population} (${group})`
    const caveats = [
      stands ? '' : ' Open to all comers, not representative.',
      figure.isEnough ? '' : ' Not enough evidence to be read as a share.',
    ]
    return `${who}, “${question}”: ${counted} ${share}; surveyed ${from} to ${until}${isWeighted ? ', weighted by stratum' : ''}.${caveats.join('')}`
  }
  const who = group === '' ? population : `${population}（${group}）`
  const caveats = [
    stands ? '' : '自愿参与，不代表全体。',
    figure.isEnough ? '' : '样本太少，证据不足。',
  ]
  return `${who}对“${question}”，${counted}占${share}；${dayInChinese(from)}至${dayInChinese(until)}调查${isWeighted ? '，按分层人数加权' : ''}。${caveats.join('')}`
}
