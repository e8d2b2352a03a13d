/** Counts as a picture, the same as on paper; what it says is read out instead of it. */
import { barChartDrawing, barChartWords, type BarChart } from '@luoshi/domain/drawings/bar-chart'
import { drawingSvg } from '@luoshi/domain/drawings/drawing-svg'
import './bar-chart-figure.css'

const family = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif'

/** In points: wide enough for a page, and small enough to be read on a phone. */
const width = 460

export function BarChartFigure({ title, chart }: Readonly<{ title: string; chart: BarChart }>) {
  const svg = drawingSvg(barChartDrawing(chart, width), family)
  return (
    <figure className="bar-chart">
      <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={barChartWords(chart)} />
      <figcaption>{title}</figcaption>
    </figure>
  )
}
