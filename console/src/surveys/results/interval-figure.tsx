/** Shares with their intervals as a picture; what it says is read out instead of it. */
import { drawingSvg } from '@luoshi/domain/drawings/drawing-svg'
import { intervalDrawing, type IntervalRow } from '@luoshi/domain/surveys/results/interval-chart'
import { shareWords } from '@luoshi/domain/surveys/statistics/share-words'
import { useNarrowScreen } from '../../ui/use-narrow-screen.ts'
import { useSay } from '../../words/language.ts'
import { useSurveyWords } from '../survey-words.ts'
import './interval-figure.css'

const family = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif'

export function IntervalFigure({
  title,
  rows,
}: Readonly<{ title: string; rows: readonly IntervalRow[] }>) {
  const { results: words } = useSurveyWords()
  const say = useSay()
  const isNarrow = useNarrowScreen()
  const told = { people: words.people, thin: words.thin }
  const svg = drawingSvg(intervalDrawing(rows, isNarrow ? 280 : 430, told), family)
  const said = rows.map(({ label, share, isEnough }) =>
    [label, say(shareWords(share)), isEnough ? '' : words.thin].filter(Boolean).join(' '),
  )
  return (
    <figure className="interval-figure">
      <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={said.join('；')} />
      <figcaption>{title}</figcaption>
    </figure>
  )
}
