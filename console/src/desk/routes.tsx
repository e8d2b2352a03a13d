import { getDesk } from '@luoshi/server/contract/desk'
import { queryOptions } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ask } from '../api/server.ts'
import { rootRoute } from '../shell/root-route.tsx'

export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => ask(getDesk, {}, { signal }),
})

/** My desk is where everybody starts. */
export const deskRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    loader: ({ context }) => void context.queryClient.prefetchQuery(deskQuery),
    component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskPage'),
  }),
] as const
