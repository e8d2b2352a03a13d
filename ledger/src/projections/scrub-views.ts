/** Takes erased words out of every version of a stream's row: each becomes what it is by the log as it stands now. */
import type { Pool } from 'pg'
import { readStream } from '../log/read.ts'
import { withCongress } from '../log/tenant.ts'
import { replayStream, type Project } from './replay.ts'

export async function scrubViews(
  pool: Pool,
  congress: string,
  stream: string,
  project: Project,
): Promise<void> {
  const rows = replayStream(congress, await readStream(pool, congress, stream), project)
  const [first] = rows
  if (!first) return
  const parameter = JSON.stringify(rows.map(({ row }) => row))
  await withCongress(pool, congress, (client) =>
    client.query('select luoshi.scrub_rows($1, $2, $3, $4::jsonb)', [
      congress,
      first.view,
      stream,
      parameter,
    ]),
  )
}
