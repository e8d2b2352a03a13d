/** What came of each matter: those refused first, each with its reason and the way out. */
import type { AnswerOf } from '@luoshi/server/contract/kit'
import type { bulkMatters } from '@luoshi/server/contract/matters'
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { StatusTag } from '../../ui/status-tag.tsx'
import { useLanguage, useWords } from '../../words/language.ts'

export type BulkAnswer = AnswerOf<typeof bulkMatters>

export function BulkResults({
  answer,
  rows,
}: Readonly<{ answer: BulkAnswer; rows: readonly MatterRow[] }>) {
  const { matters } = useWords()
  const language = useLanguage()
  const rowOf = (id: string) => rows.find((row) => row.id === id)
  return (
    <div className="bulk-effects" aria-live="polite">
      {answer.refused.length > 0 && (
        <>
          <h2 className="bulk-refused">{matters.bulk.refused(answer.refused.length)}</h2>
          <ul className="effect-list">
            {answer.refused.map(({ id, problem }) => (
              <li key={id}>
                <span className="effect-number number">
                  {matters.numberSign(rowOf(id)?.number ?? 0)}
                </span>
                <span className="effect-title">
                  {rowOf(id)?.title}
                  <span className="effect-why">
                    {problem[language].what}
                    {problem[language].fix}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{matters.bulk.done(answer.done.length)}</h2>
      <ul className="effect-list">
        {answer.done.map(({ id, status }) => (
          <li key={id}>
            <span className="effect-number number">
              {matters.numberSign(rowOf(id)?.number ?? 0)}
            </span>
            <span className="effect-title">{rowOf(id)?.title}</span>
            <StatusTag status={status} />
          </li>
        ))}
      </ul>
    </div>
  )
}
