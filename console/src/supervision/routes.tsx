import { fourChecks, type FourCheck } from '@luoshi/domain/supervision/four-checks'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export type SupervisionSearch = Readonly<{ check?: FourCheck; alarm?: 'late' | 'silent' }>

export const supervisionRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/supervision',
    validateSearch: (raw: Readonly<Record<string, unknown>>): SupervisionSearch => {
      const check = fourChecks.find((one) => one === raw['check'])
      const alarm = (['late', 'silent'] as const).find((one) => one === raw['alarm'])
      return { ...(check ? { check } : {}), ...(alarm ? { alarm } : {}) }
    },
    component: lazyRouteComponent(() => import('./supervision-page.tsx'), 'SupervisionPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/supervision/samples',
    component: lazyRouteComponent(() => import('./samples-page.tsx'), 'SamplesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/notices/$notice',
    component: lazyRouteComponent(() => import('./notice-page.tsx'), 'NoticePage'),
  }),
] as const
