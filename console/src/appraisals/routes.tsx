import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

type AppraisalSearch = Readonly<{ tab?: string }>

export const appraisalRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/appraisals',
    component: lazyRouteComponent(() => import('./appraisals-page.tsx'), 'AppraisalsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/appraisals/$appraisal',
    validateSearch: ({ tab }: Readonly<Record<string, unknown>>): AppraisalSearch =>
      typeof tab === 'string' ? { tab } : {},
    component: lazyRouteComponent(() => import('./appraisal-page.tsx'), 'AppraisalPage'),
  }),
] as const
