/** What two people type from paper, until the batch is handed in: in no event, and gone afterwards. */
import type { AccountId, CongressId, Id } from '@luoshi/domain/kernel/ids'
import type { Answer } from '@luoshi/domain/surveys/answer'
import type { TypedForm } from '@luoshi/domain/surveys/paper-batch'
import * as z from 'zod/mini'
import type { CongressDb } from '../../execute/congress-db.ts'

type Of = Readonly<{ congress: CongressId; batch: Id<'surveypaper'> }>

/** `id`: under which it is handed in. */
export type KeptForm = TypedForm & Readonly<{ id: string }>

const answer = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** Sent again before the typist is done, the later entry stands. */
export async function keepTyped(
  db: CongressDb,
  { congress, batch }: Of,
  typist: AccountId,
  form: number,
  typed: Answer,
): Promise<void> {
  await db.rows(congress, {
    text: `insert into luoshi.survey_typed (congress, batch, typist, form, answers)
      values ($1, $2, $3, $4, $5)
      on conflict (congress, batch, typist, form) do update set answers = excluded.answers`,
    values: [congress, batch, typist, form, JSON.stringify(typed)],
  })
}

export async function typedBy(
  db: CongressDb,
  { congress, batch }: Of,
  typist: AccountId,
): Promise<readonly KeptForm[]> {
  const rows = await db.rows<{ form: number; answers: string; id: string }>(congress, {
    text: `select form, answers, answer_id as id from luoshi.survey_typed
      where congress = $1 and batch = $2 and typist = $3 order by form`,
    values: [congress, batch, typist],
  })
  return rows.map(({ form, answers, id }) => {
    const typed: unknown = JSON.parse(answers)
    return { form, id, answer: answer.parse(typed) }
  })
}

/** Everybody who has typed at least one form of it. */
export async function typistsOf(
  db: CongressDb,
  { congress, batch }: Of,
): Promise<readonly string[]> {
  const rows = await db.rows<{ typist: string }>(congress, {
    text: `select distinct typist from luoshi.survey_typed where congress = $1 and batch = $2`,
    values: [congress, batch],
  })
  return rows.map(({ typist }) => typist)
}

export async function dropTyped(db: CongressDb, { congress, batch }: Of): Promise<void> {
  await db.rows(congress, {
    text: 'delete from luoshi.survey_typed where congress = $1 and batch = $2',
    values: [congress, batch],
  })
}
