import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'
import { peopleTabs, type PeopleTab } from './people-tabs.ts'

export type PeopleSearch = Readonly<{ tab?: PeopleTab }>

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/people',
    validateSearch: (raw: Readonly<Record<string, unknown>>): PeopleSearch => {
      // Said, not left out: what an address asks for and nobody knows would stay as it is.
      return { tab: peopleTabs.find((one) => one === raw['tab']) ?? 'units' }
    },
    component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/people/import',
    component: lazyRouteComponent(() => import('./import-roster-page.tsx'), 'ImportRosterPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/people/terms',
    component: lazyRouteComponent(() => import('./terms-page.tsx'), 'TermsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hand-overs',
    component: lazyRouteComponent(() => import('./hand-overs-page.tsx'), 'HandOversPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hand-overs/$handOver',
    component: lazyRouteComponent(() => import('./hand-over-page.tsx'), 'HandOverPage'),
  }),
] as const
