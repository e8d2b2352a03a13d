/** All rooms of the console. A room registers its routes here, and itself in `rooms.ts` when it belongs in the menu. */
import { accountRoutes } from '../accounts/routes.tsx'
import { appraisalRoutes } from '../appraisals/routes.tsx'
import { ballotRoutes } from '../ballots/routes.tsx'
import { calendarRoutes } from '../calendar/routes.tsx'
import { deskRoutes } from '../desk/routes.tsx'
import { comebackRoutes } from '../comebacks/routes.tsx'
import { importRoutes } from '../imports/routes.tsx'
import { inquiryRoutes } from '../inquiries/routes.tsx'
import { closureRoutes } from '../closures/routes.tsx'
import { letterRoutes } from '../letters/routes.tsx'
import { matterRoutes } from '../matters/routes.tsx'
import { paperRoutes } from '../papers/routes.tsx'
import { peopleRoutes } from '../people/routes.tsx'
import { proofRoutes } from '../proof/routes.tsx'
import { briefingRoutes } from '../briefings/routes.tsx'
import { consequenceRoutes } from '../consequences/routes.tsx'
import { messageRoutes } from '../messages/routes.tsx'
import { selfCheckRoutes } from '../self-checks/routes.tsx'
import { meetingRoutes } from '../meetings/routes.tsx'
import { yearPlanRoutes } from '../year-plans/routes.tsx'
import { ruleBookRoutes } from '../rule-books/routes.tsx'
import { securityRoutes } from '../security/routes.tsx'
import { surveyRoutes } from '../surveys/routes.tsx'
import { surveyResultRoutes } from '../surveys/results/routes.tsx'
import { supervisionRoutes } from '../supervision/routes.tsx'
import { rootRoute } from './root-route.tsx'

export const routeTree = rootRoute.addChildren([
  ...deskRoutes,
  ...matterRoutes,
  ...importRoutes,
  ...comebackRoutes,
  ...appraisalRoutes,
  ...peopleRoutes,
  ...accountRoutes,
  ...securityRoutes,
  ...proofRoutes,
  ...supervisionRoutes,
  ...closureRoutes,
  ...letterRoutes,
  ...paperRoutes,
  ...meetingRoutes,
  ...selfCheckRoutes,
  ...messageRoutes,
  ...ballotRoutes,
  ...consequenceRoutes,
  ...briefingRoutes,
  ...inquiryRoutes,
  ...calendarRoutes,
  ...ruleBookRoutes,
  ...yearPlanRoutes,
  ...surveyRoutes,
  ...surveyResultRoutes,
])
