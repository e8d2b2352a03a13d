import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root-route.tsx'

export const surveyResultRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/surveys/$survey/results',
    component: lazyRouteComponent(() => import('./results-page.tsx'), 'SurveyResultsPage'),
  }),
] as const
