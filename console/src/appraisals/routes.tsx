import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export const appraisalRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/appraisals',
    component: lazyRouteComponent(() => import('./appraisals-page.tsx'), 'AppraisalsPage'),
  }),
] as const
