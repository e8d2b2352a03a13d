/** The ledger as a workbook in one of the offices' forms, of one moment, written in a thread while it is read. */
import { dayInChina, dayParts, type Day, type Instant } from '@luoshi/domain/kernel/day'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import { aboutText, ledgerLine, ledgerPlan } from '@luoshi/papers/ledgers/ledger-sheet'
import { writeLedger } from '@luoshi/papers/ledgers/ledger-in-worker'
import { layouts, type LayoutKey } from '@luoshi/domain/ledgers/layouts'
import { headSeq, seqAt } from '@luoshi/ledger/log/read'
import type { SheetValues } from '@luoshi/papers/sheets/sheet-plan'
import { todayOf, type World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import type { MatterFilter } from '../matters/matter-query.ts'
import { congressName } from './congress-name.ts'
import { filterWords, rememberedFilter } from './remembered-filter.ts'
import { ledgerEntries } from './ledger-entries.ts'
import { questionAt } from './question-at.ts'

export type ExportAsked = Readonly<{
  by: Principal
  filter: MatterFilter
  layout: LayoutKey
  asOf?: Instant | undefined
}>

export async function exportLedger(
  world: World,
  { by, filter, layout, asOf }: ExportAsked,
): Promise<AsyncGenerator<Uint8Array>> {
  const { pool } = world.db
  const { congress } = by
  const [seq, name] = await Promise.all([
    asOf === undefined ? headSeq(pool, congress) : seqAt(pool, congress, asOf),
    congressName(world.db, congress),
  ])
  const on = asOf === undefined ? todayOf(world) : dayInChina(asOf)
  const question = questionAt(by, filter, { seq, today: on })
  const shown = filterWords(filter, statusLabels)
  const plan = ledgerPlan(layout, {
    title: `${name}${layouts[layout].name}`,
    note: `截至${dayWords(on)}${shown === '' ? '' : `　筛选：${shown}`}`,
  })
  const about = aboutText({ congress, layout, seq, on, filter: rememberedFilter(filter) })
  return writeLedger(plan, about, lines(layout, ledgerEntries(world.db, question)))
}

async function* lines(
  layout: LayoutKey,
  batches: ReturnType<typeof ledgerEntries>,
): AsyncGenerator<readonly SheetValues[]> {
  let place = 0
  for await (const batch of batches) {
    yield batch.map((entry) => {
      place += 1
      return ledgerLine(layout, entry, place)
    })
  }
}

function dayWords(on: Day): string {
  const { year, month, date } = dayParts(on)
  return `${year}年${month}月${date}日`
}
