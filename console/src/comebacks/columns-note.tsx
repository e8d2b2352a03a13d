/** What became of the columns of a sheet that came back: those it no longer has, those that were not read. */
import type { ComebackDetail } from '@luoshi/server/contract/comebacks'
import { useComebackWords } from './comeback-words.ts'

export function ColumnsNote({
  columns: { missing, ignored, told },
}: Readonly<Pick<ComebackDetail, 'columns'>>) {
  const words = useComebackWords()
  if (missing.length + ignored.length === 0 && told === 'by-name') return null
  return (
    <section className="card" aria-label={words.columns}>
      <div className="card-head">
        <h2>{words.columns}</h2>
      </div>
      <div className="card-body">
        <ul>
          {missing.length > 0 && <li>{words.columnsMissing(missing.join('、'))}</li>}
          {ignored.length > 0 && <li>{words.columnsIgnored(ignored.join('、'))}</li>}
          {told === 'by-number' && <li>{words.toldByNumber}</li>}
        </ul>
      </div>
    </section>
  )
}
