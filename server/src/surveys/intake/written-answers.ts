/**
 * Answers that lie in the table already, by their ids. Who asks while a question is under way is asked for with the next
 * one: of thousands of tokens a second each asks whether it was spent.
 */
import type { CongressDb } from '../../execute/congress-db.ts'
import type { SurveyPlace } from './trays.ts'

/** The text of the answer; null when none has this id, in hex. */
export type WrittenAnswers = (id: string) => Promise<string | null>

type Found = ReadonlyMap<string, string>

export function writtenAnswers(db: CongressDb, { congress, survey }: SurveyPlace): WrittenAnswers {
  let ids: string[] = []
  let next: Promise<Found> | null = null
  let underWay: Promise<unknown> = Promise.resolve()

  async function find(): Promise<Found> {
    await underWay.catch(() => undefined)
    await new Promise((begin) => setImmediate(begin))
    const asked = ids
    ids = []
    next = null
    const finding = db.rows<{ id: string; answer: string }>(congress, {
      text: `select encode(t.id, 'hex') as id, t.answer from unnest($3::text[]) x (id)
        join luoshi.survey_answer t on t.congress = $1 and t.survey = $2 and t.id = decode(x.id, 'hex')`,
      values: [congress, survey, asked],
    })
    underWay = finding
    return new Map((await finding).map(({ id, answer }) => [id, answer]))
  }

  return async (id) => {
    ids.push(id)
    next ??= find()
    return (await next).get(id) ?? null
  }
}
