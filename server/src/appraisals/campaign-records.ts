/** Annual plans, drawings and self-checks as records: their events, and the row each is found by. */
import {
  evolveDrawing,
  noDrawing,
  type Drawing,
  type DrawingEvent,
} from '@luoshi/domain/appraisals/drawing'
import {
  evolveSelfCheck,
  noSelfCheck,
  type SelfCheck,
  type SelfCheckEvent,
} from '@luoshi/domain/appraisals/self-check'
import {
  evolveYearPlan,
  noYearPlan,
  type YearPlan,
  type YearPlanEvent,
} from '@luoshi/domain/appraisals/year-plan'
import { day } from '@luoshi/domain/kernel/day'
import { recordKind } from '../execute/record.ts'

export const yearPlanKind = recordKind<'yearplan', YearPlan, YearPlanEvent>({
  kind: 'yearplan',
  events: {
    YearPlanDrafted: true,
    SubjectPlanned: true,
    SubjectWithdrawn: true,
    PartyConsented: true,
    YearPlanAdopted: true,
    YearPlanPublished: true,
    SubjectOpened: true,
  },
  initial: noYearPlan,
  evolve: evolveYearPlan,
  row: (plan) =>
    plan.status === 'none' ? null : { title: plan.title, on_day: day(`${plan.year}-01-01`) },
})

export const drawingKind = recordKind<'drawing', Drawing, DrawingEvent>({
  kind: 'drawing',
  events: {
    DrawingOpened: true,
    LotSealed: true,
    LotOpened: true,
    DrawingDecided: true,
    LotsDrawn: true,
  },
  initial: noDrawing,
  evolve: evolveDrawing,
  row: (drawing) =>
    drawing.status === 'none'
      ? null
      : { title: drawing.title, parent: drawing.plan, on_day: drawing.openedOn },
})

export const selfCheckKind = recordKind<'selfcheck', SelfCheck, SelfCheckEvent>({
  kind: 'selfcheck',
  events: {
    SelfCheckOpened: true,
    GapNamed: true,
    GapDropped: true,
    NothingFound: true,
    AchievementNamed: true,
    AchievementDropped: true,
    SelfCheckSubmitted: true,
    SelfCheckReturned: true,
    SelfCheckPassedOn: true,
    GapTakenOver: true,
    SelfFixChecked: true,
  },
  initial: noSelfCheck,
  evolve: evolveSelfCheck,
  row: (check) => {
    if (check.status === 'none') return null
    const { appraisal, unit, official, due } = check
    const on_day = check.status === 'submitted' ? check.submittedOn : check.openedOn
    return { title: '自查', appraisal, unit, official, due, on_day }
  },
})
