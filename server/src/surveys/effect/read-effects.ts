/** The waves of each survey of a matter or an appraisal, question by question, and the committee's verdicts beside them. */
import { idOf, type AppraisalId, type Id, type MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { questionText } from '@luoshi/domain/surveys/questionnaire-hash'
import { questionWords, rateWords } from '@luoshi/domain/surveys/results/question-words'
import { seriesEffect } from '@luoshi/domain/surveys/effect/wave-series'
import { boundTo } from '@luoshi/domain/surveys/survey'
import type { EffectSeries, JudgedMatter } from '../../contract/effects.ts'
import type { SurveyFound } from '../../contract/survey-results.ts'
import type { Outcome, World } from '../../execute/context.ts'
import { isOpened, loadMatter } from '../../execute/load.ts'
import { forbidden } from '../../execute/refused.ts'
import type { Principal } from '../../identity/principal.ts'
import { scopeOf, type Scope } from '../../matters/viewer-scope.ts'
import { resultsOf, type ClosedSurvey } from '../results/read-results.ts'

type Which = Readonly<{ appraisal?: AppraisalId | undefined; matter?: MatterId | undefined }>

export async function readEffects(
  world: World,
  by: Principal,
  which: Which,
): Outcome<Readonly<{ series: readonly EffectSeries[]; judged: readonly JudgedMatter[] }>> {
  const scope = scopeOf(by)
  if (scope.sees === 'none') return forbidden()
  const surveys = await surveysOf(world, by, scope, which)
  const found = await Promise.all(
    surveys.map(async ({ id, first, doc }) => ({
      first,
      wave: { matters: doc.matters, again: boundTo(doc.wave) },
      results: await resultsOf(world, by, idOf('survey', id), doc),
    })),
  )
  const matters = which.matter ? [which.matter] : surveys.flatMap(({ doc }) => doc.matters)
  const judged = await Promise.all(
    [...new Set(matters)].map((matter) => judgedMatter(world, by, scope, matter)),
  )
  const firsts = [...new Set(found.map(({ first }) => first))]
  return accept({
    series: firsts.flatMap((first) =>
      seriesOf(
        idOf('survey', first),
        found
          .filter((one) => one.first === first)
          .map(({ wave, results }) => ({ ...wave, ...results }))
          .toSorted((one, other) => one.wave - other.wave),
      ),
    ),
    judged: judged.flatMap((one) => one ?? []),
  })
}

type Row = { id: string; first: string; doc: ClosedSurvey }

/** Closed ones for the committee's side, published ones for the unit they speak of; oldest first. */
function surveysOf({ db }: World, by: Principal, scope: Scope, which: Which) {
  const statuses = scope.sees === 'all' ? ['closed', 'published'] : ['published']
  return db.rows<Row>(by.congress, {
    text: `select r.id, coalesce(r.parent, r.id) as first, r.doc from luoshi.record_view r
      join luoshi.appraisal_view a
        on a.congress = r.congress and a.id = r.appraisal and a.to_seq is null
      where r.congress = $1 and r.kind = 'survey' and r.to_seq is null and r.status = any($2)
        and ($3::text is null or r.appraisal = $3) and ($4::text is null or r.doc -> 'matters' ? $4)
        and ($5::text is null or a.unit = $5)
      order by r.on_day, r.id limit 60`,
    values: [
      by.congress,
      statuses,
      which.appraisal ?? null,
      which.matter ?? null,
      scope.sees === 'unit' ? scope.unit : null,
    ],
  })
}

type WaveFound = SurveyFound &
  Readonly<{ matters: readonly MatterId[]; again: Id<'survey'> | null }>

/** Every question of every population that any of its waves asked, in the words of the first that did. */
function seriesOf(first: Id<'survey'>, waves: readonly WaveFound[]): readonly EffectSeries[] {
  const known = new Set<string>()
  return waves.flatMap((asked) =>
    asked.populations.flatMap((population) =>
      population.questions
        .filter(({ key }) => rateWords(asked.form, key, 'zh') !== '')
        .filter(({ key }) => {
          const name = `${population.population} ${key} ${textOf(asked, key)}`
          const isNew = !known.has(name)
          known.add(name)
          return isNew
        })
        .map(({ key }) => oneSeries(first, waves, { asked, population, key })),
    ),
  )
}

type Asked = Readonly<{
  asked: WaveFound
  population: SurveyFound['populations'][number]
  key: string
}>

function oneSeries(
  survey: Id<'survey'>,
  all: readonly WaveFound[],
  { asked, population: { population, kind, name }, key }: Asked,
): EffectSeries {
  // Under one code a later wave may ask something else: only the same words are compared.
  const text = textOf(asked, key)
  const waves = all.filter((one) => one.wave >= asked.wave && textOf(one, key) === text)
  const points = waves.map((one) => pointOf(all, one, population, key))
  const stands = waves.every((one) => populationIn(one, population)?.stands ?? true)
  return {
    survey,
    title: asked.title,
    population,
    kind,
    name,
    stands,
    matters: [...new Set(waves.flatMap(({ matters }) => matters))],
    question: {
      key,
      zh: questionWords(asked.form, key, 'zh'),
      en: questionWords(asked.form, key, 'en'),
    },
    counted: { zh: rateWords(asked.form, key, 'zh'), en: rateWords(asked.form, key, 'en') },
    points,
    ...seriesEffect(points, stands),
  }
}

/** Word for word; null where it is not asked. */
function textOf({ form }: SurveyFound, key: string): string | null {
  const question = form.questions.find(({ code }) => code === key.split('.')[0])
  return question ? questionText(question) : null
}

function populationIn({ populations }: SurveyFound, code: string) {
  return populations.find(({ population }) => population === code)
}

function pointOf(all: readonly WaveFound[], found: WaveFound, code: string, key: string) {
  const { id: survey, wave, stage, from, closedOn } = found
  const again = all.find(({ id }) => id === found.again)?.wave ?? null
  const question = populationIn(found, code)?.questions.find((one) => one.key === key)
  return { survey, wave, stage, again, from, closedOn, figure: question?.whole?.rate ?? null }
}

async function judgedMatter(
  { db }: World,
  by: Principal,
  scope: Scope,
  id: MatterId,
): Promise<JudgedMatter | null> {
  const [row] = await db.rows<{ number: number; title: string }>(by.congress, {
    text: `select number, title from luoshi.matter_view
      where congress = $1 and id = $2 and to_seq is null and ($3::text is null or unit = $3)`,
    values: [by.congress, id, scope.sees === 'unit' ? scope.unit : null],
  })
  const { state } = await loadMatter(db, by.congress, id)
  if (!row || !isOpened(state)) return null
  const rounds = state.rounds.flatMap(({ number, verdict }) => {
    if (!verdict) return []
    const { on, outcome, measures, timeliness, quality } = verdict
    const grades: [string, string, string] = [measures.grade, timeliness.grade, quality.grade]
    return [{ round: number, on, outcome, grades }]
  })
  return { matter: id, number: row.number, title: row.title, rounds }
}
