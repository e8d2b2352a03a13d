/** The rows of sampling frames: who is on a list, kept apart from everything that answers. */
import { createHash, randomBytes } from 'node:crypto'
import type { CongressId, Id } from '@luoshi/domain/kernel/ids'
import type { CongressDb } from '../../execute/congress-db.ts'
import type { FramePerson } from './read-frame-sheet.ts'

export type FrameLine = FramePerson & Readonly<{ place: number; fingerprint: string }>

/** A salt for each line, so that trying names against the published list finds nobody. */
export function frameLinesOf(people: readonly FramePerson[]): readonly FrameLine[] {
  return people.map((person, at) => {
    const salt = randomBytes(16).toString('hex')
    const said = `${salt} ${person.name} ${person.contact}`
    return {
      ...person,
      place: at + 1,
      fingerprint: createHash('sha256').update(said).digest('hex'),
    }
  })
}

/** One line of the published list. */
export function publishedLine({ stratum, fingerprint }: FrameLine): string {
  return `${stratum} ${fingerprint}`
}

/** As `listHash` of the rules, for lists too long to be hashed in a browser's way. */
export function hashOfLines(lines: readonly FrameLine[]): string {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(`${line.place} ${publishedLine(line)}\n`)
  return hash.digest('hex')
}

export async function keepFrame(
  db: CongressDb,
  congress: CongressId,
  frame: Id<'surveyframe'>,
  lines: readonly FrameLine[],
): Promise<void> {
  await db.rows(congress, {
    text: `insert into luoshi.survey_frame (congress, frame, place, stratum, fingerprint, name, contact)
      select $1, $2, place, stratum, fingerprint, name, contact
      from jsonb_to_recordset($3::jsonb)
        as line (place integer, stratum text, fingerprint text, name text, contact text)`,
    values: [congress, frame, JSON.stringify(lines)],
  })
}

export async function dropFrame(
  db: CongressDb,
  congress: CongressId,
  frame: Id<'surveyframe'>,
): Promise<void> {
  await db.rows(congress, {
    text: 'delete from luoshi.survey_frame where congress = $1 and frame = $2',
    values: [congress, frame],
  })
}

export async function eraseNames(
  db: CongressDb,
  congress: CongressId,
  frame: Id<'surveyframe'>,
): Promise<void> {
  await db.rows(congress, {
    text: `update luoshi.survey_frame set name = '', contact = '' where congress = $1 and frame = $2`,
    values: [congress, frame],
  })
}

export async function readFrameLines(
  db: CongressDb,
  congress: CongressId,
  frame: Id<'surveyframe'>,
): Promise<readonly FrameLine[]> {
  return db.rows<FrameLine>(congress, {
    text: `select place, stratum, fingerprint, name, contact from luoshi.survey_frame
      where congress = $1 and frame = $2 order by place`,
    values: [congress, frame],
  })
}
