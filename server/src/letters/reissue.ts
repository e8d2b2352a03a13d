/**
 * A granted reassignment of a matter that a letter handed over: the item is void in that letter, and goes to the right
 * unit under a re-issue notice (改办通知) with a number of its own, in the same commit as the matter itself.
 */
import { accept } from '@luoshi/domain/kernel/result'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { decideLetter } from '@luoshi/domain/letters/letter-decider'
import { letterReference, liveItems, reissueReference } from '@luoshi/domain/letters/letter'
import type { Command } from '@luoshi/domain/matters/commands'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { refused } from '../execute/refused.ts'
import { letterHolding } from './appraisal-seen.ts'
import { letterKind } from './letter-kind.ts'
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
    ],
  })
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
