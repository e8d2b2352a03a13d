/** An exported ledger comes back: what was changed in it, what the ledger has changed since, what cannot both hold. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import { headSeq } from '@luoshi/ledger/log/read'
import { compareLedger, type LedgerComparison } from '@luoshi/domain/ledgers/compare-ledger'
import { readLedger } from '@luoshi/papers/ledgers/ledger-in-worker'
import type { LayoutKey } from '@luoshi/domain/ledgers/layouts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { forbidden, refused } from '../execute/refused.ts'
import { inTwo } from '../http/two-sentences.ts'
import { entriesByMatter } from './ledger-entries.ts'
import { questionAt } from './question-at.ts'
import { filterFrom } from './remembered-filter.ts'

export type LedgerPreview = LedgerComparison & Readonly<{ layout: LayoutKey; exportedAt: number }>

export async function previewLedger(
  world: World,
  asked: Asked & Readonly<{ bytes: Uint8Array }>,
): Outcome<LedgerPreview> {
  if (!mayGive(asked, 'ImportDocument')) return forbidden()
  const read = await readLedger(asked.bytes)
  if (!read.ok) {
    const { code, zh, en } = read.refusal
    return refused(422, code, inTwo(zh, en))
  }
  const { about, rows } = read.value
  const { by } = asked
  const head = await headSeq(world.db.pool, by.congress)
  if (about.congress !== by.congress || about.seq > head) return fromElsewhere()
  const filter = filterFrom(about.filter)
  const [then, now] = await Promise.all([
    entriesByMatter(world.db, questionAt(by, filter, { seq: about.seq, today: about.on })),
    entriesByMatter(world.db, questionAt(by, {}, { seq: head, today: todayOf(world) })),
  ])
  const comparison = compareLedger(about.layout, rows, then, now)
  return accept({ ...comparison, layout: about.layout, exportedAt: about.seq })
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
