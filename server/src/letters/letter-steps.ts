/** Steps on opinion letters. What follows for the matters (approval, hand-over, receipt) is written in the same commit. */
import type { Approval } from '@luoshi/domain/people/approval'
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId, UnitId } from '@luoshi/domain/kernel/ids'
import { isBesideLetter } from '@luoshi/domain/letters/beside'
import { decideReport } from '@luoshi/domain/letters/report-decider'
import { accept } from '@luoshi/domain/kernel/result'
import { evolveLetter } from '@luoshi/domain/letters/evolve-letter'
import { decideLetter, type LetterCommand } from '@luoshi/domain/letters/letter-decider'
import { explainLetterRefusal, type LetterRefusal } from '@luoshi/domain/letters/letter-refusals'
import {
  holderOf,
  letterReference,
  liveItems,
  unitsOf,
  unsignedOf,
  type Delivery,
  type KnownLetter,
  type Letter,
  type LetterContent,
  type LetterEvent,
  type LetterId,
} from '@luoshi/domain/letters/letter'
import type { AppraisalSeen } from '@luoshi/domain/letters/whole-appraisal'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { isOpened, loadAppraisal, loadMatter } from '../execute/load.ts'
import { oneAtATime } from '../execute/one-at-a-time.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound, refused, refusedByAppraisal } from '../execute/refused.ts'
import { seatsObstacle } from '../people/responsible-obstacle.ts'
import { appraisalSeen, lettersOf } from './appraisal-seen.ts'
import { letterKind } from './letter-kind.ts'
import { reportKind } from './report-kind.ts'
import { matterWrites, type MatterTold } from './matter-writes.ts'

type Done = Outcome<RecordDone<'letter'>>
type Existing = Asked & Readonly<{ letter: LetterId; version: number }>

export function refusedByLetter(refusal: LetterRefusal) {
  return refused(409, refusal.code, explainLetterRefusal(refusal))
}

export function draftLetter(
  world: World,
  asked: Asked &
    Readonly<{ appraisal: AppraisalId; replaces: LetterId | null; content: LetterContent }>,
): Done {
  if (!mayGive(asked, 'DraftLetter')) return Promise.resolve(forbidden())
  const { by, key, appraisal, replaces, content } = asked
  return oneAtATime(world.db, by.congress, () => {
    const at = oneMoment(world)
    return takeRecordStep(at, letterKind, {
      by,
      key,
      command: 'DraftLetter',
      id: newId('letter'),
      version: 0,
      decide: async (letter) => {
        const { state } = await loadAppraisal(at.db, by.congress, appraisal)
        if (state.status === 'none') return notFound()
        if (state.status === 'archived')
          return refusedByAppraisal({ code: 'appraisal-not-running' })
        const real = await realSeats(at, by.congress, content)
        if (!real.ok) return real
        const seen = await appraisalSeen(at.db, by.congress, appraisal, null)
        const about = { appraisal, replaces, content, seen }
        return ruled(letter, { type: 'DraftLetter', ...about, today: todayOf(at) })
      },
    })
  })
}

export function reviseLetter(world: World, asked: Existing & Readonly<{ content: LetterContent }>) {
  const { content } = asked
  return step(world, asked, 'ReviseLetter', async (letter, { at, seen }) => {
    const real = await realSeats(at, asked.by.congress, content)
    if (!real.ok) return real
    return decided(letter, { type: 'ReviseLetter', content, seen, today: todayOf(at) }, [])
  })
}

export function approveLetter(
  world: World,
  asked: Existing & Readonly<{ approval: Approval; minutes: string; changes: string }>,
) {
  const { approval, minutes, changes, by } = asked
  return step(world, asked, 'ApproveLetter', async (letter, { at, seen }) => {
    const today = todayOf(at)
    const { mayApprove } = await at.policies.of(by.congress, letter.appraisal)
    const about = { approval, minutes, changes, approvers: mayApprove.matter, seen, today }
    const drafted = new Set(
      seen.matters.filter(({ status }) => status === 'drafted').map(({ id }) => id),
    )
    // The chairs approve letter and matters in one: what they had not approved yet is approved with it.
    const told = liveItems(letter)
      .filter(({ matter }) => drafted.has(matter))
      .map(({ matter }) => ({
        matter,
        command: { type: 'ApproveMatter', approval, today } as const,
      }))
    return decided(letter, { type: 'ApproveLetter', ...about }, told)
  })
}

export function returnLetter(world: World, asked: Existing & Readonly<{ reason: string }>) {
  const { reason } = asked
  return step(world, asked, 'ReturnLetter', async (letter, { at }) =>
    decided(letter, { type: 'ReturnLetter', reason, today: todayOf(at) }, []),
  )
}

export function issueLetter(world: World, asked: Existing & Readonly<{ prefix: string }>) {
  const { prefix } = asked
  return step(world, asked, 'IssueLetter', async (letter, { at, seen }) =>
    decided(letter, { type: 'IssueLetter', prefix, seen, today: todayOf(at) }, []),
  )
}

export function handOverLetter(
  world: World,
  asked: Existing & Readonly<{ how: Delivery; place: string }>,
) {
  return step(world, asked, 'HandOverLetter', async (letter, { at, seen, reference }) => {
    const today = todayOf(at)
    const real = await realSeats(at, asked.by.congress, letter)
    if (!real.ok) return real
    const told = liveItems(letter).flatMap(({ matter, unit, official }) =>
      official === null
        ? []
        : [
            {
              matter,
              command: {
                type: 'HandOverMatter',
                unit,
                official,
                letter: reference,
                today,
              } as const,
            },
          ],
    )
    const { how, place: by } = asked
    return decided(letter, { type: 'HandOverLetter', how, by, seen, today }, told)
  })
}

export function signLetter(world: World, asked: Existing & Readonly<{ signer: string }>) {
  const { by, signer } = asked
  return step(world, asked, 'SignLetter', async (letter, { at, seen }) => {
    const today = todayOf(at)
    const unit = by.unit
    if (unit === null) return forbidden()
    // What was moved to another unit since is that unit's to sign for.
    const waiting = new Set(
      seen.matters
        .filter((one) => one.status === 'issued' && one.unit === unit)
        .map(({ id }) => id),
    )
    const told = liveItems(letter)
      .filter((item) => holderOf(letter, item.unit) === unit && waiting.has(item.matter))
      .map(({ matter }) => ({ matter, command: { type: 'SignReceipt', signer, today } as const }))
    const signed = await decided(letter, { type: 'SignLetter', unit, signer, today }, told)
    const owes = unsignedOf(letter).filter((one) => holderOf(letter, one) === unit)
    return signed.ok ? accept({ ...signed.value, owes }) : signed
  })
}

/** Taken back before anybody signed: what it had handed over waits to be handed over anew. */
export function withdrawLetter(world: World, asked: Existing & Readonly<{ reason: string }>) {
  const { reason, by } = asked
  return step(world, asked, 'WithdrawLetter', async (letter, { at }) => {
    const today = todayOf(at)
    const told: MatterTold[] = []
    for (const { matter } of letter.delivery === null ? [] : liveItems(letter)) {
      const { state } = await loadMatter(at.db, by.congress, matter)
      if (!isOpened(state)) return notFound()
      // Signed for by itself, whatever came of it since; or received because another unit was refused.
      if (state.status === 'received' || state.handOver?.signedOn)
        return refusedByLetter({ code: 'letter-already-signed-for' })
      if (state.status === 'issued' || state.status === 'misassigned')
        told.push({ matter, command: { type: 'RecallMatter', reason, today } })
    }
    return decided(letter, { type: 'WithdrawLetter', reason, today }, told)
  })
}

type Around = Readonly<{ at: World; seen: AppraisalSeen; reference: string }>
type Decided = Readonly<{
  events: readonly LetterEvent[]
  told: readonly MatterTold[]
  /** For each unit that is signed for, a report is owed from then on. */
  owes?: readonly UnitId[]
}>
type OnLetter = Extract<LetterCommand['type'], `${string}Letter`>

/** One step on a letter that is there, with everything that must be looked at, one after the other per congress. */
function step(
  world: World,
  asked: Existing,
  command: Exclude<OnLetter, 'DraftLetter'>,
  decide: (letter: KnownLetter, around: Around) => Outcome<Decided>,
): Done {
  const { by, key, letter: id, version } = asked
  return oneAtATime(world.db, by.congress, () => {
    const at = oneMoment(world)
    let writes: readonly StreamWrite[] = []
    return takeRecordStep(at, letterKind, {
      by,
      key,
      command,
      id,
      version,
      isBeside: (since) => isBesideLetter(command, since),
      unitOf: (letter) => ownUnit(letter, asked),
      decide: async (letter) => {
        if (letter.status === 'none') return notFound()
        const seen = await appraisalSeen(at.db, by.congress, letter.appraisal, id)
        const reference = await referenceOf(at, asked, letter)
        const found = await decide(letter, { at, seen, reference })
        if (!found.ok) return found
        const also = await matterWrites(at, by.congress, found.value.told)
        if (!also.ok) return also
        const { owes = [] } = found.value
        const reports = owes.map((unit) => reportOwed(id, letter, unit, todayOf(at)))
        writes = [...also.value, ...reports]
        return accept(found.value.events)
      },
      also: () => writes,
    })
  })
}

function reportOwed(id: LetterId, letter: KnownLetter, unit: UnitId, today: Day): StreamWrite {
  const { initial } = reportKind
  const about = { letter: id, appraisal: letter.appraisal, unit, holder: holderOf(letter, unit) }
  const ruling = decideReport(initial, { type: 'OweReport', ...about, today })
  if (!ruling.ok) throw new Error('A report that nobody wrote yet cannot exist')
  return reportKind.write(newId('report'), { state: initial, version: 0 }, ruling.value)
}

async function referenceOf({ db }: World, { by, letter: id }: Existing, letter: KnownLetter) {
  const rows = await lettersOf(db, by.congress, letter.appraisal)
  return letterReference(letter, rows.find((row) => row.id === id)?.number ?? null) ?? ''
}

/** A unit acts on a letter that holds something for it and has been handed over. */
export function ownUnit(letter: Letter, { by }: Asked) {
  if (letter.status === 'none' || letter.delivery === null || by.unit === null) return null
  return unitsOf(letter).some((one) => holderOf(letter, one) === by.unit) ? by.unit : null
}

function ruled(letter: Letter, command: LetterCommand) {
  const ruling = decideLetter(letter, command)
  return ruling.ok ? ruling : refusedByLetter(ruling.refusal)
}

async function decided(
  letter: KnownLetter,
  command: LetterCommand,
  told: readonly MatterTold[],
): Outcome<Decided> {
  const ruling = ruled(letter, command)
  if (!ruling.ok) return ruling
  // What no state can come of is a broken promise: better here than in the log.
  ruling.value.reduce<Letter>(evolveLetter, letter)
  return accept({ events: ruling.value, told })
}

async function realSeats(
  { db }: World,
  congress: Asked['by']['congress'],
  { items }: Pick<LetterContent, 'items'>,
): Outcome<true> {
  return seatsObstacle(db, congress, items)
}
