import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

/** The list of documents brought in, and the page where one is reviewed. */
export const importRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/imports',
    component: lazyRouteComponent(() => import('./list/imports-page.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/imports/$import',
    component: lazyRouteComponent(() => import('./review/review-page.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/imports/$import/columns',
    component: lazyRouteComponent(() => import('./columns/columns-page.tsx'), 'ColumnsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/own-layouts',
    component: lazyRouteComponent(() => import('./columns/layouts-page.tsx'), 'LayoutsPage'),
  }),
] as const
