import { isId, type AppraisalId, type Id } from '@luoshi/domain/kernel/ids'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export type NewLetterSearch = Readonly<{ appraisal?: AppraisalId; replaces?: Id<'letter'> }>

export const letterRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/new-letter',
    validateSearch: (raw: Readonly<Record<string, unknown>>): NewLetterSearch => {
      const [appraisal, replaces] = [raw['appraisal'], raw['replaces']]
      return {
        ...(typeof appraisal === 'string' && isId('appraisal', appraisal) ? { appraisal } : {}),
        ...(typeof replaces === 'string' && isId('letter', replaces) ? { replaces } : {}),
      }
    },
    component: lazyRouteComponent(() => import('./new-letter-page.tsx'), 'NewLetterPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/letters/$letter',
    component: lazyRouteComponent(() => import('./letter-page.tsx'), 'LetterPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reports/$report',
    component: lazyRouteComponent(() => import('./report-page.tsx'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/letters/$letter/edit',
    component: lazyRouteComponent(() => import('./edit-letter-page.tsx'), 'EditLetterPage'),
  }),
] as const
