/**
 * The way into the log. Commits that wait together for one congress are sent together (group commit), because each
 * trip to the disk costs the same for one as for fifty; every one of them is taken or refused on its own.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { Pool, PoolClient } from 'pg'
import { parseAnswers, parseStale, type Answer } from './append-answer.ts'
import { batchParameters, prepare, reliedParameter, type Prepared } from './batch-parameter.ts'
import { appendInParts, goesInParts } from './append-in-parts.ts'
import { keptParameter } from './kept-apart.ts'
import type { Appended, AppendRefusal, Commit, Reliance } from './event.ts'

export type Append = (commit: Commit) => Promise<Result<Appended, AppendRefusal>>

/** Most commits in one trip, and about the most characters of facts and words. */
const mostCommits = 64
const mostCharacters = 4_000_000

type Asking = Readonly<{
  settle: (answer: Answer) => void
  fail: (error: unknown) => void
}>
type Small = Asking & Readonly<{ prepared: Prepared }>
/** Made ready only while it is sent, and alone. */
type Large = Asking & Readonly<{ large: Commit }>
type Waiting = Small | Large

type Queue = { waiting: Waiting[]; running: boolean }

/**
 * `pool` connects as the application's role. One appender for a process: its queues are what groups commits.
 * The promise rejects when the database does not answer; the same command may then be sent again safely.
 */
export function openAppender(pool: Pool): Append {
  const queues = new Map<string, Queue>()

  return (commit) =>
    new Promise((resolve, reject) => {
      const work = goesInParts(commit) ? { large: commit } : { prepared: prepare(commit) }
      const settle = (answer: Answer) => {
        resolve('code' in answer ? refuse(answer) : accept(answer))
      }
      const queue = queues.get(commit.congress) ?? { waiting: [], running: false }
      queues.set(commit.congress, queue)
      queue.waiting.push({ ...work, settle, fail: reject })
      if (!queue.running)
        void drain(pool, commit.congress, queue, () => queues.delete(commit.congress))
    })
}

/**
 * One commit within a transaction of the caller's, for what stands beside the log and is written with it or not at all.
 * Refused, nothing of it is written; what becomes of the rest is the caller's to say. Others wait for the log until the
 * transaction ends, so nobody is to be asked anything in between.
 * @throws as the appender of {@link openAppender} does.
 */
export async function appendWithin(
  client: PoolClient,
  commit: Commit,
): Promise<Result<Appended, AppendRefusal>> {
  const prepared = prepare(commit)
  const raw = await call(client, commit.congress, [{ prepared }])
  const [answer] = parseStale(raw)?.values() ?? parseAnswers(raw, [prepared.streams])
  if (answer === undefined) throw new Error('append_commits gave no answer')
  return 'code' in answer ? refuse(answer) : accept(answer)
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
  while (queue.waiting.length > 0) {
    const batch = takeBatch(queue.waiting)
    if (batch.length > 0) await send(pool, congress, batch)
    else await sendLarge(pool, queue.waiting.shift())
  }
  queue.running = false
  emptied()
}

/**
 * From the front, up to the first commit that is large, touches a stream, repeats a command or relies on a stream of one before it.
 * Who leaves goes alone: what the others of a batch hand over is not to be seen yet.
 */
function takeBatch(waiting: Waiting[]): readonly Small[] {
  const seen = new Set<string>()
  const batch: Small[] = []
  let characters = 0
  for (const one of waiting) {
    if ('large' in one) break
    const { prepared } = one
    const keys = [`command ${prepared.command}`, ...prepared.streams]
    characters += prepared.characters
    const full = batch.length >= mostCommits || characters > mostCharacters
    const alone = [prepared, batch.at(-1)?.prepared].some((other) => other?.relies.some(isOfLeaver))
    const looked = prepared.relies.flatMap((other) => ('stream' in other ? [other.stream] : []))
    const met = [...keys, ...looked].some((key) => seen.has(key))
    if (batch.length > 0 && (full || alone || met)) break
    for (const key of keys) seen.add(key)
    batch.push(one)
  }
  waiting.splice(0, batch.length)
  return batch
}

async function sendLarge(pool: Pool, one: Waiting | undefined): Promise<void> {
  if (one === undefined || !('large' in one)) return
  const { large, settle, fail } = one
  try {
    const raw = await appendInParts(pool, large)
    const streams = large.writes.map(({ stream }) => stream)
    const [answer] = parseStale(raw)?.values() ?? parseAnswers(raw, [streams])
    if (answer === undefined) throw new Error('append_parts gave no answer')
    settle(answer)
  } catch (error) {
    fail(error)
  }
}

function isOfLeaver(one: Reliance): boolean {
  return 'leaver' in one
}

/** A commit the database chokes on takes its whole batch down, so the others are then sent one by one. */
async function send(pool: Pool, congress: string, batch: readonly Small[]): Promise<void> {
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
  batch: readonly Small[],
  stale: ReadonlyMap<number, AppendRefusal>,
): Promise<void> {
  for (const [place, refusal] of stale) batch[place]?.settle(refusal)
  const others = batch.filter((_, place) => !stale.has(place))
  if (others.length > 0) await send(pool, congress, others)
}

async function call(
  pool: Pool | PoolClient,
  congress: string,
  batch: readonly Pick<Small, 'prepared'>[],
): Promise<unknown> {
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
