/** Reads what the server answers as plain text; null when there is none yet. */
import { hrefOf, type Endpoint } from '@luoshi/server/contract/kit'
import { ApiFailure } from '@luoshi/server/contract/client'
import { problem } from '@luoshi/server/contract/problem'

export async function askText(
  endpoint: Pick<Endpoint, 'path'>,
  signal: AbortSignal,
): Promise<string | null> {
  const answer = await fetch(hrefOf(endpoint), { credentials: 'same-origin', signal })
  if (answer.status === 404) return null
  if (answer.ok) return answer.text()
  const read = problem.safeParse(await answer.json().catch(() => null))
  throw read.success ? new ApiFailure(read.data) : new Error(`status ${answer.status}`)
}
