/**
 * Dividing an opinion, in one commit: the parent says into which parts, every part is an opinion of its own, the
 * matter there is takes the first part, and each further part opens a matter.
 * Source: architecture.md (split; lineage is kept for ever); domain/src/opinions/opinion.ts.
 */
import type { MatterId, OpinionId, UnitId } from '@luoshi/domain/kernel/ids'
import { isId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { erasedText } from '@luoshi/domain/kernel/words'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import { matterDecider } from '@luoshi/domain/matters/matter-decider'
import type { Matter, OpenedMatter } from '@luoshi/domain/matters/matter'
import type { Opinion } from '@luoshi/domain/opinions/opinion'
import { opinionDecider } from '@luoshi/domain/opinions/opinion-decider'
import type { PlanNotes } from '@luoshi/domain/plans/plan-notes'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { alreadyDone, commit, write } from '../execute/commit.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { isOpened, loadMatter, loadOpinion } from '../execute/load.ts'
import {
  forbidden,
  notFound,
  refusedByMatter,
  refusedByOpinion,
  versionConflict,
} from '../execute/refused.ts'
import { matterRow, opinionRow } from '../execute/view-rows.ts'
import { matterNumbers } from '../matters/matter-numbers.ts'
import { recusalObstacle } from '../people/recused-from.ts'
import { unitObstacle } from '../people/responsible-obstacle.ts'
import { settingOf, type RaiseDone } from './raise-opinion.ts'
import { raising, type Raised, type Setting } from './raising.ts'

export type Part = Readonly<{ text: string; title: string; unit: UnitId | null }>

export type SplitAsked = Asked &
  Readonly<{ opinion: OpinionId; version: number; parts: readonly Part[]; reason: string }>

export type SplitDone = Readonly<{ parts: readonly RaiseDone[] }>

export async function splitOpinion(at: World, asked: SplitAsked): Outcome<SplitDone> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'SplitOpinion')) return forbidden()
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return answerRepeated(world, asked, repeated)
  const { state, version } = await loadOpinion(world.db, asked.by.congress, asked.opinion)
  if (state.status === 'none') return notFound()
  const on = { unit: null, appraisal: state.appraisal }
  const barred = await recusalObstacle(world, asked.by, 'SplitOpinion', on)
  if (!barred.ok) return barred
  if (version !== asked.version) return versionConflict()
  if (state.status !== 'answerable')
    return refusedByOpinion({ code: 'opinion-not-answerable', actual: state.status })
  for (const { unit } of asked.parts) {
    const obstacle = unit === null ? null : await unitObstacle(world.db, asked.by.congress, unit)
    if (obstacle && !obstacle.ok) return obstacle
  }
  const setting = await settingOf(world, asked, state.appraisal)
  if (!setting.ok) return setting

  const { state: matter, version: matterVersion } = await loadMatter(
    world.db,
    asked.by.congress,
    state.matter,
  )
  if (!isOpened(matter)) throw new Error(`Opinion ${asked.opinion} is carried by no matter`)
  const { noted } = matter
  const parts = partsOf(asked, state, { ...setting.value, noted })
  if (!parts.ok) return parts
  const parent = parentWrite(asked, state, version, parts.value, setting.value)
  if (!parent.ok) return parent
  const taken = await takenByMatter(
    world,
    asked,
    { id: state.matter, state: matter, version: matterVersion },
    parts.value,
  )
  if (!taken.ok) return taken
  const writes = [parent.value, taken.value, ...parts.value.flatMap((part) => part.writes)]
  const done = await commit(world, asked, writes)
  return done.ok ? answer(world, asked, parts.value, done.value.seq) : done
}

type Answerable = Extract<Opinion, { status: 'answerable' }>

/** What the sheet says of a plan it says of all parts: which part of it is whose, the units know. */
function partsOf(
  asked: SplitAsked,
  parent: Answerable,
  { noted, ...setting }: Setting & Readonly<{ noted: PlanNotes | undefined }>,
) {
  const { channel, raiserKind, receivedOn, source, words, phase } = parent
  const raiser = words?.raiser ?? erasedText
  const parts: Raised[] = []
  for (const { text, title, unit } of asked.parts) {
    const facts = { channel, raiserKind, receivedOn, source, partOf: asked.opinion, text, raiser }
    const disposition = { kind: 'matter', title, unit } as const
    const existing = parts.length === 0 ? parent.matter : null
    // A part counts to the phase in which its words were raised, not to that in which they were divided.
    const part = raising({ ...facts, disposition, noted }, { ...setting, phase }, existing)
    if (!part.ok) return part
    parts.push(part.value)
  }
  return accept(parts)
}

function parentWrite(
  { opinion, reason }: SplitAsked,
  state: Answerable,
  version: number,
  parts: readonly Raised[],
  { policy, today }: Setting,
) {
  const decider = opinionDecider(policy)
  const ids = parts.map((part) => part.opinion)
  const ruling = decider.decide(state, { type: 'SplitOpinion', parts: ids, reason, today })
  if (!ruling.ok) return refusedByOpinion(ruling.refusal)
  const after = ruling.value.reduce<Opinion>(decider.evolve, state)
  if (after.status === 'none') throw new Error('SplitOpinion left no opinion')
  return accept(write(opinion, version, ruling.value, opinionRow(after)))
}

type Carrying = Readonly<{ id: MatterId; state: OpenedMatter; version: number }>

async function takenByMatter(
  world: World,
  asked: SplitAsked,
  { id: matter, state, version }: Carrying,
  parts: readonly Raised[],
): Outcome<StreamWrite> {
  const [part] = asked.parts
  const [raised] = parts
  if (!part || !raised) return refusedByOpinion({ code: 'split-needs-two-parts', got: 0 })
  const decider = matterDecider(matter, await world.policies.of(asked.by.congress, state.appraisal))
  const today = todayOf(world)
  const { opinion } = raised
  const { title, text, unit } = part
  const took = decider.decide(state, { type: 'TakePart', opinion, title, text, today })
  if (!took.ok) return refusedByMatter(took.refusal)
  const first = took.value.reduce<Matter>(evolveMatter, state)
  const drafted = decider.decide(first, { type: 'RedraftMatter', title, unit, today })
  if (!drafted.ok) return refusedByMatter(drafted.refusal)
  const after = drafted.value.reduce<Matter>(evolveMatter, first)
  if (!isOpened(after)) throw new Error('TakePart left no matter')
  // Only a unit that differs is worth an event of its own.
  const events = unit === state.unit ? took.value : [...took.value, ...drafted.value]
  return accept(write(matter, version, events, matterRow(after, world.now())))
}

async function answer(
  { db }: World,
  { by }: Asked,
  parts: readonly Pick<Raised, 'opinion' | 'matter'>[],
  seq: number,
): Outcome<SplitDone> {
  const matters = parts.flatMap(({ matter }) => (matter === null ? [] : [matter]))
  const numbers = await matterNumbers(db, by.congress, matters)
  return accept({
    parts: parts.map(({ opinion, matter }) => {
      const number = matter === null ? null : (numbers.get(matter) ?? null)
      return { opinion, matter, number, seq }
    }),
  })
}

async function answerRepeated(
  world: World,
  asked: SplitAsked,
  { streams, seq }: Readonly<{ streams: readonly string[]; seq: number }>,
): Outcome<SplitDone> {
  const parts = []
  for (const stream of new Set(streams)) {
    if (stream === asked.opinion || !isId('opinion', stream)) continue
    const { state } = await loadOpinion(world.db, asked.by.congress, stream)
    const matter = state.status === 'answerable' ? state.matter : null
    parts.push({ opinion: stream, matter })
  }
  return answer(world, asked, parts, seq)
}
