/**
 * Doing something: sends it, refreshes what it changed, and keeps the refusal for the page to show beside the form. Where somebody
 * was faster, the page reads the record anew by itself before it says so: what was typed stays, and pressing again works.
 */
import {
  useMutation,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
} from '@tanstack/react-query'
import { isRefusal } from './problem.ts'

/**
 * @param send usually `(fields) => ask(endpoint, {…})`
 * @param changes the first words of the query keys that are stale afterwards; the desk always is
 */
export function useAct<Fields, Answer>(
  send: (fields: Fields) => Promise<Answer>,
  changes: readonly string[],
): UseMutationResult<Answer, Error, Fields> {
  return useMutation(actOptions(useQueryClient(), send, changes))
}

/** Apart from the hook, for tests. */
export function actOptions<Fields, Answer>(
  queries: QueryClient,
  send: (fields: Fields) => Promise<Answer>,
  changes: readonly string[],
) {
  const readAnew = async () => {
    await Promise.all(
      ['desk', ...changes].map((first) => queries.invalidateQueries({ queryKey: [first] })),
    )
  }
  return {
    mutationFn: send,
    onSuccess: readAnew,
    onError: async (error: Error) => {
      if (isRefusal(error, 'version-conflict')) await readAnew()
    },
  }
}
