/** One matter as a page shows it: its state, its whole trail with names, where it came from, what may be done now. */
import { phases, type Phase } from '@luoshi/domain/appraisals/phases'
import type { Instant } from '@luoshi/domain/kernel/day'
import { instant } from '@luoshi/domain/kernel/day'
import { idOf, type MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import { reassignmentBar } from '@luoshi/domain/matters/reassignment'
import { can } from '@luoshi/domain/matters/steps'
import { maySee } from '@luoshi/domain/people/may-see'
import { may } from '@luoshi/domain/people/rights'
import { seqAt } from '@luoshi/ledger/log/read'
import type { ToldEvent } from '@luoshi/ledger/log/stored-event'
import { matterSteps } from '../contract/matter-steps.ts'
import type { MatterDetail, TrailEntry } from '../contract/matters.ts'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { rawEvent } from '../execute/domain-event.ts'
import { isMatterEvent } from '../execute/known-events.ts'
import { isOpened, matterOf } from '../execute/load.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { opinionBriefOf } from '../opinions/opinion-brief.ts'
import { actorsIn, actorShown } from '../people/on-behalf.ts'
import { isRecusedHere, recusedPerson } from '../people/recused-from.ts'
import { answeringUnit } from './answering-unit.ts'
import { besideMatter, seeMatter, type Around, type Beside, type Neighbour } from './matter-look.ts'
import { ruleBookShown } from './rule-book-shown.ts'
import { scopeOf } from './viewer-scope.ts'

export type ReadAsked = Pick<Asked, 'by' | 'ahead'> &
  Readonly<{ matter: MatterId; asOf?: Instant | undefined }>

export async function readMatter(world: World, asked: ReadAsked): Outcome<MatterDetail> {
  const { by, asOf } = asked
  const seen = await seeMatter(world.db, asked)
  const { state, version } = matterOf(seen?.events ?? [])
  // Whoever may see it now may also see how it came about; whoever may not, sees no past of it either.
  if (!seen || !isOpened(state) || !maySee(by, answeringUnit(state))) return notFound()
  if (asOf !== undefined) return readAsOf(world, asked, seen.events, asOf)
  const recused = isRecusedHere(by, seen.recused.map(recusedPerson))
  const steps = await stepsNow(world, by, state, recused)
  return accept(await detail(world, asked, { ...seen, state, version, steps, asOf: null }))
}

async function readAsOf(
  world: World,
  asked: ReadAsked,
  all: readonly ToldEvent[],
  at: Instant,
): Outcome<MatterDetail> {
  const { by, matter } = asked
  const seq = await seqAt(world.db.pool, by.congress, at)
  const events = all.filter((event) => event.seq <= seq)
  const { state, version } = matterOf(events)
  if (!isOpened(state)) return notFound()
  const beside = await besideMatter(world.db, by.congress, aroundOf(matter, state, events))
  const shown = { state, version, events, beside, steps: [], asOf: { seq, at } }
  return accept(await detail(world, asked, shown))
}

type Shown = Readonly<{
  state: OpenedMatter
  version: number
  events: readonly ToldEvent[]
  beside: Beside
  steps: MatterDetail['may']
  asOf: MatterDetail['asOf']
}>

async function detail(
  { policies }: World,
  { by, matter: id }: ReadAsked,
  { state, version, events, beside, steps, asOf }: Shown,
): Promise<MatterDetail> {
  const { number, names, appraisal } = beside
  const book = await policies.ruleBookOf(by.congress, state.appraisal)
  return {
    id,
    version,
    matter: state,
    number,
    opinions: opinionsFor(by, beside),
    lineage: lineageFor(by, beside),
    appraisal: { id: state.appraisal, title: appraisal.title, phase: phaseOf(appraisal.phase) },
    unitName: state.unit === null ? null : (names[state.unit] ?? null),
    officialName: state.official === null ? null : (names[state.official] ?? null),
    ruleBook: ruleBookShown(book),
    trail: events.map((event) => trailEntry(event, names)),
    may: steps,
    names: { ...names },
    asOf,
  }
}

async function stepsNow(world: World, by: Principal, state: OpenedMatter, recused: boolean) {
  const unit = answeringUnit(state)
  const steps = matterSteps.filter((step) => can(step, state) && may(by, step, unit, recused))
  const isAnswered = state.objections.every(({ answer }) => answer !== null)
  const isBarred = steps.includes('AskReassignment') && (await isLateToAsk(world, by, state))
  return steps.filter(
    (step) =>
      !(step === 'AnswerObjection' && isAnswered) && !(step === 'AskReassignment' && isBarred),
  )
}

/** A signed matter waits long for its plan: what would be refused all that time is not offered. */
async function isLateToAsk(world: World, { congress }: Principal, state: OpenedMatter) {
  const policy = await world.policies.of(congress, state.appraisal)
  return reassignmentBar(state, policy, todayOf(world)) !== null
}

function trailEntry(stored: ToldEvent, names: Readonly<Record<string, string>>): TrailEntry {
  const event = rawEvent(stored)
  if (!isMatterEvent(event)) throw new Error(`Unknown event ${stored.type} at ${stored.seq}`)
  const actor = actorShown(stored, (account) => names[account])
  return { seq: stored.seq, at: instant(stored.at), actor, event }
}

function aroundOf(matter: MatterId, state: OpenedMatter, events: readonly ToldEvent[]): Around {
  const told = (key: 'unit' | 'official') =>
    events.flatMap(({ facts }) => (typeof facts[key] === 'string' ? [facts[key]] : []))
  const { opinion, mergedInto } = state
  return {
    matter,
    opinion,
    mergedInto,
    units: [...new Set(told('unit'))],
    officials: [...new Set(told('official'))],
    accounts: actorsIn(events),
  }
}

/** A unit reads the words it has to answer, not those of others that were once part of the same opinion. */
function opinionsFor(by: Principal, { opinions }: Beside): MatterDetail['opinions'] {
  const seen = scopeOf(by).sees === 'all' ? opinions : opinions.slice(0, 1)
  return seen.map(({ id, doc }) => opinionBriefOf(by, id, doc))
}

function lineageFor(by: Principal, beside: Beside): MatterDetail['lineage'] {
  const scope = scopeOf(by)
  const brief = (neighbours: readonly Neighbour[]) =>
    neighbours.flatMap(({ id, number, title, unit, round }) => {
      const visible =
        scope.sees === 'all' || (scope.sees === 'unit' && unit === scope.unit && round > 0)
      return visible ? [{ id: idOf('matter', id), number: number ?? 0, title }] : []
    })
  return {
    mergedInto: brief(beside.into === null ? [] : [beside.into])[0] ?? null,
    mergedFrom: brief(beside.from),
    siblings: brief(beside.siblings),
  }
}

function phaseOf(raw: string): Phase {
  const phase = phases.find((one) => one === raw)
  if (!phase) throw new Error(`Unknown phase ${raw}`)
  return phase
}
