/** How the console keeps what it has read: fresh for a while, tried again when the network failed, never when refused. */
import { QueryClient } from '@tanstack/react-query'
import { problemOf } from './problem.ts'

function worthTryingAgain(failures: number, error: unknown): boolean {
  const { status } = problemOf(error)
  return failures < 2 && (status === 0 || status >= 502)
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, gcTime: 10 * 60_000, retry: worthTryingAgain },
    mutations: { retry: false },
  },
})
