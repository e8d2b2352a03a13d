/**
 * One blind signature a code and contest: the same request gets the same answer, another one none. What is signed tells
 * nothing, so the register beside the code harms nobody. Source: ballot.md 3.3 no. 2–3; tests 02–08 there.
 */
import { blindSign } from '@luoshi/ballots/issuing/blind-sign'
import { toBase64url } from '@luoshi/ballots/protocol/bytes'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { CongressDb } from '../../execute/congress-db.ts'
import type { SurveyPlace } from '../intake/trays.ts'
import type { AnswerRefusalCode } from '../answering/answer-refusals.ts'
import type { KnownInvitation } from './invitations.ts'
import type { FrozenTokens } from './token-keys.ts'
import type { TokenContest, TokenManifest } from './token-manifest.ts'

export type TokenRequest = Readonly<{ c: number; z: string }>

export async function issueTokens(
  db: CongressDb,
  place: SurveyPlace,
  { manifest, keys }: FrozenTokens,
  invitation: KnownInvitation,
  requests: readonly TokenRequest[],
): Promise<Result<readonly string[], AnswerRefusalCode>> {
  const signatures: string[] = []
  for (const { c, z } of requests) {
    const [contest, key] = [manifest.contests[c], keys[c]]
    if (!contest || !key || !isFor(contest, invitation)) return refuse('answer-unreadable')
    const signed = blindSign(key, z)
    if (!signed.ok) return refuse('answer-unreadable')
    // Recorded before it is given away: what is recorded and not answered is asked for again.
    const known = await record(db, place, c, invitation.voter, z)
    if (known !== z) return refuse(known === undefined ? 'code-unknown' : 'code-used')
    signatures.push(toBase64url(signed.value))
  }
  return accept(signatures)
}

/** The numbers of the contests that a code has a token for. */
export function contestsFor(
  { contests }: TokenManifest,
  invitation: KnownInvitation,
): readonly number[] {
  return contests.flatMap((one, c) => (isFor(one, invitation) ? [c] : []))
}

function isFor(contest: TokenContest, { population, stratum }: KnownInvitation): boolean {
  if (contest.population !== population) return false
  return contest.kind === 'text' || contest.stratum === stratum
}

/** What stands in the register: this request, or the one that was quicker; nothing when the code was made void meanwhile. */
async function record(
  db: CongressDb,
  { congress, survey }: SurveyPlace,
  contest: number,
  voter: string,
  z: string,
): Promise<string | undefined> {
  await db.rows(congress, {
    text: `insert into luoshi.survey_issuance (congress, survey, contest, voter, z)
      select congress, survey, $3, code_hash, $5 from luoshi.survey_invitation
        where congress = $1 and survey = $2 and code_hash = $4
        for key share
      on conflict do nothing`,
    values: [congress, survey, contest, voter, z],
  })
  const [row] = await db.rows<{ z: string }>(congress, {
    text: `select z from luoshi.survey_issuance
      where congress = $1 and survey = $2 and contest = $3 and voter = $4`,
    values: [congress, survey, contest, voter],
  })
  return row?.z
}
