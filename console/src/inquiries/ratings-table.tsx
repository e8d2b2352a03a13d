/** The summary of a rating as it was counted, with shares, and what does not add up. */
import { ratingShare, type RatingFault, type Ratings } from '@luoshi/domain/inquiries/ratings'
import { useWords } from '../words/language.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

export function RatingsTable({
  ratings: { enrolled, took, grades, rows },
  faults,
}: Readonly<{ ratings: Ratings; faults: readonly RatingFault[] }>) {
  const { ratings: words } = useWords().inquiries
  return (
    <>
      <SheetScroll>
        <table className="sheet ratings">
          <caption className="quiet">
            {words.enrolled} {enrolled}，{words.took} {took}
            {enrolled > 0 && `，${words.share(ratingShare(took, enrolled) ?? '')}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              {grades.map((grade) => (
                <th key={grade} scope="col" className="end">
                  {grade}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ item, counts }) => (
              <tr key={item}>
                <th scope="row">{item}</th>
                {counts.map((count, at) => (
                  <td key={grades[at]} className="end number">
                    {count} <small className="quiet">{ratingShare(count, took)}</small>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
      <RatingFaults faults={faults} />
    </>
  )
}

export function RatingFaults({ faults }: Readonly<{ faults: readonly RatingFault[] }>) {
  const { ratings: words } = useWords().inquiries
  if (faults.length === 0) return null
  return (
    <ul className="due-amber rating-faults" aria-live="polite">
      {faults.map((fault) =>
        fault.code === 'more-than-enrolled' ? (
          <li key={fault.code}>{words.moreThanEnrolled(fault.took, fault.enrolled)}</li>
        ) : (
          <li key={fault.item}>{words.rowOff(fault.item, fault.given, fault.took)}</li>
        ),
      )}
    </ul>
  )
}
