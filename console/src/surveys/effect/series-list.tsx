/** Question by question, population by population: every wave as an interval, and in words what may be concluded. */
import { effectVerdictLabels } from '@luoshi/domain/surveys/statistics/effect'
import { differenceWords, effectWords } from '@luoshi/domain/surveys/statistics/share-words'
import type { EffectSeries } from '@luoshi/server/contract/effects'
import { Link } from '@tanstack/react-router'
import { useSession } from '../../api/session.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { dayText } from '../../words/day-text.ts'
import { useLanguage, useSay } from '../../words/language.ts'
import { IntervalFigure } from '../results/interval-figure.tsx'
import { byPopulation, seriesKey, type PopulationSeries } from './by-population.ts'
import { useEffectWords } from './effect-words.ts'
import './effect.css'

export function SeriesList({ series }: Readonly<{ series: readonly EffectSeries[] }>) {
  return byPopulation(series).map((group) => <Population key={group.key} group={group} />)
}

/** Whoever came stands for nobody else: there to be opened. */
function Population({ group: { name, stands, series } }: Readonly<{ group: PopulationSeries }>) {
  const words = useEffectWords()
  const list = (
    <ul className="effect-series">
      {series.map((one) => (
        <li key={seriesKey(one)}>
          <Series series={one} />
        </li>
      ))}
    </ul>
  )
  if (stands)
    return (
      <div className="effect-population">
        <h3>{name}</h3>
        {list}
      </div>
    )
  return (
    <details className="effect-population">
      <summary>
        <strong>{name}</strong> <span className="quiet">{words.openQuestions(series.length)}</span>
      </summary>
      {list}
    </details>
  )
}

function Series({ series }: Readonly<{ series: EffectSeries }>) {
  const words = useEffectWords()
  const { today } = useSession()
  const language = useLanguage()
  const say = useSay()
  const { question, name, counted, points } = series
  const last = points.at(-1)
  const rows = points.flatMap(({ stage, closedOn, figure }) =>
    figure
      ? [{ label: words.point(words.stages[stage], dayText(closedOn, today, language)), ...figure }]
      : [],
  )
  return (
    <section aria-label={`${name} ${say(question)}`}>
      <h4>{say(question)}</h4>
      {rows.length > 0 ? (
        <IntervalFigure title={words.counted(say(counted))} rows={rows} />
      ) : (
        <p className="quiet">{words.notTold}</p>
      )}
      <Conclusion series={series} />
      {series.points.length > 2 && <Steps series={series} />}
      {last && (
        <p className="quiet">
          <Link to="/surveys/$survey/results" params={{ survey: last.survey }}>
            {words.results}
          </Link>
        </p>
      )}
    </section>
  )
}

function Conclusion({
  series: { effect, relapse, points, name, question, stands },
}: Readonly<{ series: EffectSeries }>) {
  const words = useEffectWords()
  const say = useSay()
  if (!effect) return points.length === 1 ? <p className="quiet">{words.once}</p> : null
  const said = say(effectWords(effect, stands))
  return (
    <>
      <p className="effect-said">
        <strong>{say(effectVerdictLabels[effect.verdict])}</strong> {said}{' '}
        <CopyButton text={`${name} ${say(question)}：${said}`}>{words.copy}</CopyButton>
      </p>
      {relapse && <p className="effect-relapse">{words.relapse(relapse.wave)}</p>}
    </>
  )
}

/** What became of it from wave to wave: a relapse that was mended since is in it, too. */
function Steps({ series: { steps, stands } }: Readonly<{ series: EffectSeries }>) {
  const words = useEffectWords()
  const say = useSay()
  if (!stands) return null
  return (
    <ol className="effect-steps">
      {steps.map(({ from, to, effect }) => (
        <li key={to}>
          {words.step(to, from)} <strong>{say(effectVerdictLabels[effect.verdict])}</strong>{' '}
          <span className="quiet">{say(differenceWords(effect))}</span>
        </li>
      ))}
    </ol>
  )
}
