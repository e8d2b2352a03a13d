import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export const proofRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/proof',
    component: lazyRouteComponent(() => import('./proof-page.tsx'), 'ProofPage'),
  }),
] as const
