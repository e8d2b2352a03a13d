/**
 * The roll of a ballot cast here: who was there and takes part, under the name the published register will have, and the
 * account he signs in with, if he has one.
 */
import type { HeldBallot } from '@luoshi/domain/ballots/ballot'
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import { idOf } from '@luoshi/domain/kernel/ids'
import type { World } from '../../execute/context.ts'

export type CastVoter = Readonly<{ voter: string; account: AccountId | null }>

export async function castRoll(
  { db }: World,
  congress: CongressId,
  { roll = [] }: HeldBallot,
): Promise<readonly CastVoter[]> {
  const here = roll.filter(({ standing, isRecused }) => standing === 'present' && !isRecused)
  const persons = here.flatMap(({ person }) => (person === undefined ? [] : [person]))
  const rows = await db.rows<{ id: string; account: string | null }>(congress, {
    text: `select id, doc ->> 'account' as account from luoshi.record_view
      where congress = $1 and kind = 'person' and to_seq is null and id = any($2)`,
    values: [congress, persons],
  })
  const accounts = new Map<string, string | null>(rows.map(({ id, account }) => [id, account]))
  const times = new Map<string, number>()
  return here.map(({ name, person }) => {
    const nth = (times.get(name) ?? 0) + 1
    times.set(name, nth)
    const account = person === undefined ? null : (accounts.get(person) ?? null)
    // Two of one name are told apart: the register names each once.
    const voter = `${name.slice(0, 180)}${nth > 1 ? `（${nth}）` : ''}`
    return { voter, account: account === null ? null : idOf('account', account) }
  })
}

/** Kept under the manifest's hash: what a freeze that failed left behind belongs to no ballot. */
export async function keepRoll(
  { db }: World,
  congress: CongressId,
  mh: string,
  voters: readonly CastVoter[],
): Promise<void> {
  await db.rows(congress, {
    text: `insert into luoshi.cast_voter (congress, mh, voter, place, account)
      select $1, $2, v.voter, v.place, v.account
      from unnest($3::text[], $4::int[], $5::text[]) as v (voter, place, account)
      on conflict do nothing`,
    values: [
      congress,
      mh,
      voters.map(({ voter }) => voter),
      voters.map((_, at) => at),
      voters.map(({ account }) => account),
    ],
  })
}
