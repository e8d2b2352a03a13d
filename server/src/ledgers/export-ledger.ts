/** The ledger as a workbook in one of the offices' forms, of one moment, written in a thread while it is read. */
import { dayInChina, dayParts, type Day, type Instant } from '@luoshi/domain/kernel/day'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import { sealedText } from '@luoshi/domain/ledgers/compare-ledger'
import { aboutText, aboutToSeal, type LayoutName } from '@luoshi/papers/ledgers/ledger-about'
import { ledgerLine, ledgerPlan } from '@luoshi/papers/ledgers/ledger-sheet'
import { ledgersMayWait, writeLedger } from '@luoshi/papers/ledgers/ledger-in-worker'
import type { LedgerEntry } from '@luoshi/domain/ledgers/ledger-entry'
import type { Layout } from '@luoshi/domain/ledgers/layouts'
import { accept } from '@luoshi/domain/kernel/result'
import { headSeq, seqAt } from '@luoshi/ledger/log/read'
import type { SheetValues } from '@luoshi/papers/sheets/sheet-plan'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import type { MatterFilter } from '../matters/matter-query.ts'
import { congressName } from './congress-name.ts'
import { filterWords, rememberedFilter } from './remembered-filter.ts'
import { ledgerEntries } from './ledger-entries.ts'
import { refusedByLayout } from './keep-layout.ts'
import { layoutByName } from './layout-by-name.ts'
import { tooManyAtOnce } from './too-many-at-once.ts'
import { questionAt } from './question-at.ts'

export type ExportAsked = Readonly<{
  by: Principal
  filter: MatterFilter
  layout: LayoutName
  asOf?: Instant | undefined
}>

export type Exported = Readonly<{
  /** What the form is called. */
  name: string
  pieces: AsyncGenerator<Uint8Array>
}>

export async function exportLedger(
  world: World,
  { by, filter, layout: asked, asOf }: ExportAsked,
): Outcome<Exported> {
  if (!ledgersMayWait()) return tooManyAtOnce()
  const { pool } = world.db
  const { congress } = by
  const [seq, name, head] = await Promise.all([
    asOf === undefined ? headSeq(pool, congress) : seqAt(pool, congress, asOf),
    congressName(world.db, congress),
    headSeq(pool, congress),
  ])
  // The form is today's, also for the ledger of an earlier day; it must be known at the position that the file names.
  const layout = await layoutByName(world, congress, asked, head)
  if (!layout) return refusedByLayout({ code: 'layout-not-kept' })
  const on = asOf === undefined ? todayOf(world) : dayInChina(asOf)
  const question = questionAt(by, filter, { seq, today: on })
  const shown = filterWords(filter, statusLabels)
  const plan = ledgerPlan(layout, {
    title: layout.title ?? `${name}${layout.name}`,
    note: `截至${dayWords(on)}${shown === '' ? '' : `　筛选：${shown}`}`,
  })
  const about = { congress, layout: asked, seq, form: head, on, filter: rememberedFilter(filter) }
  const { seal } = world.sheets
  const sealOf = (entry: LedgerEntry) => seal(lineToSeal(layout, entry, { congress, seq }))
  const own = aboutText(about, seal(aboutToSeal(about)))
  const batches = ledgerEntries(world.db, question)
  const pieces = writeLedger(plan, own, lines(layout, batches, sealOf))
  return accept({ name: layout.name, pieces })
}

/** A line belongs to one export of one congress: pasted into another it is noticed. */
export function lineToSeal(
  layout: Layout,
  entry: LedgerEntry,
  { congress, seq }: Readonly<{ congress: string; seq: number }>,
): string {
  return `${congress} ${seq} ${sealedText(layout, entry)}`
}

async function* lines(
  layout: Layout,
  batches: ReturnType<typeof ledgerEntries>,
  sealOf: (entry: LedgerEntry) => string,
): AsyncGenerator<readonly SheetValues[]> {
  let place = 0
  for await (const batch of batches) {
    yield batch.map((entry) => {
      place += 1
      return ledgerLine(layout, entry, { place, seal: sealOf(entry) })
    })
  }
}

function dayWords(on: Day): string {
  const { year, month, date } = dayParts(on)
  return `${year}年${month}月${date}日`
}
