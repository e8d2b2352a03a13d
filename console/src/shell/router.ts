import { createRouter } from '@tanstack/react-router'
import { queryClient } from '../api/query-client.ts'
import { routeTree } from './routes.ts'

export const router = createRouter({
  routeTree,
  context: { queryClient },
  basepath: import.meta.env.BASE_URL,
  defaultPreload: 'intent',
  defaultPreloadDelay: 60,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
