/** Documents that were read but whose opinions are not on record yet. */
import type { Desk } from '@luoshi/server/contract/desk'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import { importPath } from '../shell/rooms.ts'
import { momentText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'

export function DeskImports({ imports }: Readonly<{ imports: Desk['imports'] }>) {
  const { desk } = useWords()
  const language = useLanguage()
  const { today } = useSession()
  if (imports.length === 0) return null
  return (
    <section className="card" aria-label={desk.imports}>
      <div className="card-head">
        <h2>
          {desk.imports}
          <small>{desk.importsLead}</small>
        </h2>
      </div>
      <ul>
        {imports.map((one) => (
          <li key={one.id}>
            <Link to={importPath(one.id)} className="matter-line">
              <span className="matter-line-title">{one.fileName}</span>
              <span className="quiet number">{momentText(one.at, today, language)}</span>
              <span className="matter-line-go">{desk.openImport} →</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
