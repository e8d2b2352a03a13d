/** Issuing and voting, as far as staff act: open, paper at check-in, surrender, close issuing. */
import { onPaper } from '@luoshi/ballots/issuing/issuer'
import { refusalOf } from '@luoshi/ballots/protocol/refusals'
import type { Surrender } from '@luoshi/ballots/protocol/surrender'
import type { Instant } from '@luoshi/domain/kernel/day'
import { accept } from '@luoshi/domain/kernel/result'
import type { Outcome, World } from '../../execute/context.ts'
import { takeCourseStep, type Done, type OfStep, type Standing } from './course-step.ts'
import type { Hall } from './hall.ts'
import {
  issuedCounts,
  issuePaperBallots,
  takeBackPaper,
  turnToPaper,
  type IssuedCounts,
} from './issuance.ts'
import { noBox } from './no-box.ts'
import { tellingBox } from './prepare-steps.ts'
import { refusedByProtocol } from './refused-by-protocol.ts'

export function openIssuing(world: World, asked: OfStep): Done {
  return takeCourseStep(world, asked, 'OpenIssuing', () => ({ type: 'OpenIssuing' }))
}

type OfVoter = OfStep & Readonly<{ voter: string }>

export function takePaper(world: World, asked: OfVoter): Done {
  const { voter } = asked
  return takeCourseStep(
    world,
    asked,
    'TakePaper',
    async (standing) =>
      accept({ type: 'TakePaper', voter, paper: (await issuedOf(standing)).paper } as const),
    (standing) =>
      onRoll(standing, voter, async (event) => {
        const { contests } = event.manifest
        const issued = await issuePaperBallots(world, event, voter, contests.length)
        return issued.ok ? issued : refusedByProtocol(issued.refusal)
      }),
  )
}

export function takePaperBack(world: World, asked: OfVoter): Done {
  const { voter } = asked
  return takeCourseStep(
    world,
    asked,
    'TakePaperBack',
    () => ({ type: 'TakePaperBack', voter }),
    (standing) =>
      onRoll(standing, voter, async (event) => {
        await takeBackPaper(world, event, voter)
        return accept(true)
      }),
  )
}

/** Given up are the tokens of every contest: a voter has tokens or paper. */
export function surrenderToken(
  world: World,
  hall: Hall,
  asked: OfVoter & Readonly<{ tokens: readonly Surrender[] }>,
): Done {
  const { voter, tokens } = asked
  return takeCourseStep(
    world,
    asked,
    'SurrenderToken',
    async (standing) =>
      accept({ type: 'SurrenderToken', voter, ...(await issuedOf(standing)) } as const),
    (standing) =>
      onRoll(standing, voter, async (event) => {
        const { mh, manifest } = event
        if (!hall.box) return noBox()
        const given = new Set(tokens.map(({ c }) => c))
        if (given.size !== manifest.contests.length || tokens.length !== given.size)
          return refusedByProtocol(refusalOf('BAD_FORMAT', 'tokens'))
        const taken = await tookTokens(world, event, voter)
        if (taken !== true) return refusedByProtocol(refusalOf(taken))
        const spent = await hall.box.surrender(mh, tokens)
        if (!spent.ok) return refusedByProtocol(spent.refusal)
        await turnToPaper(world, event, voter)
        return accept(true)
      }),
  )
}

/** How many have tokens and how many paper so far. */
async function issuedOf({ world, of, frozen }: Standing): Promise<IssuedCounts> {
  return frozen ? issuedCounts(world, of.congress, frozen.hash) : { tokens: 0, paper: 0 }
}

type Event = Standing['of'] &
  Readonly<{ mh: string; manifest: NonNullable<Standing['frozen']>['manifest'] }>

async function onRoll(
  { world, of, frozen }: Standing,
  voter: string,
  act: (event: Event) => Outcome<true>,
): Outcome<true> {
  if (!frozen) return refusedByProtocol(refusalOf('ISSUE_CLOSED'))
  const { hash: mh, manifest } = frozen
  const [row] = await world.db.rows<{ voter: string }>(of.congress, {
    text: 'select voter from luoshi.cast_voter where congress = $1 and mh = $2 and voter = $3',
    values: [of.congress, mh, voter],
  })
  return row ? act({ ...of, mh, manifest }) : refusedByProtocol(refusalOf('NOT_ELIGIBLE'))
}

async function tookTokens(
  { db }: World,
  { congress, mh }: Event,
  voter: string,
): Promise<true | 'PAPER_ISSUED' | 'NOT_ELIGIBLE'> {
  const rows = await db.rows<{ z: string }>(congress, {
    text: 'select z from luoshi.issuance where congress = $1 and mh = $2 and voter = $3',
    values: [congress, mh, voter],
  })
  if (rows.some(({ z }) => z === onPaper)) return 'PAPER_ISSUED'
  return rows.length > 0 ? true : 'NOT_ELIGIBLE'
}

export function openVoting(
  world: World,
  hall: Hall,
  asked: OfStep & Readonly<{ closesAt: Instant | null }>,
): Done {
  const { closesAt } = asked
  return tellingBox(world, hall, asked, () =>
    takeCourseStep(world, asked, 'OpenVoting', async (standing) => {
      const now = standing.world.now()
      return accept({ type: 'OpenVoting', ...(await issuedOf(standing)), closesAt, now } as const)
    }),
  )
}
