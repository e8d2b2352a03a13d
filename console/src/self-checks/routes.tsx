import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export const selfCheckRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/self-check-framework',
    component: lazyRouteComponent(() => import('./framework-page.tsx'), 'FrameworkPage'),
  }),
] as const
