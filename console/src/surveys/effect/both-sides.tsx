/**
 * Matter by matter, what the committee judged and what the people say, side by side: neither stands in place of the other,
 * and where they differ it is said. Source: seed map S21.
 */
import {
  isApart,
  peopleSay,
  peopleSayWords,
  standingOf,
  type PeopleSay,
} from '@luoshi/domain/surveys/effect/people-say'
import { effectVerdictLabels, type EffectVerdict } from '@luoshi/domain/surveys/statistics/effect'
import type { EffectSeries, JudgedMatter } from '@luoshi/server/contract/effects'
import { useSession } from '../../api/session.ts'
import { MatterLink } from '../../ui/matter-link.tsx'
import { dayText } from '../../words/day-text.ts'
import { useLanguage, useSay } from '../../words/language.ts'
import { byPopulation, seriesKey, type PopulationSeries } from './by-population.ts'
import { useEffectWords } from './effect-words.ts'

type Sides = Readonly<{
  judged: readonly JudgedMatter[]
  series: readonly EffectSeries[]
}>

export function BothSides({ judged, series }: Sides) {
  const words = useEffectWords()
  return (
    <ul className="effect-both">
      {judged.map((matter) => {
        const own = series.filter((one) => one.matters.includes(matter.matter))
        const isSatisfied = matter.rounds.at(-1)?.outcome === 'satisfied'
        return (
          <li key={matter.matter}>
            <h3>
              <MatterLink
                matter={matter.matter}
              >{`${words.matter(matter.number)} ${matter.title}`}</MatterLink>
            </h3>
            <div className="effect-sides">
              <Committee matter={matter} />
              <People series={own} />
            </div>
            {isSatisfied && <Together said={saidBy(own)} />}
          </li>
        )
      })}
    </ul>
  )
}

/** Of those who stand for the people; whoever came by himself is in no count. */
function saidBy(series: readonly EffectSeries[]): PeopleSay {
  return peopleSay(
    series
      .filter(({ stands }) => stands)
      .map(({ effect, relapse }) => ({
        verdict: effect?.verdict ?? null,
        hasRelapsed: relapse !== null,
      })),
  )
}

/** Where the committee was satisfied: how far the people agree, with how many questions it rests on. */
function Together({ said }: Readonly<{ said: PeopleSay }>) {
  const words = useEffectWords()
  const say = useSay()
  const standing = standingOf(said)
  if (standing === 'not-compared') return null
  return (
    <p className={isApart(said) ? 'effect-relapse' : 'quiet'}>
      {words.together(say(peopleSayWords(said)), words.standings[standing])}
    </p>
  )
}

function Committee({ matter: { rounds } }: Readonly<{ matter: JudgedMatter }>) {
  const words = useEffectWords()
  const { today } = useSession()
  const language = useLanguage()
  return (
    <section aria-label={words.committee}>
      <h4>{words.committee}</h4>
      {rounds.length === 0 && <p className="quiet">{words.notJudged}</p>}
      {rounds.map(({ round, on, outcome, grades }) => (
        <p key={round}>
          {words.round(round, dayText(on, today, language))}{' '}
          <strong>{words.outcomes[outcome]}</strong>{' '}
          <span className="quiet">{words.grades(...grades)}</span>
        </p>
      ))}
    </section>
  )
}

function People({ series }: Readonly<{ series: readonly EffectSeries[] }>) {
  const words = useEffectWords()
  return (
    <section aria-label={words.people}>
      <h4>{words.people}</h4>
      {series.length === 0 && <p className="quiet">{words.notAsked}</p>}
      {byPopulation(series).map((group) => (
        <PopulationSays key={group.key} group={group} />
      ))}
    </section>
  )
}

/** What may be concluded, question by question; of whoever came nothing may be, and that is one line. */
function PopulationSays({
  group: { name, stands, series },
}: Readonly<{ group: PopulationSeries }>) {
  const words = useEffectWords()
  const say = useSay()
  const verdicts = [...new Set(series.map(verdictOf))]
  if (!stands)
    return (
      <p>
        {name} <span className="quiet">{words.open}</span>
      </p>
    )
  return (
    <>
      <p>{name}</p>
      <ul className="effect-verdicts">
        {verdicts.map((verdict) => {
          const own = series.filter((one) => verdictOf(one) === verdict)
          return (
            <li key={verdict ?? ''}>
              <strong>{verdict ? say(effectVerdictLabels[verdict]) : words.waiting}</strong>{' '}
              {own.map((one, at) => (
                <span key={seriesKey(one)}>
                  {at > 0 && words.and}
                  {say(one.question)}
                  {one.relapse && <em>{words.fellBack}</em>}
                </span>
              ))}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function verdictOf({ effect }: EffectSeries): EffectVerdict | null {
  return effect?.verdict ?? null
}
