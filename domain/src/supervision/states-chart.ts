/**
 * How what the units have in hand stands, as a picture: unit by unit in the order of the office, never by figures.
 * Source: domain.md §2 (四查); §14.
 */
import type { BarChart } from '../drawings/bar-chart.ts'
import { fourChecks, type FourCheck } from './four-checks.ts'

const states: Readonly<Record<FourCheck, Readonly<{ zh: string; en: string }>>> = {
  effect: { zh: '已整改', en: 'Done' },
  progress: { zh: '正在整改', en: 'Under way' },
  cause: { zh: '尚未整改', en: 'Not begun' },
  responsibility: { zh: '拖着不改', en: 'Refused' },
}

type Line = Readonly<{ unitName: string; checks: Readonly<Record<FourCheck, number>> }>

/** Null when nothing is in anybody's hands. */
export function statesChart(lines: readonly Line[], language: 'zh' | 'en' = 'zh'): BarChart | null {
  const rows = lines
    .map(({ unitName, checks }) => ({
      label: unitName,
      counts: fourChecks.map((check) => checks[check]),
    }))
    .filter(({ counts }) => counts.some((one) => one > 0))
  const series = fourChecks.map((check) => states[check][language])
  return rows.length === 0 ? null : { series, rows, unit: language === 'zh' ? '件' : '' }
}
