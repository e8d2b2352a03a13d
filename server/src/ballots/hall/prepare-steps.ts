/** Preparation of a ballot cast here: keys, locks, the second issuer, the frozen manifest, slips. */
import type { Issuer } from '@luoshi/ballots/protocol/manifest'
import { refusalOf } from '@luoshi/ballots/protocol/refusals'
import { noCourse, smallestSecret } from '@luoshi/domain/ballots/cast-here'
import { rowsOf } from '@luoshi/domain/ballots/ballot-rows'
import { accept } from '@luoshi/domain/kernel/result'
import { refuse } from '@luoshi/domain/kernel/result'
import type { Outcome, World } from '../../execute/context.ts'
import type { RecordDone } from '../../execute/record.ts'
import { ballotKind } from '../ballot-kind.ts'
import {
  keepSecondKeys,
  makeIssuerKeys,
  makeServerKey,
  publicKeys,
  type OfCast,
} from './cast-keys.ts'
import { castNames } from './cast-names.ts'
import { castRoll, keepRoll } from './cast-roll.ts'
import { itsTurn, takeCourseStep, type Done, type OfStep, type Standing } from './course-step.ts'
import { composeManifest, isPoint, keepManifest } from './event-manifest.ts'
import type { Hall } from './hall.ts'
import { tellBox } from './hold-at-box.ts'
import { refusedByProtocol } from './refused-by-protocol.ts'
import { noBox } from './no-box.ts'
import { newSlips, type Slip } from './slips.ts'
import { withWhatFollows } from './what-follows.ts'

export function prepareCast(
  world: World,
  hall: Hall,
  asked: OfStep & Readonly<{ issuers: 1 | 2 }>,
): Done {
  const { issuers, ballot, by } = asked
  const follow = () => makeWhenPreparing(world, hall, { congress: by.congress, ballot })
  return withWhatFollows(hall, { what: 'keys of an issuer were not made', follow }, () =>
    takeCourseStep(
      world,
      asked,
      'PrepareCast',
      () => ({ type: 'PrepareCast', issuers }),
      async ({ of }) => {
        if (!hall.box) return noBox()
        const begun = await hall.box.begin()
        if (!begun.ok) return refuse({ status: 409, ...begun.refusal })
        await makeServerKey(world, hall, of)
        return accept(true)
      },
    ),
  )
}

async function makeWhenPreparing(world: World, hall: Hall, of: OfCast): Promise<void> {
  const { state } = await ballotKind.load(world.db, of.congress, of.ballot)
  if (state.status !== 'preparing') return
  makeIssuerKeys(world, hall, of, rowsOf(state.subject).length)
}

const badPoint = async (pk: string): Outcome<true> =>
  (await isPoint(pk)) ? accept(true) : refusedByProtocol(refusalOf('BAD_BALLOT_KEY'))

export function registerCountLock(
  world: World,
  asked: OfStep & Readonly<{ lock: number; pk: string }>,
): Done {
  const { lock, pk, by } = asked
  return takeCourseStep(
    world,
    asked,
    'RegisterCountLock',
    () => ({ type: 'RegisterCountLock', lock, pk, by: by.account }),
    () => badPoint(pk),
  )
}

export function registerTellerKey(world: World, asked: OfStep & Readonly<{ pk: string }>): Done {
  const { pk, by } = asked
  return takeCourseStep(
    world,
    asked,
    'RegisterTellerKey',
    () => ({ type: 'RegisterTellerKey', pk, by: by.account }),
    () => badPoint(pk),
  )
}

export function nameSecondIssuer(
  world: World,
  asked: OfStep & Readonly<{ url: string; keys: readonly Issuer[] }>,
): Done {
  const { url, by, keys } = asked
  return takeCourseStep(
    world,
    asked,
    'NameSecondIssuer',
    () => ({ type: 'NameSecondIssuer', url, by: by.account }),
    async ({ state, of }) => {
      if (keys.length !== rowsOf(state.subject).length)
        return refusedByProtocol(refusalOf('BAD_MANIFEST', `${keys.length}`))
      await keepSecondKeys(world, of, keys)
      return accept(true)
    },
  )
}

/** From then on the box knows the ballot and says that voting has not begun. */
export function freezeManifest(world: World, hall: Hall, asked: OfStep): Done {
  return tellingBox(world, hall, asked, () =>
    takeCourseStep(world, asked, 'FreezeManifest', async (standing) =>
      accept(await frozenStep(standing, hall)),
    ),
  )
}

async function frozenStep({ world, of, state }: Standing, hall: Hall) {
  const course = state.course ?? noCourse
  const [names, roll, first, second, serverPk] = await Promise.all([
    castNames(world, of.congress, state),
    castRoll(world, of.congress, state),
    publicKeys(world, of, 'issuer'),
    publicKeys(world, of, 'second'),
    makeServerKey(world, hall, of),
  ])
  const contests = names.contests.length
  const eligible = roll.length
  const parts = { course, names, eligible, serverPk, first, second }
  const frozen = await composeManifest(parts)
  if (frozen) {
    await keepManifest(world, of, frozen)
    await keepRoll(world, of.congress, frozen.hash, roll)
  }
  return {
    type: 'FreezeManifest',
    hash: frozen?.hash ?? '',
    contests,
    eligible,
    kMin: smallestSecret,
    marks: names.marks.map(({ field }) => field),
    keysMade: first.length === contests,
    secondKeys: second.length === contests,
  } as const
}

/** Once it is written down the box is told of it, as soon as both it and the database live. */
export function tellingBox(
  world: World,
  hall: Hall,
  { by, ballot }: OfStep,
  step: () => Done,
): Done {
  const follow = async () => {
    await tellBox(world, hall, { congress: by.congress, ballot })
  }
  return withWhatFollows(hall, { what: 'the box was not told', follow }, step)
}

/** The codes are answered once and kept nowhere. */
export async function makeSlips(
  world: World,
  asked: OfStep,
): Outcome<RecordDone<'ballot'> & Readonly<{ slips: readonly Slip[] }>> {
  let slips: readonly Slip[] = []
  const done = await takeCourseStep(world, asked, 'MakeSlips', async (standing) => {
    const turn = itsTurn(standing, { type: 'MakeSlips', slips: 0 })
    if (!turn.ok) return turn
    if (standing.frozen) slips = await newSlips(world, asked.by.congress, standing.frozen.hash)
    return accept({ type: 'MakeSlips', slips: slips.length } as const)
  })
  return done.ok ? accept({ ...done.value, slips }) : done
}
