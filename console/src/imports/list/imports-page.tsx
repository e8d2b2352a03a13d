/** Documents brought in, those to review first, and the place where new ones arrive. */
import type { ImportRow } from '@luoshi/server/contract/imports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useWords } from '../../words/language.ts'
import '../imports.css'
import { importsQuery } from '../imports-query.ts'
import { ArrivalLines } from './arrival-lines.tsx'
import { DropPlace } from './drop-place.tsx'
import { ImportList } from './import-list.tsx'
import { nothingPasted, type Pasted } from './pasted.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { useArrivals } from './use-arrivals.ts'
import { useRoomDrop } from './use-room-drop.ts'

export function ImportsPage() {
  const { imports: words, columns } = useWords()
  const { data, error, refetch } = useQuery(importsQuery)
  const arrivals = useArrivals()
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const { bring } = arrivals
  const onText = useCallback((found: Pasted) => setPasted(found), [])
  const isOver = useRoomDrop({ onFiles: bring, onText })
  return (
    <div className="imports">
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={<Link to="/own-layouts">{columns.layouts}</Link>}
      />
      <DropPlace isOver={isOver} onFiles={bring} onPaste={() => setPasted(nothingPasted)} />
      <ArrivalLines arrivals={arrivals} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && <Lists rows={data} />}
      {pasted !== null && <PasteDialog first={pasted} onClose={() => setPasted(null)} />}
    </div>
  )
}

function Lists({ rows }: Readonly<{ rows: readonly ImportRow[] }>) {
  const { imports: words } = useWords()
  const drafts = rows.filter(({ status }) => status === 'draft')
  const confirmed = rows.filter(({ status }) => status === 'confirmed')
  if (rows.length === 0) return <FirstImport />
  return (
    <>
      {drafts.length > 0 && (
        <ImportList title={words.waiting} lead={words.waitingLead} rows={drafts} />
      )}
      {confirmed.length > 0 && <ImportList title={words.confirmed} rows={confirmed} />}
    </>
  )
}

function FirstImport() {
  const { imports: words } = useWords()
  return (
    <section className="card first-import" aria-label={words.empty}>
      <h2>{words.empty}</h2>
      <ol>
        {words.emptySteps.map((step, at) => (
          <li key={step}>
            <span className="first-import-number" aria-hidden="true">
              {at + 1}
            </span>
            {step}
          </li>
        ))}
      </ol>
    </section>
  )
}
