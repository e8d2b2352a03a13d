/**
 * Receipts of ballots that somebody misses in the published file. Anybody may add one, no name is asked; one that is not ours
 * says nothing and is not kept. Source: ballot.md §3.5, §4 no. 12; tests 29, 32.
 */
import type { Id } from '@luoshi/domain/kernel/ids'
import { bytesOf, textOf } from '@luoshi/ballots/protocol/bytes'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import type { ProtocolRefusal } from '@luoshi/ballots/protocol/refusals'
import { checkReceipt, type Receipt } from '@luoshi/ballots/voting/cast-ballot'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { readFiles, writeFiles } from './bulletin-files.ts'
import type { Hall } from './hall.ts'

/** One after the other: two at once would lose one. */
const turns = new Map<string, Promise<unknown>>()

export async function keepObjection(
  hall: Hall,
  ballot: Id<'ballot'>,
  frozen: FrozenManifest,
  { id, sig }: Receipt,
): Promise<Result<true, ProtocolRefusal>> {
  const checked = await checkReceipt(frozen, id, { id, sig })
  if (!checked.ok) return checked
  const before = turns.get(ballot) ?? Promise.resolve()
  const mine = before.then(() => append(hall, ballot, JSON.stringify({ id, sig })))
  turns.set(
    ballot,
    mine.catch(() => undefined),
  )
  await mine
  return accept(true)
}

async function append(hall: Hall, ballot: Id<'ballot'>, line: string): Promise<void> {
  const bytes = (await readFiles(hall, ballot))['objections.jsonl']
  const lines = bytes
    ? textOf(bytes)
        .split('\n')
        .filter((one) => one !== '')
    : []
  // A receipt can be written in two ways that both hold; what it is about counts once.
  const about = line.slice(0, '{"id":"'.length + 64)
  if (lines.some((one) => one.startsWith(about))) return
  const file = [...lines, line].map((one) => `${one}\n`).join('')
  await writeFiles(hall, ballot, { 'objections.jsonl': bytesOf(file) })
}
