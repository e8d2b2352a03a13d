import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export const closureRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/closures',
    component: lazyRouteComponent(() => import('./closures-page.tsx'), 'ClosuresPage'),
  }),
] as const
