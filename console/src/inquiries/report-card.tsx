/** Where the report stands, and how it begins: assembled from the records under headings that may be edited. */
import { otherHeading } from '@luoshi/domain/inquiries/assemble-report'
import type { Heading } from '@luoshi/domain/inquiries/report'
import { assembleReport, type ReportRow } from '@luoshi/server/contract/inquiry-report'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'
import { inquiryChanges, reportQuery } from './inquiry-query.ts'
import { Line } from './record-dialog.tsx'

export function ReportCard({ appraisal }: AppraisalTabProps) {
  const { report: words } = useWords().inquiries
  const may = useMay()
  const [isAssembling, setAssembling] = useState(false)
  const { data, error, refetch } = useQuery(reportQuery(appraisal.id))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const { row, headings } = data
  const mayDraft = may('DraftInquiryReport') && appraisal.status === 'running'
  const isOpen = row === null || row.report.status !== 'submitted'
  return (
    <section className="card" aria-label={words.title}>
      <div className="card-head">
        <h2>{words.title}</h2>
        {row && mayDraft && isOpen && (
          <Button onClick={() => setAssembling(true)}>{words.again}</Button>
        )}
      </div>
      {row ? (
        <Standing appraisal={appraisal} row={row} />
      ) : (
        <EmptyNote
          title={words.none}
          action={
            mayDraft && (
              <Button type="primary" onClick={() => setAssembling(true)}>
                {words.assemble}
              </Button>
            )
          }
        >
          {mayDraft ? words.noneFix : words.notYet}
        </EmptyNote>
      )}
      {isAssembling && (
        <AssembleDialog
          appraisal={appraisal}
          row={row}
          headings={headings}
          onClose={() => setAssembling(false)}
        />
      )}
    </section>
  )
}

function Standing({
  appraisal,
  row: { report },
}: AppraisalTabProps & Readonly<{ row: ReportRow }>) {
  const { report: words } = useWords().inquiries
  return (
    <div className="card-body">
      <p>
        <b>{words.status[report.status]}</b> ·{' '}
        {words.signedCount(report.signatures.length, report.signatories.length)}
        {report.voided > 0 && ` · ${words.voided(report.voided)}`}
      </p>
      <Link to="/appraisals/$appraisal/inquiry-report" params={{ appraisal: appraisal.id }}>
        {words.open} →
      </Link>
    </div>
  )
}

function AssembleDialog({
  appraisal,
  row,
  headings,
  onClose,
}: AppraisalTabProps &
  Readonly<{ row: ReportRow | null; headings: readonly Heading[]; onClose: () => void }>) {
  const { report: words } = useWords().inquiries
  const own = headings.filter(({ key }) => key !== otherHeading.key)
  const [title, setTitle] = useState(row?.report.title ?? words.ready(appraisal.title))
  const [lines, setLines] = useState(own.map((one) => one.title).join('\n'))
  const wanted = withTitles(own, lines)
  return (
    <ActDialog
      title={row ? words.again : words.assemble}
      action={row ? words.again : words.assemble}
      width={640}
      changes={inquiryChanges}
      send={
        wanted.length === 0 || title.trim() === ''
          ? lackingOf([words.name, title], [words.headings, wanted])
          : () =>
              ask(assembleReport, {
                params: { appraisal: appraisal.id },
                body: { version: row?.version ?? 0, title, headings: wanted },
              })
      }
      onClose={onClose}
    >
      {row && <p className="consequence">{words.againEffect}</p>}
      <Line label={words.name} value={title} onChange={setTitle} />
      <Field label={words.headings} hint={words.headingsHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 4, maxRows: 12 }}
            value={lines}
            onChange={(event) => setLines(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  )
}

/** A heading whose words are still there keeps its key, and with it the findings put under it. */
function withTitles(known: readonly Heading[], lines: string): Heading[] {
  const titles = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const used = new Set(known.map(({ key }) => key))
  let n = 0
  return [...new Set(titles)].map((title) => {
    const same = known.find((one) => one.title === title)
    if (same) return same
    do n += 1
    while (used.has(`h${n}`))
    return { key: `h${n}`, title }
  })
}
