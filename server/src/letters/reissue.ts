/**
 * A granted reassignment of a matter that a letter handed over: the item is void in that letter, and goes to the right
 * unit under a re-issue notice (改办通知) with a number of its own, in the same commit as the matter itself. A unit that has
 * signed for the letter owes a report on it; when this was all it had in the letter, it owes none any more.
 */
import { accept } from '@luoshi/domain/kernel/result'
import { idOf, type CongressId, type MatterId } from '@luoshi/domain/kernel/ids'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { decideLetter } from '@luoshi/domain/letters/letter-decider'
import {
  letterReference,
  liveItems,
  reissueReference,
  type KnownLetter,
  type LetterId,
  type LetterItem,
} from '@luoshi/domain/letters/letter'
import { decideReport } from '@luoshi/domain/letters/report-decider'
import type { Command } from '@luoshi/domain/matters/commands'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { refused } from '../execute/refused.ts'
import { letterHolding } from './appraisal-seen.ts'
import { letterKind } from './letter-kind.ts'
import { reportKind } from './report-kind.ts'
import { refusedByLetter } from './letter-steps.ts'

export type Reissue = Readonly<{
  command: Command<'ReissueMatter'>
  writes: readonly StreamWrite[]
}>

type Granted = Pick<Command<'GrantReassignment'>, 'unit' | 'official' | 'reason'>

/** Null when no letter holds the matter: then it was handed over by itself. */
export async function reissueOf(
  world: World,
  { by }: Asked,
  id: MatterId,
  matter: OpenedMatter,
  { unit, official, reason }: Granted,
): Outcome<Reissue | null> {
  const today = todayOf(world)
  const holding = await letterHolding(world.db, by.congress, matter.appraisal, id)
  if (holding === null) return accept(null)
  const { letter } = holding
  const item = liveItems(letter).find((one) => one.matter === id)
  const numbered = letterReference(letter, holding.number)
  if (!item || numbered === null) return accept(null)
  const reissue = newId('letter')
  const reference = reissueReference(letter, numbered)
  const gone = decideLetter(letter, { type: 'VoidItem', matter: id, reissue, reason, today })
  if (!gone.ok) return refusedByLetter(gone.refusal)
  const fresh = decideLetter(letterKind.initial, {
    type: 'ReissueItem',
    appraisal: matter.appraisal,
    replaces: holding.id,
    item: { ...item, unit, official },
    about: { to: letter.to, copies: letter.copies },
    reason,
    reference,
    today,
  })
  if (!fresh.ok) return refusedByLetter(fresh.refusal)
  const before = { state: letter, version: holding.version }
  return accept({
    command: { type: 'ReissueMatter', unit, official, letter: reference, reason, today },
    writes: [
      letterKind.write(holding.id, before, gone.value),
      letterKind.write(reissue, { state: letterKind.initial, version: 0 }, fresh.value),
      ...(await reportsLifted(world, by.congress, { id: holding.id, letter, item })),
    ],
  })
}

type Gone = Readonly<{ id: LetterId; letter: KnownLetter; item: LetterItem }>

/** What the unit was to write under this letter, when no item but the one that goes was its own. */
async function reportsLifted(
  { db, ...world }: World,
  congress: CongressId,
  { id, letter, item }: Gone,
): Promise<readonly StreamWrite[]> {
  const stays = liveItems(letter).some(
    ({ unit, matter }) => unit === item.unit && matter !== item.matter,
  )
  if (stays) return []
  const rows = await db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view
      where congress = $1 and kind = 'report' and to_seq is null and parent = $2
        and status not in ('signed', 'lifted') and doc ->> 'addressee' = $3 order by id`,
    values: [congress, id, item.unit],
  })
  const today = todayOf(world)
  const writes: StreamWrite[] = []
  for (const row of rows) {
    const report = idOf('report', row.id)
    const before = await reportKind.load(db, congress, report)
    const ruling = decideReport(before.state, { type: 'LiftReport', today })
    // Signed in this very moment: a signed report stays.
    if (ruling.ok) writes.push(reportKind.write(report, before, ruling.value))
  }
  return writes
}

/** A matter that a letter holds is handed over with the letter, or not at all. */
export async function freeOfLetters(
  { db }: World,
  { by }: Asked,
  id: MatterId,
  { appraisal }: OpenedMatter,
): Outcome<true> {
  const holding = await letterHolding(db, by.congress, appraisal, id)
  if (holding === null) return accept(true)
  return refused(
    409,
    'matter-in-letter',
    bilingual(
      '这件事项已经写进一份评议意见书，应当随意见书一并交办。',
      '请在评议的“评议意见书”页办理交办；要单独交办的，先从意见书中去掉。',
      'A letter holds this matter; it is handed over with the letter.',
      'Hand the letter over, or take the matter out of it first.',
    ),
  )
}
