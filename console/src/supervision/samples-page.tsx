/** Look-backs and spot checks: what is due, what was drawn, what was found, and the figures to compute it again. */
import { samplePurposes, type SamplePurpose } from '@luoshi/domain/supervision/sample'
import { listSamples, type SampleDueRow } from '@luoshi/server/contract/samples'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { MatterLink } from '../ui/matter-link.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { SampleCard } from './sample-card.tsx'
import { SealDialog } from './seal-dialog.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'
import './supervision.css'

export function SamplesPage() {
  const { samples: words } = useWords()
  const [sealing, setSealing] = useState<SamplePurpose | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['samples'],
    queryFn: () => ask(listSamples, {}),
  })
  const dueOf = (purpose: SamplePurpose) => data?.due[purpose].filter(({ isDue }) => isDue) ?? []
  return (
    <>
      <PageHead
        title={words.title}
        lead={
          <>
            {words.lead} <Link to="/supervision">{words.back}</Link>
          </>
        }
      />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data &&
        samplePurposes.map((purpose) => (
          <section key={purpose} className="card" aria-label={words.due[purpose]}>
            <div className="card-head">
              <h2>
                {words.due[purpose]}
                <small className="number">{dueOf(purpose).length}</small>
              </h2>
              {data.maySeal && dueOf(purpose).length > 0 && (
                <Button onClick={() => setSealing(purpose)}>{words.seal}</Button>
              )}
            </div>
            <DueTable purpose={purpose} rows={data.due[purpose]} />
          </section>
        ))}
      {data?.rows.map((sample) => (
        <SampleCard key={sample.id} sample={sample} />
      ))}
      {sealing && (
        <SealDialog
          purpose={sealing}
          due={dueOf(sealing).length}
          onClose={() => setSealing(null)}
        />
      )}
    </>
  )
}

function DueTable({
  purpose,
  rows,
}: Readonly<{ purpose: SamplePurpose; rows: readonly SampleDueRow[] }>) {
  const { samples: words, letters } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  if (rows.length === 0)
    return <EmptyNote title={words.noneDue[purpose]}>{words.noneDueFix[purpose]}</EmptyNote>
  return (
    <SheetScroll className="sheet-scroll samples-due">
      <table className="sheet sheet-cards">
        <thead>
          <tr>
            <th scope="col">{words.matter}</th>
            <th scope="col">{words.unit}</th>
            {purpose === 'lookBack' && <th scope="col">{words.dueOn}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 200).map((row) => (
            <tr key={row.id}>
              <td className="card-title">
                <MatterLink matter={row.id}>
                  {letters.matterNumber(row.number)} {row.title}
                </MatterLink>
              </td>
              <td data-label={words.unit}>{row.unitName}</td>
              {row.due !== null && (
                <td data-label={words.dueOn}>
                  {dayText(row.due, today, language)}
                  {!row.isDue && <small className="quiet"> {words.notDue}</small>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}
