/** Lines that were added or taken out: neither does anything by itself, and the way is told. */
import type { ComebackDetail } from '@luoshi/server/contract/comebacks'
import { Link } from '@tanstack/react-router'
import { useMay } from '../api/session.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { useComebackWords } from './comeback-words.ts'

export function OtherLines({ found }: Readonly<{ found: ComebackDetail }>) {
  const words = useComebackWords()
  const may = useMay()
  return (
    <>
      {found.removed.length > 0 && (
        <section className="card" aria-label={words.removed}>
          <div className="card-head">
            <h2>{words.removed}</h2>
          </div>
          <div className="card-body">
            <p>{words.removedHint}</p>
            <ul>
              {found.removed.map(({ matter, number, title }) => (
                <li key={matter}>
                  <MatterLink matter={matter}>{words.matter(number)}</MatterLink> {title}
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
      {found.new.length > 0 && (
        <section className="card" aria-label={words.added}>
          <div className="card-head">
            <h2>{words.added}</h2>
            {may('ImportDocument') && <Link to="/imports">{words.addedGo} →</Link>}
          </div>
          <div className="card-body">
            <p>{words.addedHint}</p>
            <ul>
              {found.new.map(({ row, cells }) => (
                <li key={row}>
                  {words.row(row)}　
                  {Object.entries(cells)
                    .map(([heading, text]) => `${heading}：${text}`)
                    .join('　')}
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
    </>
  )
}
