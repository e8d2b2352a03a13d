/** What the ballots came to, contest by contest: cast here, on paper, together. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { SheetScroll } from '../../ui/sheet-scroll.tsx'
import { useSay } from '../../words/language.ts'
import { DownloadPaper } from '../../papers/download-paper.tsx'
import { useHallWords } from './hall-words.ts'

export function CastResult({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const say = useSay()
  const { id, result, contests, paper, status } = ballot
  if (!result) return null
  const marks = contests[0]?.marks ?? []
  return (
    <section aria-label={words.result}>
      <h3>{words.result}</h3>
      <SheetScroll className="ballot-scroll">
        <table className="sheet ballot-result">
          <thead>
            <tr>
              <th scope="col">{words.contest}</th>
              {marks.map((mark) => (
                <th key={mark.field} scope="col">
                  {say(mark)}
                </th>
              ))}
              <th scope="col">{words.blank}</th>
              <th scope="col">{words.spoiled}</th>
              <th scope="col">{words.cast}</th>
            </tr>
          </thead>
          <tbody>
            {contests.map(({ title }, at) => {
              const total = result.total[at]
              return (
                <tr key={title}>
                  <th scope="row">
                    {title}
                    {paper.isNeeded && (
                      <small className="quiet">
                        {' '}
                        {words.ofWhich(
                          result.electronic[at]?.cast ?? 0,
                          result.paper[at]?.cast ?? 0,
                        )}
                      </small>
                    )}
                  </th>
                  {marks.map((mark, place) => (
                    <td key={mark.field} className="number" data-label={say(mark)}>
                      {total?.counts[place] ?? 0}
                    </td>
                  ))}
                  <td className="number" data-label={words.blank}>
                    {total?.blank ?? 0}
                  </td>
                  <td className="number" data-label={words.spoiled}>
                    {total?.invalid ?? 0}
                  </td>
                  <td className="number" data-label={words.cast}>
                    {total?.cast ?? 0}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </SheetScroll>
      {(status === 'counted' || status === 'announced') && (
        <div className="hall-acts no-print">
          {words.record}
          <DownloadPaper kind="ballot-record" record={id} />
        </div>
      )}
    </section>
  )
}
