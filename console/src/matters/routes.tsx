import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'
import { readLedgerSearch } from './ledger-search.ts'
import { readMatterSearch } from './matter-page/matter-search.ts'

/** The ledger, and the page of one matter. */
export const ledgerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matters',
  validateSearch: readLedgerSearch,
  component: lazyRouteComponent(() => import('./ledger-page.tsx'), 'LedgerPage'),
})

export const matterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matters/$matter',
  validateSearch: readMatterSearch,
  component: lazyRouteComponent(() => import('./matter-page/matter-page.tsx'), 'MatterPage'),
})

export const matterRoutes = [ledgerRoute, matterRoute] as const
