/**
 * The way into the log. Commits that wait together for one congress are sent together (group commit), because each
 * trip to the disk costs the same for one as for fifty; every one of them is taken or refused on its own.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { Pool } from 'pg'
import { parseAnswers, parseStale, type Answer } from './append-answer.ts'
import { batchParameters, prepare, reliedParameter, type Prepared } from './batch-parameter.ts'
import { keptParameter } from './kept-apart.ts'
import type { Appended, AppendRefusal, Commit, Reliance } from './event.ts'

export type Append = (commit: Commit) => Promise<Result<Appended, AppendRefusal>>

/** Most commits in one trip, and about the most characters of facts and words. */
const mostCommits = 64
const mostCharacters = 4_000_000

type Waiting = Readonly<{
  prepared: Prepared
  settle: (answer: Answer) => void
  fail: (error: unknown) => void
}>

type Queue = { waiting: Waiting[]; running: boolean }

/**
 * `pool` connects as the application's role. One appender for a process: its queues are what groups commits.
 * The promise rejects when the database does not answer; the same command may then be sent again safely.
 */
export function openAppender(pool: Pool): Append {
  const queues = new Map<string, Queue>()

  return (commit) =>
    new Promise((resolve, reject) => {
      const prepared = prepare(commit)
      const settle = (answer: Answer) => {
        resolve('code' in answer ? refuse(answer) : accept(answer))
      }
      const queue = queues.get(commit.congress) ?? { waiting: [], running: false }
      queues.set(commit.congress, queue)
      queue.waiting.push({ prepared, settle, fail: reject })
      if (!queue.running)
        void drain(pool, commit.congress, queue, () => queues.delete(commit.congress))
    })
}

/** One trip at a time per congress: a second one would only wait for the first one's row lock. */
async function drain(
  pool: Pool,
  congress: string,
  queue: Queue,
  emptied: () => void,
): Promise<void> {
  queue.running = true
  // What the same turn of the event loop still brings goes along.
  await new Promise((begin) => setImmediate(begin))
  while (queue.waiting.length > 0) await send(pool, congress, takeBatch(queue.waiting))
  queue.running = false
  emptied()
}

/**
 * From the front, up to the first commit that touches a stream, repeats a command or relies on a stream of one before it.
 * Who leaves goes alone: what the others of a batch hand over is not to be seen yet.
 */
function takeBatch(waiting: Waiting[]): readonly Waiting[] {
  const seen = new Set<string>()
  let characters = 0
  const end = waiting.findIndex(({ prepared }, place) => {
    const keys = [`command ${prepared.command}`, ...prepared.streams]
    characters += prepared.characters
    const full = place >= mostCommits || characters > mostCharacters
    const before = place === 0 ? undefined : waiting[place - 1]
    const alone = [prepared, before?.prepared].some((one) => one?.relies.some(isOfLeaver))
    const looked = prepared.relies.flatMap((one) => ('stream' in one ? [one.stream] : []))
    const met = [...keys, ...looked].some((key) => seen.has(key))
    if (place > 0 && (full || alone || met)) return true
    for (const key of keys) seen.add(key)
    return false
  })
  return waiting.splice(0, end === -1 ? waiting.length : end)
}

function isOfLeaver(one: Reliance): boolean {
  return 'leaver' in one
}

/** A commit the database chokes on takes its whole batch down, so the others are then sent one by one. */
async function send(pool: Pool, congress: string, batch: readonly Waiting[]): Promise<void> {
  try {
    const raw = await call(pool, congress, batch)
    const stale = parseStale(raw)
    if (stale) return await sendOthers(pool, congress, batch, stale)
    const answers = parseAnswers(
      raw,
      batch.map((one) => one.prepared.streams),
    )
    for (const [place, one] of batch.entries()) {
      const answer = answers[place]
      if (answer === undefined) one.fail(new Error('append_commits gave too few answers'))
      else one.settle(answer)
    }
  } catch (error) {
    if (batch.length === 1) batch[0]?.fail(error)
    else for (const one of batch) await send(pool, congress, [one])
  }
}

/** Nothing was written: who relied on what has moved on is told so, the others go again. */
async function sendOthers(
  pool: Pool,
  congress: string,
  batch: readonly Waiting[],
  stale: ReadonlyMap<number, AppendRefusal>,
): Promise<void> {
  for (const [place, refusal] of stale) batch[place]?.settle(refusal)
  const others = batch.filter((_, place) => !stale.has(place))
  if (others.length > 0) await send(pool, congress, others)
}

async function call(pool: Pool, congress: string, batch: readonly Waiting[]): Promise<unknown> {
  const prepared = batch.map((one) => one.prepared)
  const relied = reliedParameter(prepared)
  const parameters = [congress, ...batchParameters(prepared)]
  const kept = keptParameter(prepared)
  if (kept !== null) {
    const { rows } = await pool.query<{ answers: unknown }>({
      name: 'luoshi-append-keeping',
      text: `select luoshi.append_keeping(set_config('luoshi.congress', $1, true), $2::text[], $3::text[], $4::text[], $5::jsonb, $6::jsonb, $7::jsonb) as answers`,
      values: [...parameters, relied, kept],
    })
    return rows[0]?.answers
  }
  if (relied !== null) {
    const { rows } = await pool.query<{ answers: unknown }>({
      name: 'luoshi-append-relying',
      text: `select luoshi.append_relying(set_config('luoshi.congress', $1, true), $2::text[], $3::text[], $4::text[], $5::jsonb, $6::jsonb) as answers`,
      values: [...parameters, relied],
    })
    return rows[0]?.answers
  }
  const { rows } = await pool.query<{ answers: unknown }>({
    name: 'luoshi-append',
    // The setting is an argument, so it is made before the function reads it.
    text: `select luoshi.append_commits(set_config('luoshi.congress', $1, true), $2::text[], $3::text[], $4::text[], $5::jsonb) as answers`,
    values: parameters,
  })
  return rows[0]?.answers
}
