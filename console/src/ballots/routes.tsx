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
] as const
