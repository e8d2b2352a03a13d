/** Takes up what the last run left in trays, and from then on empties what is due, minute by minute. */
import type { World } from '../../execute/context.ts'
import type { Identity } from '../../identity/identity.ts'

const everyMs = 60_000

export async function keepEmptying(
  { intake }: Pick<World, 'intake'>,
  { congresses }: Pick<Identity, 'congresses'>,
): Promise<Readonly<{ stop: () => Promise<void> }>> {
  for (const { id } of await congresses()) await intake.recover(id)
  let running: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    running = running.then(() => intake.tick())
  }, everyMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
