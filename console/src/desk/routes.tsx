import { getDesk, getDeskTasks } from '@luoshi/server/contract/desk'
import { queryOptions } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ask } from '../api/server.ts'
import { rootRoute } from '../shell/root-route.tsx'

export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => ask(getDesk, {}, { signal }),
})

export const tasksQuery = queryOptions({
  queryKey: ['desk', 'tasks'],
  queryFn: async () => (await ask(getDeskTasks, {})).rows,
})

/** Asked for with the page, so that it is there as soon as what it shows. */
export const loadTasks = () => import('./desk-tasks.tsx')

/** My desk is where everybody starts. */
export const deskRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    loader: ({ context }) => {
      void context.queryClient.prefetchQuery(deskQuery)
      void context.queryClient.prefetchQuery(tasksQuery)
      void loadTasks()
    },
    component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskPage'),
  }),
] as const
