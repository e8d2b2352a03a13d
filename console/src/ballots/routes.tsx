import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export const ballotRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ballots/$ballot',
    component: lazyRouteComponent(() => import('./ballot-page.tsx'), 'BallotPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ballots/$ballot/tally',
    component: lazyRouteComponent(() => import('./ballot-papers.tsx'), 'TallyPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ballots/$ballot/announcement',
    component: lazyRouteComponent(() => import('./ballot-papers.tsx'), 'AnnouncementPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ballots/$ballot/screen',
    component: lazyRouteComponent(() => import('./hall/screen-page.tsx'), 'HallScreenPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/ballots/$ballot/trust',
    component: lazyRouteComponent(() => import('./hall/trust-page.tsx'), 'TrustPage'),
  }),
] as const
