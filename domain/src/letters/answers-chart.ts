/**
 * How many of a report's matters are done, in part or not, as a picture: all of them together, before each is answered by
 * itself. Source: domain.md §8.6; issue 4 (charts in reports).
 */
import type { BarChart } from '../drawings/bar-chart.ts'
import type { Achieved } from './report.ts'

export const answersChartTitle = {
  zh: '整改完成情况',
  en: 'What is done, and what is not',
} as const

const achieved: Readonly<Record<Achieved, Readonly<{ zh: string; en: string }>>> = {
  done: { zh: '已完成', en: 'Done' },
  partly: { zh: '部分完成', en: 'In part' },
  notDone: { zh: '没有完成', en: 'Not done' },
}
const states = ['done', 'partly', 'notDone'] as const

/** Null for a single matter, which is its own answer. */
export function answersChart(
  items: readonly Readonly<{ achieved: Achieved }>[],
  language: 'zh' | 'en' = 'zh',
): BarChart | null {
  if (items.length < 2) return null
  const counts = states.map((state) => items.filter((item) => item.achieved === state).length)
  const label = language === 'zh' ? '全部事项' : 'All matters'
  const series = states.map((state) => achieved[state][language])
  return { series, rows: [{ label, counts }], unit: language === 'zh' ? '件' : '' }
}
