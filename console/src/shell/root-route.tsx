/** The root of all rooms: knows who is signed in before anything is shown. */
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { Crash } from './crash.tsx'
import { Frame } from './frame.tsx'
import { NotFound } from './not-found.tsx'

export type RouterContext = Readonly<{ queryClient: QueryClient }>

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  beforeLoad: ({ context }) => context.queryClient.ensureQueryData(sessionQuery),
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: Crash,
})
