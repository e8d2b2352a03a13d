/**
 * Many matters at once, and honestly: the rules decide every event, and the ledger's own append function writes them,
 * only in larger commits than people make. No row of a view is ever written past it.
 */
import { dayInChina, instant, type Instant } from '@luoshi/domain/kernel/day'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import { matterDecider } from '@luoshi/domain/matters/matter-decider'
import type { MatterEvent } from '@luoshi/domain/matters/events'
import type { Matter } from '@luoshi/domain/matters/matter'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { commit, write } from '@luoshi/server/execute/commit'
import { isOpened } from '@luoshi/server/execute/load'
import { matterRow } from '@luoshi/server/execute/view-rows'
import type { StepCommand } from '@luoshi/server/matters/step-command'
import { raising, type Setting } from '@luoshi/server/opinions/raising'
import type { County, Seat } from './county.ts'
import { must } from './must.ts'
import { said } from './said.ts'

const mattersInCommit = 100
const commitsUnderWay = 2

export type Made = Readonly<{ id: MatterId; version: number }>

/** Which unit answers for a matter and how far it has come, by its place in the order of raising. */
export type Plan = Readonly<{ seat: Seat; steps: readonly StepCommand[] }>

/** Matters from place `from` up to but without `to`. @param at - When each was raised. */
export async function fill(
  county: County,
  {
    from,
    to,
    planOf,
    at,
  }: Readonly<{
    from: number
    to: number
    planOf: (place: number) => Plan
    at: (place: number) => Instant
  }>,
): Promise<readonly Made[]> {
  const made: Made[] = []
  let waiting: Promise<unknown>[] = []
  for (let first = from; first < to; first += mattersInCommit) {
    const writes: StreamWrite[] = []
    const moment = at(first)
    for (let place = first; place < Math.min(to, first + mattersInCommit); place += 1) {
      const one = await carried(county, place, planOf(place), moment)
      made.push(one.made)
      writes.push(...one.writes)
    }
    const { append } = county.world
    const done = commit({ append, now: () => moment }, { by: county.clerk }, writes)
    waiting.push(done.then((result) => must(result)))
    if (waiting.length === commitsUnderWay) {
      await Promise.all(waiting)
      waiting = []
    }
  }
  await Promise.all(waiting)
  return made
}

async function carried(county: County, place: number, { seat, steps }: Plan, at: Instant) {
  const appraisal = await county.appraisalOf(place)
  const policy = await county.world.policies.of(county.congress, appraisal)
  const today = dayInChina(at)
  const setting: Setting = { appraisal, phase: 'during', policy, at, today }
  const { title, text } = said(place)
  const disposition = { kind: 'matter', title, unit: seat.unit } as const
  const facts = {
    channel: 'forum',
    raiserKind: 'public',
    receivedOn: today,
    raiser: '群众',
  } as const
  const asked = { ...facts, text, source: null, partOf: null, disposition }
  const { opinion, matter, writes } = must(raising(asked, setting))
  const [ofOpinion] = writes
  if (matter === null || !ofOpinion) throw new Error('No matter was opened')

  const { decide } = matterDecider(matter, policy)
  const open = {
    type: 'OpenMatter',
    opinion,
    appraisal,
    phase: 'during',
    unit: seat.unit,
    title,
    text,
  } as const
  let state: Matter = { status: 'none' }
  const events = []
  for (const command of [open, ...steps]) {
    const decided: readonly MatterEvent[] = must(decide(state, { ...command, today }))
    events.push(...decided)
    state = decided.reduce<Matter>(evolveMatter, state)
  }
  if (!isOpened(state)) throw new Error('No matter was opened')
  const ofMatter = write(matter, 0, events, matterRow(state, at))
  return { made: { id: matter, version: events.length }, writes: [ofOpinion, ofMatter] }
}

/** Places spread evenly over thirty days that ended an hour ago. */
export function spreadInTime(total: number): (place: number) => Instant {
  const end = Date.now() - 3_600_000
  const length = 30 * 86_400_000
  return (place) =>
    instant(new Date(end - length + Math.floor((place / total) * length)).toISOString())
}
