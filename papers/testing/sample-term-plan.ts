/** A term with a year that is over, one that is only drafted, and one without a plan. */
import { day } from '@luoshi/domain/kernel/day'
import type { TermPlanOnPaper } from '../src/official/kinds/term-plan.ts'

const person = (officialName: string, unitName: string) => ({
  officialName,
  unitName,
  post: '局长',
})

export const termPlan: TermPlanOnPaper = {
  number: 18,
  from: day('2024-01-10'),
  until: day('2027-01-09'),
  inPost: 6,
  appraised: 2,
  planned: 1,
  years: [
    { year: 2024, plan: null, subjects: [] },
    {
      year: 2025,
      plan: {
        adopted: { body: 'chairs', on: day('2025-02-12'), reference: '第3次主任会议' },
      },
      subjects: [
        {
          ...person('刘明远', '县水利局'),
          planned: { kind: 'person', selection: 'lot' },
          appraisal: { openedOn: day('2025-03-03'), isArchived: true },
        },
        {
          ...person('何志远', '县住建局'),
          planned: null,
          appraisal: { openedOn: day('2025-09-01'), isArchived: false },
        },
      ],
    },
    {
      year: 2026,
      plan: { adopted: null },
      subjects: [
        {
          ...person('陶静宜', '县教育局'),
          planned: { kind: 'unit', selection: 'rotation' },
          appraisal: null,
        },
      ],
    },
  ],
  waiting: [
    { ...person('宁海川', '县交通运输局'), lastOn: null },
    { ...person('匡一鸣', '县卫生健康局'), lastOn: day('2021-04-06') },
    { ...person('苏明澈', '县市场监督管理局'), lastOn: day('2022-05-11') },
  ],
}
