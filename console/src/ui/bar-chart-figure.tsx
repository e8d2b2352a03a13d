/** Counts as a picture, the same as on paper; what it says is read out instead of it. */
import { barChartDrawing, barChartWords, type BarChart } from '@luoshi/domain/drawings/bar-chart'
import { drawingSvg } from '@luoshi/domain/drawings/drawing-svg'
import { useNarrowScreen } from './use-narrow-screen.ts'
import './bar-chart-figure.css'

const family = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif'

/** In points: so that its words are as large as those around it, on a page and on a phone. */
const widths = { wide: 500, narrow: 260 } as const

export function BarChartFigure({ title, chart }: Readonly<{ title: string; chart: BarChart }>) {
  const isNarrow = useNarrowScreen()
  const width = isNarrow ? widths.narrow : widths.wide
  const svg = drawingSvg(barChartDrawing(chart, width), family)
  return (
    <figure className="bar-chart">
      <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={barChartWords(chart)} />
      <figcaption>{title}</figcaption>
    </figure>
  )
}
