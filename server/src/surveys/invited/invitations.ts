/** Who comes with a code: for which population and stratum it answers. The code's hash is all that is known of a person. */
import type { CongressDb } from '../../execute/congress-db.ts'
import { readReceiptCode } from '../../voices/receipt-code.ts'
import { hashOfInvitation } from '../frames/keep-invitations.ts'
import type { SurveyPlace } from '../intake/trays.ts'

export type KnownInvitation = Readonly<{ population: string; stratum: string; voter: string }>

/** By the code as somebody typed it. */
export async function invitationOf(
  db: CongressDb,
  { congress, survey }: SurveyPlace,
  typed: string,
): Promise<KnownInvitation | null> {
  const code = readReceiptCode(typed)
  if (code === null) return null
  const voter = hashOfInvitation(survey, code)
  const [row] = await db.rows<Omit<KnownInvitation, 'voter'>>(congress, {
    text: `select population, stratum from luoshi.survey_invitation
      where congress = $1 and survey = $2 and code_hash = $3`,
    values: [congress, survey, voter],
  })
  return row ? { ...row, voter } : null
}
