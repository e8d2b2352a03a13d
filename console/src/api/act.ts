/** Doing something: sends it, refreshes what it changed, and keeps the refusal for the page to show beside the form. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'

/**
 * @param send usually `(fields) => ask(endpoint, {…})`
 * @param changes the first words of the query keys that are stale afterwards; the desk always is
 */
export function useAct<Fields, Answer>(
  send: (fields: Fields) => Promise<Answer>,
  changes: readonly string[],
): UseMutationResult<Answer, Error, Fields> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await Promise.all(
        ['desk', ...changes].map((first) => queries.invalidateQueries({ queryKey: [first] })),
      )
    },
  })
}
