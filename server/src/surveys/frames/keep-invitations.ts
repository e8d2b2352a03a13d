/** Codes as they are kept: by their hash, in an order of chance, so that no table says which code went to which line. */
import { createHash, randomBytes } from 'node:crypto'
import type { CongressId, Id } from '@luoshi/domain/kernel/ids'
import type { KnownFrame } from '@luoshi/domain/surveys/frame'
import type { Statement } from '../../execute/congress-db.ts'

/** Hash of an invitation code, as it is kept and as whoever comes with a code is looked up. */
export function hashOfInvitation(survey: Id<'survey'>, code: string): string {
  return createHash('sha256').update(`luoshi invitation ${survey} ${code}`).digest('hex')
}

export type MadeCode = Readonly<{ stratum: string; code: string }>

/** From then on they open the door. */
export function keepingInvitations(
  congress: CongressId,
  { survey, population }: Pick<KnownFrame, 'survey' | 'population'>,
  channel: string,
  made: readonly MadeCode[],
): Statement {
  const kept = made.map(({ stratum, code }) => ({ stratum, hash: hashOfInvitation(survey, code) }))
  return {
    text: `insert into luoshi.survey_invitation
        (congress, survey, code_hash, population, stratum, channel)
      select $1, $2, hash, $4, stratum, $5
      from jsonb_to_recordset($3::jsonb) as code (hash text, stratum text)`,
    values: [congress, survey, JSON.stringify(mixed(kept)), population, channel],
  }
}

/** In an order of chance. */
export function mixed<One>(all: readonly One[]): readonly One[] {
  return all
    .map((one) => ({ one, at: randomBytes(8).toString('hex') }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ one }) => one)
}
