/** One step on many matters. Each is decided by itself; who fails does not hold up the others. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Problem } from '../contract/problem.ts'
import type { Asked, Outcome, World } from '../execute/context.ts'
import { problemOfRefusal } from '../http/problem-answer.ts'
import type { StepCommand } from './step-command.ts'
import { takeStep, type StepDone } from './take-step.ts'

export type BulkAsked = Asked &
  Readonly<{
    matters: readonly Readonly<{ id: MatterId; version: number }>[]
    command: StepCommand
  }>

type Bulk = { done: StepDone[]; refused: { id: MatterId; problem: Problem }[] }

/** So many at once: the ledger groups what waits together into one trip to the disk. */
const together = 16

export async function bulkStep(world: World, asked: BulkAsked): Outcome<Bulk> {
  const bulk: Bulk = { done: [], refused: [] }
  for (let at = 0; at < asked.matters.length; at += together) {
    const some = asked.matters.slice(at, at + together)
    const results = await Promise.all(
      some.map(async ({ id, version }) => {
        const key = asked.key === undefined ? undefined : `${asked.key}/${id}`
        const one = { by: asked.by, key, matter: id, version, command: asked.command }
        return { id, result: await takeStep(world, one) }
      }),
    )
    for (const { id, result } of results) {
      if (result.ok) bulk.done.push(result.value)
      else bulk.refused.push({ id, problem: problemOfRefusal(result.refusal) })
    }
  }
  return accept(bulk)
}
