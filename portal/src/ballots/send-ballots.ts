/**
 * Ballots on their way: each leaves when its moment has come and is sent again, by itself and always the same, until a
 * receipt that holds is there. What has once been sent can no longer be changed: key and marks are deleted before the
 * first byte goes out. Source: ballot.md 3.3 no. 6–7, 5 (answer lost, box restarted); tests 14, 27–29, 59–62.
 */
import { checkReceipt } from '@luoshi/ballots/voting/cast-ballot'
import type { Booth } from './booth.ts'
import { castInto, type BoxAnswer } from './box.ts'
import { below, between } from './chance.ts'
import { goneOf, stepsOf, withGone, withSteps, type Gone } from './kept.ts'
import { waitsBy, type Waits } from './make-ballots.ts'

export type Sender = Readonly<{
  /** Once a second. */
  tick: () => Promise<void>
  /** What went wrong with the last try of a ballot, by its id; it is tried again. */
  trouble: () => ReadonlyMap<string, 'unreachable' | 'BAD_RECEIPT'>
}>

type Tries = Readonly<{ failed: number; next: number }>

/** After these answers the box may yet take the ballot: it has just begun, or begun again and not been told all. */
const notYet = new Set(['NOT_OPEN', 'WRONG_MANIFEST', 'NOT_FOUND', 'TRY_AGAIN'])

export function sender(booth: Booth, counter: () => number): Sender {
  const tries = new Map<string, Tries>()
  const trouble = new Map<string, 'unreachable' | 'BAD_RECEIPT'>()
  const waits = waitsBy(counter)
  let busy = false

  async function tick(): Promise<void> {
    if (busy) return
    busy = true
    try {
      const leaving = nextToLeave(booth, waits)
      const gone = leaving ? await released(booth, leaving) : nextToTry()
      if (gone) await send(gone)
    } finally {
      busy = false
    }
  }

  function nextToTry(): Gone | undefined {
    const waiting = goneOf(booth.kept()).filter(
      ({ at, id }) => at === 'sent' && (tries.get(id)?.next ?? 0) <= counter(),
    )
    return waiting[below(waiting.length)]
  }

  async function send(gone: Gone): Promise<void> {
    const { box } = booth.state()
    const answer: BoxAnswer =
      box === null ? { kind: 'unreachable' } : await castInto(box, booth.frozen.hash, gone.text)
    const failed = answer.kind === 'unreachable' ? (tries.get(gone.id)?.failed ?? 0) + 1 : 0
    tries.set(gone.id, { failed, next: counter() + pauseAfter(answer, failed) })
    await arrived(gone, answer)
  }

  async function arrived(gone: Gone, answer: BoxAnswer): Promise<void> {
    trouble.delete(gone.id)
    const { c, id, text } = gone
    if (answer.kind === 'receipt') {
      const receipt = await checkReceipt(booth.frozen, id, answer.receipt)
      if (!receipt.ok) return void trouble.set(id, 'BAD_RECEIPT')
      const received: Gone = { at: 'received', c, id, text, receipt: receipt.value }
      return booth.change((kept) => withGone(kept, received))
    }
    if (answer.kind === 'refused' && !notYet.has(answer.code)) {
      const refused: Gone = { at: 'refused', c, id, text, code: answer.code }
      return booth.change((kept) => withGone(kept, refused))
    }
    if (answer.kind === 'unreachable') trouble.set(id, 'unreachable')
  }

  return { tick, trouble: () => trouble }
}

/** Of those whose moment has come, one by chance: its place and the ballot as it goes out. */
function nextToLeave({ state, kept, clock }: Booth, waits: Waits): Gone | undefined {
  const { closesAt } = state()
  const steps = [...stepsOf(kept()).map(([, step]) => step), ...kept().left]
  const due = steps.flatMap((step): readonly Gone[] => {
    if (step.at !== 'made' && step.at !== 'waiting') return []
    const sealed =
      step.at === 'made'
        ? { c: step.token.c, id: step.ballot.id, text: step.ballot.text }
        : { c: step.c, id: step.id, text: step.text }
    if (!waits.isOver(sealed.id, step.leaves, clock.now(), closesAt)) return []
    return [{ at: 'sent', ...sealed }]
  })
  return due[below(due.length)]
}

/** Written down as sent before it is: from here on nothing but these bytes can ever leave. */
async function released(booth: Booth, gone: Gone): Promise<Gone | undefined> {
  let stands = false
  await booth.change((kept) => {
    const step = kept.steps[gone.c]
    stands = step?.at === 'made' && step.ballot.id === gone.id
    if (stands) return withSteps(kept, [[gone.c, gone]])
    stands = kept.left.some(({ at, id }) => at === 'waiting' && id === gone.id)
    return stands ? withGone(kept, gone) : kept
  })
  return stands ? gone : undefined
}

/** A ballot in the pool is asked for now and then; a box that cannot be reached ever more seldom. */
function pauseAfter({ kind }: BoxAnswer, failed: number): number {
  if (kind !== 'unreachable') return between(3_000, 9_000)
  return between(1_000, 2_000) * Math.min(2 ** failed, 15)
}
