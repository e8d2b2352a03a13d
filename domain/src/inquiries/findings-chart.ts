/**
 * What an inquiry found, by kind, as a picture: how many of each, and of how many. Source: issue 4 (charts in reports);
 * domain.md §8.7.
 */
import type { BarChart } from '../drawings/bar-chart.ts'
import { findingLabels, type FindingKind } from './inquiry.ts'

export const findingsChartTitle = { zh: '调查发现的类别', en: 'What was found, by kind' } as const

/** In the order in which the report first has them; null for a single finding. */
export function findingsChart(
  items: readonly Readonly<{ kind: FindingKind }>[],
  language: 'zh' | 'en' = 'zh',
): BarChart | null {
  if (items.length < 2) return null
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  const counts = kinds.map((kind) => items.filter((item) => item.kind === kind).length)
  const label = language === 'zh' ? '调查发现' : 'Findings'
  const series = kinds.map((kind) => findingLabels[kind][language])
  return { series, rows: [{ label, counts }], unit: language === 'zh' ? '条' : '' }
}
