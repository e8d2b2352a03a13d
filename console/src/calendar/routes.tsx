import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export const calendarRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/calendar',
    component: lazyRouteComponent(() => import('./calendar-page.tsx'), 'CalendarPage'),
  }),
] as const
