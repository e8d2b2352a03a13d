/** The checkpoints of a proof against its leaves: at each size that was signed, the tree must have that root. */
import { openFrontier } from '../merkle/frontier.ts'
import { readCheckpointText } from './checkpoint-text.ts'
import { failure, type Failure, type FailureCode } from './failures.ts'
import { openNote, type Verifier } from './signed-note.ts'

type Signed = Readonly<{ size: number; root: Buffer; disagrees: FailureCode }>

export type SignedSizes = Readonly<{
  /** Takes a signed note of this log; tells what is wrong with it. */
  expect: (
    note: string,
    codes: Readonly<{ forged: FailureCode; disagrees: FailureCode }>,
  ) => Failure | null
  /** Leaves' hashes, one after the other. */
  add: (leaves: Uint8Array) => readonly Failure[]
  /** When every leaf is in. `checkpoints`: how many hold; `reach`: the largest size any speaks of. */
  settle: () => Readonly<{ checkpoints: number; reach: number; failures: readonly Failure[] }>
}>

export function openSignedSizes(origin: string, verifier: Verifier): SignedSizes {
  const frontier = openFrontier()
  const waiting: Signed[] = []
  let sorted = false
  let next = 0
  let checkpoints = 0

  function compare(): Failure[] {
    if (!sorted) waiting.sort((a, b) => a.size - b.size)
    sorted = true
    const failures: Failure[] = []
    for (let one = waiting[next]; one?.size === frontier.size(); one = waiting[next]) {
      next += 1
      if (one.root.equals(frontier.root())) {
        if (one.disagrees === 'checkpoint-disagrees') checkpoints += 1
      } else failures.push(failure(one.size, one.disagrees))
    }
    return failures
  }

  return {
    expect(note, { forged, disagrees }) {
      const text = openNote(note, verifier)
      const body = text === null ? null : readCheckpointText(text)
      if (!body || body.origin !== origin) return failure(body?.size ?? 0, forged)
      waiting.push({ size: body.size, root: body.root, disagrees })
      return null
    },
    add(leaves) {
      const failures = frontier.size() === 0 ? compare() : []
      for (let from = 0; from < leaves.length; from += 32) {
        frontier.add(leaves, from)
        if (waiting[next]?.size === frontier.size()) failures.push(...compare())
      }
      return failures
    },
    settle() {
      const failures = compare()
      const beyond = waiting.slice(next).map((one) => failure(one.size, one.disagrees))
      return { checkpoints, reach: waiting.at(-1)?.size ?? 0, failures: [...failures, ...beyond] }
    },
  }
}
