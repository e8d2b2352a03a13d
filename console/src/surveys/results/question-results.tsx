/** One question of one population: the picture of its groups, and beside it every option with its people and its share. */
import {
  groupWords,
  optionWords,
  questionWords,
  rateWords,
} from '@luoshi/domain/surveys/results/question-words'
import { resultSentence } from '@luoshi/domain/surveys/results/result-sentence'
import { shareWords } from '@luoshi/domain/surveys/statistics/share-words'
import type { SurveyFound } from '@luoshi/server/contract/survey-results'
import { CopyButton } from '../../ui/copy-button.tsx'
import { SheetScroll } from '../../ui/sheet-scroll.tsx'
import { useLanguage, useSay } from '../../words/language.ts'
import { inBrackets } from '../../words/marks.ts'
import { useSurveyWords } from '../survey-words.ts'
import { IntervalFigure } from './interval-figure.tsx'

export type Populated = SurveyFound['populations'][number]
type Asked = Populated['questions'][number]
type Told = Asked['groups'][number]

type Shown = Readonly<{ found: SurveyFound; population: Populated; asked: Asked }>

export function QuestionResults({ found, population, asked }: Shown) {
  const { results: words } = useSurveyWords()
  const language = useLanguage()
  const { whole } = asked
  const title = questionWords(found.form, asked.key, language)
  const isDivided = population.strata.length > 1
  const notes = [
    ...(isDivided && asked.detail === 'whole' ? [words.onlyWhole] : []),
    ...(isDivided && population.stands && !asked.isWeighted ? [words.unweighted] : []),
  ]
  return (
    <section className="question-results" aria-label={title}>
      <div className="question-results-head">
        <h3>{title}</h3>
        {whole?.rate && (
          <CopySentence found={found} population={population} asked={asked} figure={whole.rate} />
        )}
      </div>
      {!whole && <p className="quiet">{words.nothing(population.smallest)}</p>}
      {whole && (
        <>
          {notes.length > 0 && <p className="quiet">{notes.join(language === 'zh' ? '' : ' ')}</p>}
          <div className="question-results-body">
            <Picture found={found} population={population} asked={asked} whole={whole} />
            <Options found={found} population={population} asked={asked} whole={whole} />
          </div>
        </>
      )}
    </section>
  )
}

function CopySentence({
  found,
  population,
  asked,
  figure,
}: Shown & Readonly<{ figure: NonNullable<Told['rate']> }>) {
  const { results: words } = useSurveyWords()
  const language = useLanguage()
  const quoted = {
    population: population.name,
    group: '',
    question: questionWords(found.form, asked.key, language),
    counted: words.rate(rateWords(found.form, asked.key, language)),
    figure,
    from: found.from,
    until: found.closedOn,
    stands: population.stands,
    isWeighted: asked.isWeighted,
  }
  return <CopyButton text={resultSentence(quoted, language)}>{words.copy}</CopyButton>
}

type Whole = Shown & Readonly<{ whole: Told }>

/** The rate of the whole and of each group; of a choice, each of its options. */
function Picture({ found, population, asked, whole }: Whole) {
  const { results: words } = useSurveyWords()
  const language = useLanguage()
  const named = (told: Told) =>
    told === whole ? words.whole : groupWords(population, told.strata, language)
  const rates = [whole, ...asked.groups].flatMap((told) =>
    told.rate ? [{ label: named(told), ...told.rate }] : [],
  )
  const options = whole.options.map(({ option, figure }) => ({
    label: optionWords(found.form, asked.key, option, language),
    ...figure,
  }))
  const names = rateWords(found.form, asked.key, language)
  const title =
    names === '' ? words.whole : `${words.rate(names)}${inBrackets(language, words.rateHint)}`
  return <IntervalFigure title={title} rows={names === '' ? options : rates} />
}

function Options({ found, population, asked, whole }: Whole) {
  const { results: words } = useSurveyWords()
  const language = useLanguage()
  const say = useSay()
  return (
    <SheetScroll>
      <table className="sheet">
        <thead>
          <tr>
            <th>{words.group}</th>
            <th>{words.option}</th>
            <th className="end">{words.count}</th>
            <th>{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {[whole, ...asked.groups].flatMap((told) =>
            told.options.map(({ option, n, figure }, at) => (
              <tr key={`${told === whole ? '' : told.strata.join()} ${option}`}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={told.options.length}>
                    {told === whole ? words.whole : groupWords(population, told.strata, language)}
                  </th>
                )}
                <td>{optionWords(found.form, asked.key, option, language)}</td>
                <td className="end number">{n}</td>
                <td>
                  {say(shareWords(figure.share))}
                  {!figure.isEnough && <em className="thin"> {words.thin}</em>}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </SheetScroll>
  )
}
