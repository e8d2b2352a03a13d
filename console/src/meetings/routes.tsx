import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export const meetingRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings/$meeting',
    component: lazyRouteComponent(() => import('./meeting-page.tsx'), 'MeetingPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/meetings/$meeting/screen',
    component: lazyRouteComponent(() => import('./screen-page.tsx'), 'ScreenPage'),
  }),
] as const
