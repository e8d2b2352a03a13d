import { describe, expect, it } from 'vitest'
import { findingsChart } from '../inquiries/findings-chart.ts'
import { answersChart } from './answers-chart.ts'

describe('a report as a picture', () => {
  it('counts every matter once, in the order of done, in part, not done', () => {
    const items = (['notDone', 'done', 'partly', 'done'] as const).map((achieved) => ({ achieved }))
    expect(answersChart(items)).toEqual({
      series: ['已完成', '部分完成', '没有完成'],
      rows: [{ label: '全部事项', counts: [2, 1, 1] }],
      unit: '件',
    })
    expect(answersChart(items.slice(0, 1))).toBeNull()
  })

  it('counts what an inquiry found by its kinds, as the report has them', () => {
    const items = (['problem', 'fact', 'problem'] as const).map((kind) => ({ kind }))
    expect(findingsChart(items, 'en')).toEqual({
      series: ['Problem', 'Fact'],
      rows: [{ label: 'Findings', counts: [2, 1] }],
      unit: '',
    })
    expect(findingsChart(items.slice(0, 1))).toBeNull()
  })
})
