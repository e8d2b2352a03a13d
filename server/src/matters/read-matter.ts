/** One matter as a page shows it: its state, its whole trail with names, where it came from, what may be done now. */
import { phases, type Phase } from '@luoshi/domain/appraisals/phases'
import type { Instant } from '@luoshi/domain/kernel/day'
import { instant } from '@luoshi/domain/kernel/day'
import { idOf, type MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import { can } from '@luoshi/domain/matters/steps'
import { may, maySee } from '@luoshi/domain/people/rights'
import { readStream, seqAt, type StoredEvent } from '@luoshi/ledger/log/read'
import { matterSteps } from '../contract/matter-steps.ts'
import type { MatterDetail, TrailEntry } from '../contract/matters.ts'
import type { Outcome, World } from '../execute/context.ts'
import { rawEvent } from '../execute/domain-event.ts'
import { isMatterEvent } from '../execute/known-events.ts'
import { isOpened, matterOf } from '../execute/load.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { opinionBriefOf } from '../opinions/opinion-brief.ts'
import { actorsIn, actorShown } from '../people/on-behalf.ts'
import { isRecusedHere, recusedFrom } from '../people/recused-from.ts'
import { answeringUnit } from './answering-unit.ts'
import { matterSurroundings, type Around, type Surrounding } from './matter-surroundings.ts'
import { ruleBookShown } from './rule-book-shown.ts'
import { scopeOf } from './viewer-scope.ts'

export type ReadAsked = Readonly<{ by: Principal; matter: MatterId; asOf?: Instant | undefined }>

export async function readMatter(world: World, asked: ReadAsked): Outcome<MatterDetail> {
  const { by, matter: id } = asked
  const all = await readStream(world.db.pool, by.congress, id)
  const now = matterOf(all)
  // Whoever may see it now may also see how it came about; whoever may not, sees no past of it either.
  if (!isOpened(now.state) || !maySee(by, answeringUnit(now.state))) return notFound()

  const seq = asked.asOf === undefined ? null : await seqAt(world.db.pool, by.congress, asked.asOf)
  const shown = seq === null ? all : all.filter((event) => event.seq <= seq)
  const { state, version } = seq === null ? now : matterOf(shown)
  if (!isOpened(state)) return notFound()

  const around = await matterSurroundings(world.db, by.congress, aroundOf(id, state, shown))
  const book = await world.policies.ruleBookOf(by.congress, state.appraisal)
  const names = namesOf(around)
  const standing = await recusedFrom(world.db, by.congress, state.appraisal)
  const recused = isRecusedHere(by, standing)
  const asOf = asked.asOf === undefined || seq === null ? null : { seq, at: asked.asOf }
  return accept({
    id,
    version,
    matter: state,
    number: around.find(({ kind }) => kind === 'self')?.number ?? 0,
    opinions: opinionsFor(by, around),
    lineage: lineageFor(by, around),
    appraisal: appraisalOf(state, around),
    unitName: state.unit === null ? null : (names[state.unit] ?? null),
    officialName: state.official === null ? null : (names[state.official] ?? null),
    ruleBook: ruleBookShown(book),
    trail: shown.map((event) => trailEntry(event, names)),
    may: seq === null ? stepsNow(by, state, recused) : [],
    names,
    asOf,
  })
}

function stepsNow(by: Principal, state: OpenedMatter, recused: boolean) {
  const unit = answeringUnit(state)
  const isAnswered = state.objections.every(({ answer }) => answer !== null)
  return matterSteps.filter(
    (step) =>
      can(step, state) &&
      may(by, step, unit, recused) &&
      !(step === 'AnswerObjection' && isAnswered),
  )
}

function trailEntry(stored: StoredEvent, names: Readonly<Record<string, string>>): TrailEntry {
  const event = rawEvent(stored)
  if (!isMatterEvent(event)) throw new Error(`Unknown event ${stored.type} at ${stored.seq}`)
  const actor = actorShown(stored, (account) => names[account])
  return { seq: stored.seq, at: instant(stored.at), actor, event }
}

function aroundOf(matter: MatterId, state: OpenedMatter, events: readonly StoredEvent[]): Around {
  const told = (key: 'unit' | 'official') =>
    events.flatMap(({ facts }) => (typeof facts[key] === 'string' ? [facts[key]] : []))
  const { opinion, appraisal, mergedInto } = state
  return {
    matter,
    opinion,
    appraisal,
    mergedInto,
    units: [...new Set(told('unit'))],
    officials: [...new Set(told('official'))],
    accounts: actorsIn(events),
  }
}

function namesOf(around: readonly Surrounding[]): Record<string, string> {
  const named = around.filter(({ kind }) => ['unit', 'official', 'account'].includes(kind))
  return Object.fromEntries(named.map(({ id, label }) => [id, label]))
}

/** A unit reads the words it has to answer, not those of others that were once part of the same opinion. */
function opinionsFor(by: Principal, around: readonly Surrounding[]): MatterDetail['opinions'] {
  const all = around.filter(({ kind }) => kind === 'opinion')
  const seen = scopeOf(by).sees === 'all' ? all : all.slice(0, 1)
  return seen.map(({ id, doc }) => opinionBriefOf(by, id, doc))
}

function lineageFor(by: Principal, around: readonly Surrounding[]): MatterDetail['lineage'] {
  const scope = scopeOf(by)
  const brief = (wanted: Surrounding['kind']) =>
    around.flatMap(({ kind, id, number, label, unit, round }) => {
      const visible =
        scope.sees === 'all' || (scope.sees === 'unit' && unit === scope.unit && round > 0)
      return kind === wanted && visible
        ? [{ id: idOf('matter', id), number: number ?? 0, title: label }]
        : []
    })
  return {
    mergedInto: brief('into')[0] ?? null,
    mergedFrom: brief('from'),
    siblings: brief('sibling'),
  }
}

function appraisalOf({ appraisal: id }: OpenedMatter, around: readonly Surrounding[]) {
  const found = around.find(({ kind }) => kind === 'appraisal')
  return { id, title: found?.label ?? '', phase: phaseOf(found?.unit) }
}

/** The query carries the phase where other rows have their unit. */
function phaseOf(raw: string | null | undefined): Phase {
  const phase = phases.find((one) => one === raw)
  if (!phase) throw new Error(`Unknown phase ${raw}`)
  return phase
}
