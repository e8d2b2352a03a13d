/**
 * Destroys the words of one event, because the law says so, and puts on record that they were there and are gone.
 * Facts, order and hash stay, so every proof still holds. Source: PIPL art. 47; architecture.md (The ledger).
 */
import type { Instant } from '@luoshi/domain/kernel/day'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { Pool } from 'pg'
import type { Project } from '../projections/replay.ts'
import { scrubViews } from '../projections/scrub-views.ts'
import type { Append } from './append.ts'
import type { AppendRefusal, Appended } from './event.ts'
import { readAll } from './read.ts'

export type Erasure = Readonly<{
  congress: string
  /** The event whose words go. */
  seq: number
  /** The provision it is done under: 个人信息保护法第四十七条. Names nobody. */
  ground: string
  command: string
  actor: string
  at: Instant
}>

export type NoWords = Readonly<{ code: 'no-words'; seq: number }>

/**
 * The record is a stream of its own, `erasure_<seq>`: what was erased does not move on by it. Salt and text go in the
 * same transaction; the views follow, and sending the command again finishes what was interrupted.
 */
export async function eraseWords(
  pool: Pool,
  append: Append,
  { congress, seq, ground, command, actor, at }: Erasure,
  project: Project,
): Promise<Result<Appended, AppendRefusal | NoWords>> {
  const [event] = await readAll(pool, congress, seq, 1)
  if (event?.seq !== seq || (event.words === null && !event.erased))
    return refuse({ code: 'no-words', seq })
  const erased = { type: 'WordsErased', facts: { seq, ground } }
  const write = { stream: `erasure_${seq}`, expected: 0, events: [erased] }
  const done = await append({ congress, command, actor, at, writes: [write] })
  if (done.ok) await scrubViews(pool, congress, event.stream, project)
  return done.ok ? accept(done.value) : done
}
