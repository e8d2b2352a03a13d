/**
 * Lines on their way to the server: written down at once on this device, sent one after the other in their order, each
 * under a name of its own, so that sending it again after a lost answer or a reload cannot take it down twice.
 *
 *     waiting ─sent─▸ gone          unreachable: stays waiting, tried again          refused: kept, set aside, told
 */
import type { Id, MatterId } from '@luoshi/domain/kernel/ids'
import type { SpeakerKind, SpeechAct } from '@luoshi/domain/meetings/speech'
import * as z from 'zod/mini'

export type Line = Readonly<{
  kind: SpeakerKind
  act: SpeechAct
  question: Id<'speech'> | null
  matter: MatterId | null
  speaker: string
  text: string
}>

export type QueuedLine = Readonly<{ key: string; line: Line; refusal: string | null }>

/** What sending a line came to. */
export type Sent = 'done' | 'unreachable' | Readonly<{ refused: string }>

export type LineQueue = Readonly<{
  add: (line: Line) => void
  /** Takes a refused line off; the caller puts its words back into the field, or lets them go. */
  drop: (key: string) => void
  lines: () => readonly QueuedLine[]
  subscribe: (changed: () => void) => () => void
}>

type Deps = Readonly<{
  send: (queued: QueuedLine) => Promise<Sent>
  store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** Where this person's lines of this meeting are kept. */
  place: string
  newKey: () => string
  wait: () => Promise<void>
  /** Whether a kept text is a line; what is not is left out. */
  isLine: (raw: unknown) => raw is Line
}>

export function lineQueue({ send, store, place, newKey, wait, isLine }: Deps): LineQueue {
  let lines = read(store.getItem(place), isLine)
  let isSending = false
  const watchers = new Set<() => void>()

  function set(next: readonly QueuedLine[]): void {
    lines = next
    try {
      if (next.length === 0) store.removeItem(place)
      else store.setItem(place, JSON.stringify(next))
    } catch {
      // No room on the device: the line still stands in this page until it is sent.
    }
    for (const watcher of watchers) watcher()
  }

  async function pump(): Promise<void> {
    if (isSending) return
    isSending = true
    try {
      for (let next = waiting(); next; next = waiting()) await sendOne(next)
    } finally {
      isSending = false
    }
  }

  const waiting = () => lines.find(({ refusal }) => refusal === null)

  async function sendOne(queued: QueuedLine): Promise<void> {
    const sent = await send(queued)
    if (sent === 'unreachable') return wait()
    if (sent === 'done') return set(lines.filter(({ key }) => key !== queued.key))
    set(lines.map((one) => (one.key === queued.key ? { ...one, refusal: sent.refused } : one)))
  }

  void pump()
  return {
    add: (line) => {
      set([...lines, { key: newKey(), line, refusal: null }])
      void pump()
    },
    drop: (key) => set(lines.filter((one) => one.key !== key)),
    lines: () => lines,
    subscribe: (changed) => {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
  }
}

const kept = z.array(
  z.object({ key: z.string(), line: z.unknown(), refusal: z.nullable(z.string()) }),
)

function read(text: string | null, isLine: Deps['isLine']): readonly QueuedLine[] {
  try {
    const found = kept.safeParse(JSON.parse(text ?? '[]'))
    if (!found.success) return []
    return found.data.flatMap(({ key, line, refusal }) =>
      isLine(line) ? [{ key, line, refusal }] : [],
    )
  } catch {
    return []
  }
}
