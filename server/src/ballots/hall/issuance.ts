/**
 * The register of tokens: one row a person and contest, and nothing in it but the blinded number. Whoever is quicker stands;
 * the row is written before the answer goes out, and only while the ballot is at issuing.
 * Source: ballot.md §3.4, §5 (sign in memory, record durably, answer); tests 01–08.
 */
import {
  issueToken,
  onPaper,
  type Issuing,
  type TokenRequest,
} from '@luoshi/ballots/issuing/issuer'
import { refusalOf, type ProtocolRefusal } from '@luoshi/ballots/protocol/refusals'
import type { IssuedLine } from '@luoshi/ballots/bulletin/bulletin'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { World } from '../../execute/context.ts'
import { issuerKeys, type OfCast } from './cast-keys.ts'
import type { Hall } from './hall.ts'

type OfEvent = OfCast & Readonly<{ mh: string }>

/** Answers the blind signatures in the order asked; stops at the first that is refused. */
export async function issueTokens(
  world: World,
  hall: Hall,
  of: OfEvent,
  voter: string,
  requests: readonly TokenRequest[],
): Promise<Result<readonly string[], ProtocolRefusal>> {
  const keys = await issuerKeys(world, hall, of)
  let isOver = false
  const issuing: Issuing = {
    open: true,
    rolls: keys.map(() => new Set([voter])),
    keys,
    register: {
      record: async (row) => {
        const z = await recordToken(world, of, row)
        isOver ||= z === undefined
        return { ...row, z: z ?? row.z }
      },
    },
  }
  const signatures: string[] = []
  for (const request of requests) {
    const one = await issueToken(issuing, voter, request)
    if (isOver) return refuse(refusalOf('ISSUE_CLOSED'))
    if (!one.ok) return one
    signatures.push(one.value)
  }
  return accept(signatures)
}

/** What stands in the register; nothing when issuing is over. */
async function recordToken(
  { db }: World,
  { congress, ballot, mh }: OfEvent,
  { contest, voter, z }: Readonly<{ contest: number; voter: string; z: string }>,
): Promise<string | undefined> {
  const look = () =>
    db.rows<{ z: string | null }>(congress, {
      text: `with open as (
          select from luoshi.record_view where congress = $1 and id = $2 and kind = 'ballot'
            and to_seq is null and status = 'issuing'
        ), put as (
          insert into luoshi.issuance (congress, mh, contest, voter, z)
          select $1, $3, $4, $5, $6 from open on conflict do nothing returning z
        )
        select coalesce((select z from put), (select z from luoshi.issuance
          where congress = $1 and mh = $3 and contest = $4 and voter = $5)) as z
        from open`,
      values: [congress, ballot, mh, contest, voter, z],
    })
  const [first] = await look()
  // Somebody was quicker in the same moment: his row is there on a second look.
  if (first?.z === null) return (await look())[0]?.z ?? undefined
  return first?.z
}

/** Paper for every contest, or nothing at all: never both. */
export async function issuePaperBallots(
  { db }: World,
  { congress, mh }: OfEvent,
  voter: string,
  contests: number,
): Promise<Result<true, ProtocolRefusal>> {
  const all = Array.from({ length: contests }, (_, at) => at)
  const isFree = await db.transaction(congress, async (client) => {
    await client.query(
      `insert into luoshi.issuance (congress, mh, contest, voter, z)
        select $1, $2, contest, $3, $4 from unnest($5::int[]) as contest on conflict do nothing`,
      [congress, mh, voter, onPaper, all],
    )
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from luoshi.issuance
        where congress = $1 and mh = $2 and voter = $3 and z <> $4`,
      [congress, mh, voter, onPaper],
    )
    const free = rows[0]?.n === 0
    // Of what was just written nothing may stay beside a token.
    if (!free) await client.query('rollback')
    return free
  })
  return isFree ? accept(true) : refuse(refusalOf('ALREADY_ISSUED'))
}

/** He gave the paper back unused: no row is left, and he may take a token. */
export async function takeBackPaper(
  { db }: World,
  { congress, mh }: OfEvent,
  voter: string,
): Promise<void> {
  await db.rows(congress, {
    text: `delete from luoshi.issuance
      where congress = $1 and mh = $2 and voter = $3 and z = $4`,
    values: [congress, mh, voter, onPaper],
  })
}

/** His tokens are spent at the box by now; in the register paper stands in their place. */
export async function turnToPaper(
  { db }: World,
  { congress, mh }: OfEvent,
  voter: string,
): Promise<void> {
  await db.rows(congress, {
    text: `update luoshi.issuance set z = $4 where congress = $1 and mh = $2 and voter = $3`,
    values: [congress, mh, voter, onPaper],
  })
}

export type Standing = 'none' | 'token' | 'paper'

export type RollRow = Readonly<{ voter: string; hasAccount: boolean; standing: Standing }>

export async function rollWithStanding(
  { db }: World,
  congress: CongressId,
  mh: string,
): Promise<readonly RollRow[]> {
  return db.rows<RollRow>(congress, {
    text: `select v.voter, v.account is not null as "hasAccount",
        case when count(i.z) = 0 then 'none' when bool_or(i.z = $3) then 'paper' else 'token' end
          as standing
      from luoshi.cast_voter v left join luoshi.issuance i
        on i.congress = v.congress and i.mh = v.mh and i.voter = v.voter
      where v.congress = $1 and v.mh = $2
      group by v.voter, v.account, v.place order by v.place`,
    values: [congress, mh, onPaper],
  })
}

export type IssuedCounts = Readonly<{ tokens: number; paper: number }>

/** How many people took tokens, and how many paper. */
export async function issuedCounts(
  { db }: World,
  congress: CongressId,
  mh: string,
): Promise<IssuedCounts> {
  const [row] = await db.rows<{ tokens: number; paper: number }>(congress, {
    text: `select count(distinct voter) filter (where z <> $3)::int as tokens,
        count(distinct voter) filter (where z = $3)::int as paper
      from luoshi.issuance where congress = $1 and mh = $2`,
    values: [congress, mh, onPaper],
  })
  return { tokens: row?.tokens ?? 0, paper: row?.paper ?? 0 }
}

/** Lines of the first issuer for the published register. */
export async function issuedLines(
  { db }: World,
  congress: CongressId,
  mh: string,
): Promise<readonly IssuedLine[]> {
  const rows = await db.rows<{ contest: number; voter: string; paper: boolean }>(congress, {
    text: `select contest, voter, z = $3 as paper from luoshi.issuance
      where congress = $1 and mh = $2`,
    values: [congress, mh, onPaper],
  })
  return rows.map(({ contest: c, voter: v, paper }) => (paper ? { c, paper, v } : { c, i: 0, v }))
}
