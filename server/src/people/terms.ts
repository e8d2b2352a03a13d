/** Opening a term, and changing it: who goes on, who leaves, and the list of what is open. */
import type { Day } from '@luoshi/domain/kernel/day'
import { idOf, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { PersonEvent } from '@luoshi/domain/people/person'
import {
  changeTerm as decideChange,
  explainTerm,
  openTerm as decideOpen,
  noTerm,
  type TermRefusal,
} from '@luoshi/domain/people/term'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { alreadyDone, commit } from '../execute/commit.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { oneAtATime } from '../execute/one-at-a-time.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound, refused, versionConflict } from '../execute/refused.ts'
import { drawHandOver } from './draw-hand-over.ts'
import { openMattersOf } from './move-matters.ts'
import { personKind } from './person-kind.ts'
import { movedBefore } from './succession.ts'
import { termKind } from './term-kinds.ts'

type TermParts = Readonly<{ number: number; from: Day; until: Day }>

function refusedByTerm(refusal: TermRefusal) {
  return refused(409, refusal.code, explainTerm(refusal))
}

export async function openTerm(
  world: World,
  asked: Asked & Readonly<{ term: TermParts }>,
): Outcome<RecordDone<'term'>> {
  if (!mayGive(asked, 'OpenTerm')) return forbidden()
  const { by, key, term } = asked
  return oneAtATime(world.db, by.congress, async () => {
    const [running] = await world.db.rows<{ number: number }>(by.congress, {
      text: `select (doc ->> 'number')::int as number from luoshi.record_view
        where congress = $1 and kind = 'term' and status = 'current' and to_seq is null`,
      values: [by.congress],
    })
    return takeRecordStep(world, termKind, {
      by,
      key,
      command: 'OpenTerm',
      id: newId('term'),
      version: 0,
      decide: () => {
        const ruling = decideOpen(term, running?.number ?? null)
        return ruling.ok ? ruling : refusedByTerm(ruling.refusal)
      },
    })
  })
}

export type ChangeAsked = Asked &
  Readonly<{
    term: Id<'term'>
    version: number
    next: TermParts
    goOn: readonly Id<'person'>[]
  }>

export type Changed = Readonly<{ handOver: Id<'handover'> | null; left: number; seq: number }>

export async function changeTerm(world: World, asked: ChangeAsked): Outcome<Changed> {
  if (!mayGive(asked, 'ChangeTerm')) return forbidden()
  return oneAtATime(world.db, asked.by.congress, () => changeNow(oneMoment(world), asked))
}

async function changeNow(world: World, asked: ChangeAsked): Outcome<Changed> {
  const { congress } = asked.by
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return accept({ ...movedBefore(repeated), left: 0 })
  const old = await termKind.load(world.db, congress, asked.term)
  if (old.state.status === 'none') return notFound()
  if (old.version !== asked.version) return versionConflict()
  const next = newId('term')
  const ruling = decideChange(old.state, { id: next, ...asked.next }, todayOf(world))
  if (!ruling.ok) return refusedByTerm(ruling.refusal)
  const people = await peopleOfTerm(world, congress, asked, next)
  const matters = await openMattersOf(world.db, congress, { column: 'all' })
  const nobody = { unit: null, official: null }
  const drawing = { cause: 'termChanged', from: nobody, to: nobody, term: asked.term } as const
  const drawn = drawHandOver(world, { ...drawing, matters })
  const done = await commit(world, asked, [
    termKind.write(asked.term, old, ruling.value.ended),
    termKind.write(next, { state: noTerm, version: 0 }, ruling.value.opened),
    ...people.writes,
    drawn.write,
  ])
  return done.ok
    ? accept({ handOver: drawn.handOver, left: people.left, seq: done.value.seq })
    : done
}

/** Members and deputies serve a term; whoever is not elected again leaves with it. Others are not of a term. */
async function peopleOfTerm(
  world: World,
  congress: CongressId,
  { term, goOn }: ChangeAsked,
  next: Id<'term'>,
): Promise<Readonly<{ writes: readonly StreamWrite[]; left: number }>> {
  const rows = await world.db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view
      where congress = $1 and kind = 'person' and to_seq is null and status <> 'left'
        and doc ->> 'capacity' in ('member', 'deputy') and (parent = $2 or parent is null)
      order by id`,
    values: [congress, term],
  })
  const staying = new Set<string>(goOn)
  const on = todayOf(world)
  const writes: StreamWrite[] = []
  let left = 0
  for (const row of rows) {
    const id = idOf('person', row.id)
    const before = await personKind.load(world.db, congress, id)
    const stays = staying.has(id)
    if (!stays) left += 1
    const event: PersonEvent = stays
      ? { type: 'PersonWentOn', term: next, on }
      : { type: 'PersonLeft', on, cause: 'termEnded' }
    writes.push(personKind.write(id, before, [event]))
  }
  return { writes, left }
}
