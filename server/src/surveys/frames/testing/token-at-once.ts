/** A code that is used at the very moment in which all codes of its list are made void: who is first is set, or left to chance. */
import { randomBytes } from 'node:crypto'
import { newContestKey } from '@luoshi/ballots/issuing/blind-sign'
import type { CongressId, Id } from '@luoshi/domain/kernel/ids'
import type { Pool } from 'pg'
import { eventually } from '../../../../../ledger/testing/eventually.ts'
import type { CongressDb } from '../../../execute/congress-db.ts'
import { issueTokens } from '../../invited/issue-tokens.ts'
import type { FrozenTokens } from '../../invited/token-keys.ts'
import { hashOfInvitation } from '../keep-invitations.ts'

export type Given = Readonly<{ stratum: string; code: string }>
type Place = Readonly<{ congress: CongressId; survey: Id<'survey'> }>

/** One that comes with a code and asks for a token of its stratum, as the answer page does. */
export function askingForTokens(db: CongressDb, place: Place, strata: readonly string[]) {
  const key = newContestKey(2048)
  const contests = strata.map((stratum) => ({
    kind: 'answer' as const,
    population: 'users',
    stratum,
    issuers: [],
  }))
  const tokens: FrozenTokens = {
    text: '',
    mh: new Uint8Array(),
    manifest: { v: 'luoshi-survey-tokens/v1', survey: place.survey, questions: '', contests },
    keys: strata.map(() => key),
  }
  return ({ stratum, code }: Given) => {
    const voter = hashOfInvitation(place.survey, code)
    const z = Buffer.concat([Buffer.from([0]), randomBytes(255)]).toString('base64url')
    const request = { c: strata.indexOf(stratum), z }
    return issueTokens(db, place, tokens, { population: 'users', stratum, voter }, [request])
  }
}

/** The one whose row is locked first, so that both wait at the same door. */
export function firstOf(survey: Id<'survey'>, given: readonly Given[]): Given {
  const [least] = given
    .map((one) => ({ one, hash: hashOfInvitation(survey, one.code) }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  if (!least) throw new Error('No codes')
  return least.one
}

/** Both wait at the door, in this order; then it opens. */
export async function inThisOrder<First, Second>(
  owner: Pool,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<readonly [First, Second]> {
  const door = await owner.connect()
  const waiting = (count: number) =>
    eventually(`${count} wait for the codes`, async () => {
      const { rows } = await owner.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database()
          and wait_event_type = 'Lock' and query like '%luoshi.survey_invitation%'`,
      )
      return rows[0]?.n === count
    })
  try {
    await door.query('begin')
    await door.query('select from luoshi.survey_invitation order by code_hash for update')
    const one = first()
    await waiting(1)
    const two = second()
    await waiting(2)
    await door.query('commit')
    return [await one, await two]
  } finally {
    door.release()
  }
}
