/** One pass over a proof file: head, then its events in runs that are checked side by side and taken in order. */
import { beginning } from '../log/leaf.ts'
import type { Checked } from './check-events.ts'
import { openCheckers, type Checkers } from './checkers.ts'
import { originOf } from './checkpoint-text.ts'
import { failure, type FailureCode } from './failures.ts'
import { openFindings, type Findings, type Verification } from './findings.ts'
import {
  parseJson,
  readCheckpointLine,
  readEventLine,
  readHeader,
  type EventLine,
} from './proof-lines.ts'
import { openRooms, type Room } from './rooms.ts'
import { readVerifierKey } from './signed-note.ts'
import { UnreadableProof, wholeLines } from './whole-lines.ts'

export type VerifyOptions = Readonly<{
  /** The public key as known from elsewhere; the file's own is believed otherwise. */
  vkey?: string
  /** The text of a checkpoint that somebody kept: history must continue it. */
  against?: string
  /** All threads that work on it; by default as many as cores when the file is worth it, else this one alone. */
  threads?: number
}>

const mostCheckpoints = 1_000_000

/** @param threads - Further threads that check runs beside this one. */
export async function verifyHere(
  file: string,
  options: VerifyOptions,
  threads: number,
): Promise<Verification> {
  const findings = openFindings()
  const rooms = openRooms()
  const runs = wholeLines(file, rooms)
  try {
    const rest = await readHead(runs, options, findings)
    if (rest) await readEvents(startingWith(rest, runs), openCheckers(threads, rooms), findings)
  } catch (error) {
    findings.fail([failure(findings.events() + 1, whyUnreadable(error))])
  } finally {
    // Where the head says enough nobody reads to the end: the file is closed all the same.
    await runs.return(undefined)
  }
  return findings.settle()
}

/** Reads header and checkpoints; answers the events that came in the same run, or null when there is no going on. */
async function readHead(
  runs: AsyncGenerator<Room>,
  options: VerifyOptions,
  findings: Findings,
): Promise<Room | null> {
  let begun = false
  let checkpoints = 0
  for (let run = await runs.next(); !run.done; run = await runs.next()) {
    for (const { value, from } of jsonLines(run.value)) {
      const note = readCheckpointLine(value)
      if (begun && note === null) return run.value.subarray(from)
      if (!begun && !begin(readHeader(value), options, findings)) return null
      if (begun && note !== null) findings.checkpoint(note)
      begun = true
      checkpoints += 1
      if (checkpoints > mostCheckpoints) {
        findings.fail([failure(0, 'too-many-checkpoints')])
        return null
      }
      if (findings.full()) return null
    }
  }
  findings.fail([failure(0, begun ? 'cut-off' : 'not-a-proof')])
  return null
}

function begin(
  header: ReturnType<typeof readHeader>,
  options: VerifyOptions,
  findings: Findings,
): boolean {
  if (typeof header === 'string') {
    findings.fail([failure(0, header)])
    return false
  }
  const known = readVerifierKey(options.vkey ?? header.vkey)
  if (!known || header.origin !== originOf(header.congress)) {
    findings.fail([failure(0, options.vkey === undefined ? 'not-a-proof' : 'other-key')])
    return false
  }
  if (options.vkey !== undefined && options.vkey.trim() !== header.vkey) {
    findings.fail([failure(0, 'other-key')])
  }
  findings.begin(header, known, options.against)
  return true
}

async function readEvents(
  runs: AsyncGenerator<Room>,
  opened: Checkers,
  findings: Findings,
): Promise<void> {
  await using checkers = opened
  const waiting: Promise<Checked>[] = []
  let prev = beginning
  let firstSeq = 1
  for await (const lines of runs) {
    const last = lastEvent(lines)
    const checked = checkers.check({ congress: findings.congress(), firstSeq, prev, lines })
    // Attached at once: one that fails while it waits its turn must not end the process.
    checked.catch(() => undefined)
    waiting.push(checked)
    if (last) [prev, firstSeq] = [last.hash, last.seq + 1]
    if (waiting.length < checkers.width) continue
    const first = waiting.shift()
    if (first) findings.take(await first)
    if (findings.full()) return
  }
  for (const one of waiting) findings.take(await one)
}

/** The hash and number the next run starts from; the very last line of a file is no event. */
function lastEvent(run: Room): EventLine | null {
  const lines = bytesOf(run)
  let to = lines.at(-1) === 10 ? lines.length - 1 : lines.length
  for (let tries = 0; tries < 2 && to > 0; tries += 1) {
    const from = lines.lastIndexOf(10, to - 1) + 1
    const line = readEventLine(parseJson(lines.toString('utf8', from, to)))
    if (line) return line
    to = from - 1
  }
  return null
}

function* jsonLines(run: Room): Generator<{ value: unknown; from: number }> {
  const lines = bytesOf(run)
  for (let from = 0; from < lines.length;) {
    const border = lines.indexOf(10, from)
    const to = border < 0 ? lines.length : border
    yield { value: parseJson(lines.toString('utf8', from, to)), from }
    from = to + 1
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Room): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

async function* startingWith(first: Room, runs: AsyncGenerator<Room>): AsyncGenerator<Room> {
  yield first
  yield* runs
}

/** @throws what is no fault of the file. */
function whyUnreadable(error: unknown): FailureCode {
  if (error instanceof UnreadableProof) return error.code
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') return 'not-a-proof'
  throw error
}
