import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export const consequenceRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/consequences/$consequence',
    component: lazyRouteComponent(() => import('./consequence-page.tsx'), 'ConsequencePage'),
  }),
] as const
