import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export const yearPlanRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/year-plans',
    component: lazyRouteComponent(() => import('./plans-page.tsx'), 'PlansPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/year-plans/$plan',
    component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/drawings/$drawing',
    component: lazyRouteComponent(() => import('./drawing-page.tsx'), 'DrawingPage'),
  }),
] as const
