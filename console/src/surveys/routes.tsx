import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

type SurveySearch = Readonly<{ tab?: string }>

export const surveyRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/surveys',
    component: lazyRouteComponent(() => import('./surveys-page.tsx'), 'SurveysPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/surveys/$survey',
    validateSearch: ({ tab }: Readonly<Record<string, unknown>>): SurveySearch =>
      typeof tab === 'string' ? { tab } : {},
    component: lazyRouteComponent(() => import('./survey-page.tsx'), 'SurveyPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/surveys/$survey/posters',
    component: lazyRouteComponent(() => import('./posters-page.tsx'), 'PostersPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/surveys/$survey/paper-form',
    component: lazyRouteComponent(() => import('./paper-form-page.tsx'), 'PaperFormPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/survey-papers/$batch',
    component: lazyRouteComponent(() => import('./batch-page.tsx'), 'BatchPage'),
  }),
] as const
