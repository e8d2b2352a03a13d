/** Writes the proof file of one congress: see `proof-lines.ts` for what is in it. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Instant } from '@luoshi/domain/kernel/day'
import type { Pool } from 'pg'
import { beginning } from '../log/leaf.ts'
import { withCongress } from '../log/tenant.ts'
import { originOf } from './checkpoint-text.ts'
import { makeCheckpoint, readCheckpoints } from './checkpoints.ts'
import { proofKind, proofVersion, withheld, writeEventLine, type EventLine } from './proof-lines.ts'
import { congressVerifierKey, type SigningKey } from './signing-key.ts'

export type ExportOptions = Readonly<{
  congress: string
  key: SigningKey
  at: Instant
  /** Which words to keep back; by default none. */
  withhold?: (event: Readonly<{ stream: string; type: string }>) => boolean
}>

const rowsAtATime = 4000

type Row = Omit<EventLine, 'seq'> & { seq: string }

/**
 * Signs the log as it stands and writes it to `file` (gzip when its name ends in .gz). A history that was tampered with
 * is written all the same, unsigned: the verifier names the leaf.
 */
export async function exportProof(
  pool: Pool,
  { congress, key, at, withhold = () => false }: ExportOptions,
  file: string,
): Promise<{ events: number; checkpoints: number }> {
  const signed = await makeCheckpoint(pool, congress, key, at)
  const checkpoints = [...(await readCheckpoints(pool, congress, 1_000_000))].reverse()
  const upTo = signed.ok ? (checkpoints.at(-1)?.size ?? 0) : Number.MAX_SAFE_INTEGER
  const beside = `${file}.${randomUUID()}.unfinished`
  const out = openOut(beside, file.endsWith('.gz'))
  try {
    const vkey = congressVerifierKey(congress, key)
    const origin = originOf(congress)
    await out.line(
      JSON.stringify({ kind: proofKind, version: proofVersion, congress, origin, vkey }),
    )
    for (const { note } of checkpoints) await out.line(JSON.stringify({ checkpoint: note }))
    let events = 0
    let prev = beginning
    for await (const row of rowsOf(pool, congress, upTo)) {
      const kept = row.salt !== null && withhold(row)
      const words = kept ? { salt: withheld, body: null } : {}
      const strange = row.prev === prev ? null : row.prev
      await out.line(writeEventLine({ ...row, ...words, seq: Number(row.seq), prev: strange }))
      events += 1
      prev = row.hash
    }
    await out.line(JSON.stringify({ events }))
    await out.close()
    await rename(beside, file)
    return { events, checkpoints: checkpoints.length }
  } catch (error) {
    out.abandon()
    await rm(beside, { force: true })
    throw error
  }
}

/** By number, page by page: a hole shows as a jump, and memory stays small. */
async function* rowsOf(pool: Pool, congress: string, upTo: number): AsyncGenerator<Row> {
  const text = `select e.seq, e.stream, e.version, e.type, e.command, e.actor, e.at, e.facts,
      encode(e.words_hash, 'hex') as "wordsHash", encode(e.hash, 'hex') as hash, encode(e.prev, 'hex') as prev,
      encode(w.salt, 'hex') as salt, w.body
    from luoshi.event e left join luoshi.event_words w on w.congress = e.congress and w.seq = e.seq
    where e.congress = $1 and e.seq > $2 and e.seq <= $3 order by e.seq limit ${rowsAtATime}`
  for (let after = 0; ;) {
    const page = await withCongress(pool, congress, async (client) => {
      const { rows } = await client.query<Row>({
        name: 'luoshi-proof',
        text,
        values: [congress, after, upTo],
      })
      return rows
    })
    yield* page
    const last = page.at(-1)
    if (!last || page.length < rowsAtATime) return
    after = Number(last.seq)
  }
}

/** Lines gathered to some size, with back pressure. */
function openOut(path: string, zipped: boolean) {
  const target = createWriteStream(path, { mode: 0o600, flush: true })
  const zip = zipped ? createGzip({ level: 6 }) : null
  zip?.pipe(target)
  const sink = zip ?? target
  const written = finished(target)
  // A full disk is reported where we wait for room or for the end, and not to nobody.
  written.catch(() => undefined)
  let gathered: string[] = []
  let size = 0
  const flush = async () => {
    const room = sink.write(gathered.join(''))
    gathered = []
    size = 0
    if (!room) await Promise.race([once(sink, 'drain'), written])
  }
  return {
    async line(text: string) {
      gathered.push(text, '\n')
      size += text.length
      if (size > 256 * 1024) await flush()
    },
    async close() {
      await flush()
      sink.end()
      await written
    },
    abandon() {
      sink.destroy()
      target.destroy()
    },
  }
}
