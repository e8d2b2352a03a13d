/** Drawings by lot: opened by the clerk, sealed and opened by those who take part, computed by the rule. */
import { isBesideLots } from '@luoshi/domain/appraisals/beside-lots'
import { drawingDecider, type DrawingCommand } from '@luoshi/domain/appraisals/drawing-decider'
import { explainDrawingRefusal } from '@luoshi/domain/appraisals/drawing-refusals'
import type { Drawing } from '@luoshi/domain/appraisals/drawing'
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { DrawingRow, DrawingTold } from '../contract/drawings.ts'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { listRecords, takeRecordStep } from '../execute/record.ts'
import { notFound, refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { drawingKind } from './campaign-records.ts'
import { seatsObstacle } from '../people/responsible-obstacle.ts'

function decide(drawing: Drawing, command: DrawingCommand) {
  const ruling = drawingDecider.decide(drawing, command)
  if (ruling.ok) return ruling
  return refused(409, ruling.refusal.code, explainDrawingRefusal(ruling.refusal))
}

type Opening = Omit<Extract<DrawingCommand, Readonly<{ type: 'OpenDrawing' }>>, 'type' | 'today'>

export async function openDrawing(
  world: World,
  { by, key, opening }: Asked & Readonly<{ opening: Opening }>,
) {
  const told = { ...opening, type: 'OpenDrawing', today: todayOf(world) } as const
  const step = { by, key, command: 'OpenDrawing', id: newId('drawing'), version: 0 } as const
  return takeRecordStep(world, drawingKind, {
    ...step,
    decide: async (drawing) => {
      const real = await seatsObstacle(world.db, by.congress, opening.candidates)
      return real.ok ? decide(drawing, told) : real
    },
  })
}

export async function stepOnDrawing(
  world: World,
  asked: Asked & Readonly<{ id: Id<'drawing'>; version: number; told: DrawingTold }>,
) {
  const { told, ...step } = asked
  const command = { ...told, today: todayOf(world) }
  return takeRecordStep(world, drawingKind, {
    ...step,
    command: told.type,
    isBeside: (since) => isBesideLots(told, since),
    decide: (drawing) => decide(drawing, command),
  })
}

async function readDrawing(
  { db }: World,
  by: Principal,
  id: Id<'drawing'>,
): Promise<DrawingRow | null> {
  const { state, version } = await drawingKind.load(db, by.congress, id)
  return state.status === 'none' ? null : { id, version, drawing: state }
}

export async function readDrawings(world: World, by: Principal): Outcome<{ rows: DrawingRow[] }> {
  if (scopeOf(by).sees !== 'all') return notFound()
  const found = await listRecords(world.db, by.congress, 'drawing', {}, 50)
  const rows = await Promise.all(
    found.map(async ({ id }) => readDrawing(world, by, idOf('drawing', id))),
  )
  return accept({ rows: rows.filter((row) => row !== null) })
}

export async function drawingShown(
  world: World,
  by: Principal,
  done: ReturnType<typeof openDrawing>,
): Outcome<DrawingRow> {
  const result = await done
  if (!result.ok) return result
  const row = await readDrawing(world, by, result.value.id)
  return row ? accept(row) : notFound()
}
