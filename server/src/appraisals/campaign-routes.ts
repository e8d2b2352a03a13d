/** /api/v1/year-plans, /api/v1/drawings, /api/v1/self-checks */
import * as drawings from '../contract/drawings.ts'
import * as selfChecks from '../contract/self-checks.ts'
import * as yearPlans from '../contract/yearplans.ts'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import { drawingShown, openDrawing, readDrawings, stepOnDrawing } from './drawing-commands.ts'
import { readAppraisal } from './list-appraisals.ts'
import { readFramework, setFramework } from './county-framework.ts'
import { readSelfCheck, selfCheckShown } from './read-self-check.ts'
import { openSelfCheck, stepOnSelfCheck, takeOverGap } from './self-check-commands.ts'
import {
  draftYearPlan,
  openFromPlan,
  readRotation,
  readYearPlans,
  stepOnYearPlan,
  yearPlanShown,
} from './year-plan-commands.ts'

export function campaignRoutes(api: Api, world: World): void {
  mount(api, yearPlans.getRotation, ({ asked, query }) =>
    readRotation(world, asked.by, query.since),
  )
  mount(api, yearPlans.listYearPlans, ({ asked }) => readYearPlans(world, asked.by))
  mount(api, yearPlans.draftYearPlan, ({ asked, body }) =>
    yearPlanShown(world, asked.by, draftYearPlan(world, { ...asked, ...body })),
  )
  mount(api, yearPlans.stepOnYearPlan, ({ asked, params, body }) =>
    yearPlanShown(
      world,
      asked.by,
      stepOnYearPlan(world, { ...asked, id: params.yearplan, ...body }),
    ),
  )
  mount(api, yearPlans.openFromPlan, async ({ asked, params, body }) => {
    const done = await openFromPlan(world, { ...asked, id: params.yearplan, ...body })
    return done.ok ? readAppraisal(world, asked.by, done.value.appraisal) : done
  })
  mount(api, drawings.listDrawings, ({ asked }) => readDrawings(world, asked.by))
  mount(api, drawings.openDrawing, ({ asked, body }) =>
    drawingShown(world, asked.by, openDrawing(world, { ...asked, opening: body })),
  )
  mount(api, drawings.stepOnDrawing, ({ asked, params, body }) =>
    drawingShown(world, asked.by, stepOnDrawing(world, { ...asked, id: params.drawing, ...body })),
  )
  mount(api, selfChecks.getFramework, ({ asked }) => readFramework(world, asked.by))
  mount(api, selfChecks.setFramework, ({ asked, body }) =>
    setFramework(world, { ...asked, ...body }),
  )
  mount(api, selfChecks.getSelfCheck, ({ asked, params }) =>
    readSelfCheck(world, asked.by, params.appraisal),
  )
  mount(api, selfChecks.openSelfCheck, ({ asked, params, body }) =>
    selfCheckShown(world, asked.by, openSelfCheck(world, { ...asked, ...params, ...body })),
  )
  mount(api, selfChecks.stepOnSelfCheck, ({ asked, params, body }) =>
    selfCheckShown(
      world,
      asked.by,
      stepOnSelfCheck(world, { ...asked, id: params.selfcheck, ...body }),
    ),
  )
  mount(api, selfChecks.takeOverGap, ({ asked, params, body }) =>
    selfCheckShown(
      world,
      asked.by,
      takeOverGap(world, { ...asked, id: params.selfcheck, ...body }),
    ),
  )
}
