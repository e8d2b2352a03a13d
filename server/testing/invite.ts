/** Codes for people of one stratum, without a list to draw them from. */
import type { CongressDb } from '../src/execute/congress-db.ts'
import { hashOfInvitation } from '../src/surveys/frames/keep-invitations.ts'
import type { SurveyPlace } from '../src/surveys/intake/trays.ts'
import { newReceiptCode } from '../src/voices/receipt-code.ts'

export async function invite(
  db: CongressDb,
  { congress, survey }: SurveyPlace,
  stratum: string,
  people: number,
): Promise<readonly string[]> {
  const codes = Array.from({ length: people }, newReceiptCode)
  const hashes = codes.map((code) => hashOfInvitation(survey, code)).toSorted()
  await db.rows(congress, {
    text: `insert into luoshi.survey_invitation (congress, survey, code_hash, population, stratum, channel)
      select $1, $2, x.hash, 'users', $4, 'letters' from unnest($3::text[]) x (hash)`,
    values: [congress, survey, hashes, stratum],
  })
  return codes
}
