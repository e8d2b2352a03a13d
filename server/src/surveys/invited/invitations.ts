/**
 * Invitation codes: one for each person who was drawn, on a letter, in a message, on a slip. Only the hash of a code is
 * kept, with the stratum it answers for, and never with a name: whoever prints the letters holds the list.
 */
import { createHash } from 'node:crypto'
import type { CongressDb } from '../../execute/congress-db.ts'
import { newReceiptCode, readReceiptCode } from '../../voices/receipt-code.ts'
import type { SurveyPlace } from '../intake/trays.ts'

export type Invitation = Readonly<{ population: string; stratum: string; channel: string }>

/** Gives a code for each, once: they are not kept. In the order asked for. */
export async function invite(
  db: CongressDb,
  { congress, survey }: SurveyPlace,
  invited: readonly Invitation[],
): Promise<readonly string[]> {
  const codes = invited.map(() => newReceiptCode())
  const rows = invited
    .map((one, at) => ({ ...one, code: voterOf(codes[at] ?? '') }))
    // Sorted by chance, so that the order of the list is not in the table.
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
  await db.rows(congress, {
    text: `insert into luoshi.survey_invitation (congress, survey, code, population, stratum, channel)
      select $1, $2, decode(x.code, 'hex'), x.population, x.stratum, x.channel
      from unnest($3::text[], $4::text[], $5::text[], $6::text[]) x (code, population, stratum, channel)`,
    values: [
      congress,
      survey,
      rows.map(({ code }) => code),
      rows.map(({ population }) => population),
      rows.map(({ stratum }) => stratum),
      rows.map(({ channel }) => channel),
    ],
  })
  return codes
}

export type KnownInvitation = Invitation & Readonly<{ voter: string }>

/** By the code as somebody typed it. */
export async function invitationOf(
  db: CongressDb,
  { congress, survey }: SurveyPlace,
  typed: string,
): Promise<KnownInvitation | null> {
  const code = readReceiptCode(typed)
  if (code === null) return null
  const voter = voterOf(code)
  const [row] = await db.rows<Invitation>(congress, {
    text: `select population, stratum, channel from luoshi.survey_invitation
      where congress = $1 and survey = $2 and code = decode($3, 'hex')`,
    values: [congress, survey, voter],
  })
  return row ? { ...row, voter } : null
}

function voterOf(code: string): string {
  return createHash('sha256').update(`luoshi survey invitation ${code}`).digest('hex')
}
