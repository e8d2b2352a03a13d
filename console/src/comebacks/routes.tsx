import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

/** Ledgers that came back, and the page on which one is applied. */
export const comebackRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/comebacks',
    component: lazyRouteComponent(() => import('./comebacks-page.tsx'), 'ComebacksPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/comebacks/$comeback',
    component: lazyRouteComponent(() => import('./comeback-page.tsx'), 'ComebackPage'),
  }),
] as const
