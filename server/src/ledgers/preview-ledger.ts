/** An exported ledger comes back: what was changed in it, what the ledger has changed since, what cannot both hold. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import { headSeq } from '@luoshi/ledger/log/read'
import {
  compareLedger,
  type FileLine,
  type LedgerComparison,
} from '@luoshi/domain/ledgers/compare-ledger'
import { fitColumns, type SheetColumns } from '@luoshi/domain/ledgers/fit-columns'
import type { LedgerEntry } from '@luoshi/domain/ledgers/ledger-entry'
import type { Layout } from '@luoshi/domain/ledgers/layouts'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { aboutToSeal } from '@luoshi/papers/ledgers/ledger-about'
import { ledgersMayWait, readLedger } from '@luoshi/papers/ledgers/ledger-in-worker'
import type { LedgerFile } from '@luoshi/papers/ledgers/read-ledger-file'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { forbidden, refused } from '../execute/refused.ts'
import { inTwo } from '../http/two-sentences.ts'
import { lineToSeal } from './export-ledger.ts'
import { layoutByName } from './layout-by-name.ts'
import { entriesByMatter } from './ledger-entries.ts'
import { tooManyAtOnce } from './too-many-at-once.ts'
import { questionAt } from './question-at.ts'
import { filterFrom } from './remembered-filter.ts'

export type LedgerPreview = LedgerComparison &
  Readonly<{ layout: string; exportedAt: number; columns: SheetColumns }>

/** A comparison with what it was made of, for whoever goes on from it. */
export type Compared = Readonly<{
  comparison: LedgerComparison
  columns: SheetColumns
  layout: Layout
  lines: ReadonlyMap<number, FileLine>
  now: ReadonlyMap<MatterId, LedgerEntry>
  file: LedgerFile
}>

type Bytes = Asked & Readonly<{ bytes: Uint8Array }>

export async function previewLedger(world: World, asked: Bytes): Outcome<LedgerPreview> {
  const compared = await compareFile(world, asked)
  if (!compared.ok) return compared
  const { comparison, columns, file } = compared.value
  return accept({ ...comparison, columns, layout: file.about.layout, exportedAt: file.about.seq })
}

export async function compareFile(world: World, asked: Bytes): Outcome<Compared> {
  if (!mayGive(asked, 'BringLedgerBack', asked.by.unit)) return forbidden()
  if (!ledgersMayWait()) return tooManyAtOnce()
  const read = await readLedger(asked.bytes)
  if (!read.ok) {
    const { code, zh, en } = read.refusal
    return refused(422, code, inTwo(zh, en))
  }
  const { about } = read.value
  const { by } = asked
  const { congress } = by
  const head = await headSeq(world.db.pool, congress)
  if (about.congress !== congress || about.seq > head) return fromElsewhere()
  if (!world.sheets.isOurs(aboutToSeal(about), about.seal)) return forged()
  const layout = await layoutByName(world, congress, about.layout, about.form)
  if (!layout) return fromElsewhere()
  const fitted = fitColumns(layout, read.value)
  if (fitted === 'columns-unknown') return columnsUnknown()
  if (fitted === 'lines-unnamed') return linesUnnamed()
  const filter = filterFrom(about.filter)
  const [before, now] = await Promise.all([
    entriesByMatter(world.db, questionAt(by, filter, { seq: about.seq, today: about.on })),
    entriesByMatter(world.db, questionAt(by, {}, { seq: head, today: todayOf(world) })),
  ])
  const comparison = compareLedger({
    layout,
    rows: fitted.lines,
    told: fitted.columns.told,
    before,
    now,
    sealOf: (entry) => world.sheets.seal(lineToSeal(layout, entry, { congress, seq: about.seq })),
  })
  const lines = new Map(fitted.lines.map((line) => [line.row, line]))
  const { columns } = fitted
  return accept({ comparison, columns, layout, lines, now, file: read.value })
}

function fromElsewhere() {
  return refused(
    422,
    'ledger-from-elsewhere',
    bilingual(
      '这份台账是从另一处导出的，这里的台账里没有它的来历。',
      '请在本系统重新导出一份，再修改、回导。',
      'This ledger was exported elsewhere; nothing here tells where it comes from.',
      'Export one here, change that, and bring it back.',
    ),
  )
}

function forged() {
  return refused(
    422,
    'ledger-forged',
    bilingual(
      '这份台账的来历被改动过，不能作为比对的依据。',
      '请在本系统重新导出一份，再修改、回导。',
      'What this ledger says of its origin has been changed, so it is no base to compare with.',
      'Export one here, change that, and bring it back.',
    ),
  )
}

function columnsUnknown() {
  return refused(
    422,
    'columns-unknown',
    bilingual(
      '表头认不出来，分不清哪一格是哪一栏。',
      '请把表头恢复成导出时的样子；列可以移动、删去，表头的文字不要改。',
      'None of the headings is known, so cells cannot be told apart.',
      'Put the headings back as they were exported; columns may be moved or taken out.',
    ),
  )
}

function linesUnnamed() {
  return refused(
    422,
    'lines-unnamed',
    bilingual(
      '表里隐藏的“#事项”列和问题编号都没有了，分不清哪一行是哪一件。',
      '请在导出的原表里改，至少保留其中一列，再回导。',
      'Both the hidden column and the numbers were taken out, so lines cannot be told apart.',
      'Change the sheet as it was exported, keep one of the two, and bring it back.',
    ),
  )
}
