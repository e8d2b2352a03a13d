/** An event whose box takes ballots, and one ballot for it. */
import { ballotOf, smallEvent, tokenFor, type SmallEvent } from './small-event.ts'
import type { Marks } from '../src/protocol/plain-vote.ts'

export async function openEvent(shape: Parameters<typeof smallEvent>[0] = {}): Promise<SmallEvent> {
  const event = await smallEvent(shape)
  event.box.open()
  return event
}

export async function oneBallot(event: SmallEvent, voter = '第1席', marks: Marks = [0, 0]) {
  const token = await tokenFor(event, voter)
  return { token, ...(await ballotOf(event, token, marks)) }
}
