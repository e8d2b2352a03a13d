import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.tsx'

export type CompareSearch = Readonly<{ a?: string; b?: string }>

export const ruleBookRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/rule-books',
    component: lazyRouteComponent(() => import('./books-page.tsx'), 'BooksPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/rule-books/compare',
    validateSearch: ({ a, b }: Readonly<Record<string, unknown>>): CompareSearch => ({
      ...(typeof a === 'string' ? { a } : {}),
      ...(typeof b === 'string' ? { b } : {}),
    }),
    component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/rule-books/$book',
    component: lazyRouteComponent(() => import('./book-page.tsx'), 'BookPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/appraisals/$appraisal/rule-book',
    component: lazyRouteComponent(() => import('./frozen-page.tsx'), 'FrozenPage'),
  }),
] as const
