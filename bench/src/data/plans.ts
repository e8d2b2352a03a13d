/** How far the matters of the data set have come, by their place in the order of raising. */
import { addDays, type Day } from '@luoshi/domain/kernel/day'
import type { StepCommand } from '@luoshi/server/matters/step-command'
import type { County, Seat } from './county.ts'
import type { Plan } from './fill.ts'

/** Every fifth of the first ten thousand is the watched unit's, so it has the same 2,000 at every size. */
const watchedEvery = 5
const watchedWithin = 10_000

function handedOver(seat: Seat, on: Day): readonly StepCommand[] {
  const approval = { body: 'chairs', on, reference: '第41次主任会议' } as const
  return [
    { type: 'ApproveMatter', approval },
    { type: 'HandOverMatter', ...seat, letter: '测人常〔2026〕7号' },
  ]
}

/** Nine in ten are handed over, the watched unit's all; the others wait as drafts. */
export function listPlan({ watched, others, today }: County): (place: number) => Plan {
  const long = addDays(today, -40)
  return (place) => {
    const isWatched = place < watchedWithin && place % watchedEvery === 0
    const seat = isWatched ? watched : (others[place % others.length] ?? watched)
    const waits = !isWatched && place % 10 === 3
    return { seat, steps: waits ? [] : handedOver(seat, long) }
  }
}

/** With an accepted plan, so that progress may be reported. @param on - The day all of it was done. */
export function workingPlan({ working: seat }: County, on: Day): Plan {
  const person = { name: '邵立群', post: '副局长' }
  const plan = {
    analysis: '巡查流于形式，责任没有到人。',
    task: '彻底解决，不再反弹。',
    measures: ['现场排查', '限期整改'],
    dueOn: addDays(on, 20),
    oversees: person,
    leads: person,
    does: person,
  }
  return {
    seat,
    steps: [
      ...handedOver(seat, on),
      { type: 'SignReceipt', signer: '办公室' },
      { type: 'RecordMeeting', heldOn: on, attended: ['邵立群'], resolved: '逐条研究，明确分工。' },
      { type: 'SubmitPlan', plan, signedBy: '邵立群' },
      { type: 'AcceptPlan', comments: '四定齐全。' },
    ],
  }
}
