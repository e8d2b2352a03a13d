import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export const inquiryRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/appraisals/$appraisal/inquiry-report',
    component: lazyRouteComponent(() => import('./report-page.tsx'), 'ReportPage'),
  }),
] as const
