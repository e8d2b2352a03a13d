/** What became of the changes that were chosen, and of those of earlier times. */
import type { applyComeback, ComebackDetail } from '@luoshi/server/contract/comebacks'
import type { AnswerOf } from '@luoshi/server/contract/kit'
import { useSession } from '../api/session.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay } from '../words/language.ts'
import { useComebackWords } from './comeback-words.ts'

type Report = AnswerOf<typeof applyComeback>
type Counted = Readonly<{ outcome: 'applied' | 'refused'; fields: readonly string[] }>

const countOf = (cells: readonly Counted[], wanted: Counted['outcome']) =>
  cells.reduce((sum, { outcome, fields }) => sum + (outcome === wanted ? fields.length : 0), 0)

export function AppliedReport({ report }: Readonly<{ report: Report }>) {
  const words = useComebackWords()
  const say = useSay()
  const { cells, left } = report
  const steps: Readonly<Record<string, string>> = words.steps
  return (
    <section className="card comeback-report" aria-label={words.report} aria-live="polite">
      <div className="card-head">
        <h2>{words.report}</h2>
      </div>
      <div className="card-body">
        <p>
          <b>{words.reportSum(countOf(cells, 'applied'), countOf(cells, 'refused'), left)}</b>
        </p>
        <ul>
          {cells.map(({ matter, number, fields, outcome, by, words: why }) => (
            <li key={`${matter} ${fields.join()}`}>
              <MatterLink matter={matter}>{words.matter(number)}</MatterLink>　
              {outcome === 'applied'
                ? `${words.done}：${steps[by] ?? by}`
                : `${words.refused}：${why ? say({ zh: `${why.zh.what}${why.zh.fix}`, en: `${why.en.what} ${why.en.fix}` }) : by}`}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

export function EarlierReports({ applications }: Pick<ComebackDetail, 'applications'>) {
  const words = useComebackWords()
  const language = useLanguage()
  const { today } = useSession()
  if (applications.length === 0) return null
  return (
    <section className="card" aria-label={words.earlier}>
      <div className="card-head">
        <h2>{words.earlier}</h2>
      </div>
      <ul className="card-body">
        {applications.map(({ on, cells, left }, at) => (
          // They stand in their order for ever.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            {words.earlierSum(
              dayText(on, today, language),
              countOf(cells, 'applied'),
              countOf(cells, 'refused'),
              left,
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
