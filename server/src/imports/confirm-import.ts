/**
 * Confirming a document: every opinion in it is put on record with its matter or its exit, and the document says which
 * paragraphs became what, all in one commit. Refused as a whole when one item is refused.
 */
import { importDecider } from '@luoshi/domain/imports/import'
import type { Bilingual } from '@luoshi/domain/kernel/explanation'
import type { AppraisalId, ImportId, MatterId } from '@luoshi/domain/kernel/ids'
import { isId } from '@luoshi/domain/kernel/ids'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import type { ImportItem } from '../contract/imports.ts'
import { alreadyDone, commit, write, type Done, type Repeated } from '../execute/commit.ts'
import { mayGive, oneMoment, type Asked, type Outcome, type World } from '../execute/context.ts'
import { loadImport } from '../execute/load.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import { matterNumbers } from '../matters/matter-numbers.ts'
import { settingOf, type RaiseDone } from '../opinions/raise-opinion.ts'
import { raising, type Raised, type Setting } from '../opinions/raising.ts'
import { recusalObstacle } from '../people/recused-from.ts'
import { unitObstacle } from '../people/responsible-obstacle.ts'
import { countParagraphs } from './import-draft.ts'
import { importRow } from './import-view-row.ts'
import { refusedByImport } from './refused-by-import.ts'

export type ConfirmAsked = Asked &
  Readonly<{
    import: ImportId
    appraisal: AppraisalId
    items: readonly ImportItem[]
    leftOut: readonly Readonly<{ paragraph: number; reason: string }>[]
  }>

export type Confirmed = {
  raised: RaiseDone[]
  paragraphs: { total: number; mapped: number; leftOut: number }
  seq: number
}

export async function confirmImport(at: World, asked: ConfirmAsked): Outcome<Confirmed> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'ConfirmImport')) return forbidden()
  const { congress } = asked.by
  const total = await countParagraphs(world.db, congress, asked.import)
  if (total === null) return notFound()
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return accept(await confirmedBefore(world, asked, repeated, total))

  const on = { unit: null, appraisal: asked.appraisal }
  const barred = await recusalObstacle(world, asked.by, 'ConfirmImport', on)
  if (!barred.ok) return barred
  const { state, version } = await loadImport(world.db, congress, asked.import)
  const setting = await settingOf(world, asked, asked.appraisal)
  if (!setting.ok) return setting
  const units = await unitsStand(world, asked)
  if (!units.ok) return units
  const items = raiseAll(asked, setting.value)
  if (!items.ok) return items

  const ruling = importDecider.decide(state, {
    type: 'ConfirmImport',
    appraisal: asked.appraisal,
    opinions: items.value.map(({ opinion }) => opinion),
    paragraphs: total,
    mapped: asked.items.flatMap(({ paragraphs }) => paragraphs),
    leftOut: asked.leftOut,
    today: setting.value.today,
  })
  if (!ruling.ok) return refusedByImport(ruling.refusal)
  const after = ruling.value.reduce(importDecider.evolve, state)
  const own: StreamWrite = write(asked.import, version, ruling.value, importRow(after))
  const done = await commit(world, asked, [own, ...items.value.flatMap(({ writes }) => writes)])
  if (!done.ok) return done
  // The same command, sent twice at once: the other one was first.
  const other = done.value.repeated ? await alreadyDone(world.db, asked) : null
  if (other) return accept(await confirmedBefore(world, asked, other, total))
  return accept(confirmed(asked, items.value, total, done.value))
}

function raiseAll(asked: ConfirmAsked, setting: Setting) {
  const all: Raised[] = []
  for (const [place, item] of asked.items.entries()) {
    const { paragraphs, ...said } = item
    const source = { import: asked.import, paragraphs }
    const raised = raising({ ...said, source, partOf: null }, setting)
    if (!raised.ok) {
      return refuse({ ...raised.refusal, words: ofItem(place + 1, raised.refusal.words) })
    }
    all.push(raised.value)
  }
  return accept(all)
}

function ofItem(number: number, { zh, en }: Bilingual): Bilingual {
  return {
    zh: { ...zh, what: `第 ${number} 条意见：${zh.what}` },
    en: { ...en, what: `Opinion ${number}: ${en.what}` },
  }
}

async function unitsStand(world: World, { by, items }: ConfirmAsked): Outcome<true> {
  const named = items.flatMap(({ disposition }) =>
    disposition.kind === 'matter' && disposition.unit !== null ? [disposition.unit] : [],
  )
  for (const unit of new Set(named)) {
    const obstacle = await unitObstacle(world.db, by.congress, unit)
    if (!obstacle.ok) return obstacle
  }
  return accept(true)
}

type Pair = Pick<Raised, 'opinion' | 'matter'>

/** An opinion is written just before the matter that carries it. */
function pairsOf(streams: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = []
  for (const stream of new Set(streams)) {
    const last = pairs.at(-1)
    if (isId('opinion', stream)) pairs.push({ opinion: stream, matter: null })
    else if (isId('matter', stream) && last) pairs[pairs.length - 1] = { ...last, matter: stream }
  }
  return pairs
}

type Numbered = Pick<Done, 'seq' | 'numbers'>

function confirmed(
  asked: ConfirmAsked,
  pairs: readonly Pair[],
  total: number,
  { seq, numbers }: Numbered,
): Confirmed {
  const leftOut = asked.leftOut.length
  const raised = pairs.map(({ opinion, matter }) => {
    const number = matter === null ? null : (numbers[matter] ?? null)
    return { opinion, matter, number, seq }
  })
  return { raised, paragraphs: { total, mapped: total - leftOut, leftOut }, seq }
}

/** The numbers that were given then are looked up again. */
async function confirmedBefore(
  { db }: World,
  asked: ConfirmAsked,
  { seq, streams }: Repeated,
  total: number,
): Promise<Confirmed> {
  const pairs = pairsOf(streams)
  const matters = pairs.flatMap(({ matter }): MatterId[] => (matter === null ? [] : [matter]))
  const numbers = Object.fromEntries(await matterNumbers(db, asked.by.congress, matters))
  return confirmed(asked, pairs, total, { seq, numbers })
}
