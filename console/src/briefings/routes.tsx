import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export const briefingRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/briefings/$briefing',
    component: lazyRouteComponent(() => import('./briefing-page.tsx'), 'BriefingPage'),
  }),
] as const
