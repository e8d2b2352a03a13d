/** The free texts of a survey as the clerk works through them: grouped, masked, with a hint where one may be an accusation. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { maskPersonal } from '@luoshi/domain/surveys/texts/mask-personal'
import { nearDuplicates } from '@luoshi/domain/surveys/texts/near-duplicates'
import { suspectWords } from '@luoshi/domain/surveys/texts/suspect-words'
import type { SurveyTexts } from '../../contract/survey-texts.ts'
import type { Outcome, World } from '../../execute/context.ts'
import { forbidden, notFound } from '../../execute/refused.ts'
import type { Principal } from '../../identity/principal.ts'
import { readVoices } from '../../voices/read-voices.ts'
import { surveyNotClosed } from '../results/read-results.ts'
import { surveyKind } from '../survey-kind.ts'

export async function readTexts(
  world: World,
  by: Principal,
  survey: Id<'survey'>,
): Outcome<SurveyTexts> {
  if (!may(by, 'ReadVoices', null)) return forbidden()
  const { state } = await surveyKind.load(world.db, by.congress, survey)
  if (state.status === 'none') return notFound()
  if (state.status !== 'closed' && state.status !== 'published') return surveyNotClosed()
  const found = await readVoices(world, by, { survey, appraisal: state.appraisal })
  if (!found.ok) return found
  const questions = await questionsOf(world, by, survey)
  const rows = found.value.toSorted((a, b) => a.number - b.number)
  const groups = nearDuplicates(rows.map(({ text, number }) => text ?? `${number}`))
  return accept({
    isOpened: rows.length > 0,
    mayOpen: may(by, 'OpenSurveyTexts', null),
    rows: rows.map(({ id, version, number, status, text, matter, reply }, at) => {
      const masked = maskPersonal(text ?? '')
      return {
        id,
        version,
        number,
        status,
        question: questions.get(id) ?? null,
        text: text === null ? null : masked.text,
        masked: masked.found,
        suspect: suspectWords(text ?? ''),
        group: rows[groups[at] ?? at]?.number ?? number,
        matter,
        reply,
      }
    }),
  })
}

async function questionsOf(
  { db }: World,
  by: Principal,
  survey: Id<'survey'>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ id: string; question: string }>(by.congress, {
    text: `select id, doc ->> 'question' as question from luoshi.record_view
      where congress = $1 and kind = 'voice' and doc ->> 'call' = $2 and to_seq is null`,
    values: [by.congress, survey],
  })
  return new Map(rows.map(({ id, question }) => [id, question]))
}
