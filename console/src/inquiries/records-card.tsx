/** What the team has put on record, newest first, each with its findings. */
import { findingLabels, type Finding } from '@luoshi/domain/inquiries/inquiry'
import { methodRules } from '@luoshi/domain/inquiries/methods'
import type { Heading } from '@luoshi/domain/inquiries/report'
import type { InquiryRow, PlanRow } from '@luoshi/server/contract/inquiries'
import { eraseSource } from '@luoshi/server/contract/sealed'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import { EvidenceChips } from '../matters/matter-page/evidence/evidence-chips.tsx'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { nowOf } from '../ui/now-of.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { MatterLink } from '../ui/matter-link.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { EraseSealed } from './erase-sealed.tsx'
import { FindingDialog, WithdrawDialog } from './finding-dialog.tsx'
import { NoteAccusation } from './note-accusation.tsx'
import { RatingsTable } from './ratings-table.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { SourceDialog } from './source-dialog.tsx'

type Doing =
  | Readonly<{ what: 'add' | 'accusation' }>
  | Readonly<{ what: 'edit' | 'finding' | 'source' | 'eraseSource'; row: InquiryRow }>
  | Readonly<{ what: 'withdraw'; row: InquiryRow; finding: Finding }>

type Props = AppraisalTabProps &
  Readonly<{ rows: readonly InquiryRow[]; headings: readonly Heading[]; plan: PlanRow | null }>

export function RecordsCard({ appraisal, rows, headings, plan }: Props) {
  const { records: words, accusations } = useWords().inquiries
  const may = useMay()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const isRunning = appraisal.status === 'running'
  const mayRecord = may('RecordInquiry') && isRunning
  const add = (
    <Button type="primary" onClick={() => setDoing({ what: 'add' })}>
      {words.add}
    </Button>
  )
  return (
    <section className="card" aria-label={words.title}>
      <div className="card-head">
        <h2>
          {words.title}
          <small className="number">{rows.length}</small>
        </h2>
        <span className="card-actions">
          {mayRecord && rows.length > 0 && add}
          {may('NoteAccusation') && isRunning && (
            <Button onClick={() => setDoing({ what: 'accusation' })}>{accusations.note}</Button>
          )}
        </span>
      </div>
      {rows.length === 0 && (
        <EmptyNote title={words.none} action={mayRecord && add}>
          {words.noneFix}
        </EmptyNote>
      )}
      {rows.map((row) => (
        <RecordItem
          key={row.id}
          row={row}
          headings={headings}
          mayRecord={mayRecord}
          onDo={setDoing}
        />
      ))}
      {(doing?.what === 'add' || doing?.what === 'edit') && (
        <RecordDialog
          appraisal={appraisal.id}
          row={'row' in doing ? nowOf(rows, doing.row) : null}
          plan={plan}
          onClose={close}
        />
      )}
      {doing?.what === 'finding' && (
        <FindingDialog
          appraisal={appraisal}
          row={nowOf(rows, doing.row)}
          headings={headings}
          onClose={close}
        />
      )}
      {doing?.what === 'withdraw' && (
        <WithdrawDialog row={nowOf(rows, doing.row)} finding={doing.finding} onClose={close} />
      )}
      {doing?.what === 'source' && <SourceDialog row={doing.row} onClose={close} />}
      {doing?.what === 'eraseSource' && (
        <EraseSealed
          what="source"
          changes={['inquiry']}
          send={async (told) => {
            const params = { inquiry: doing.row.id }
            return (await ask(eraseSource, { params, body: told })).erased
          }}
          onClose={close}
        />
      )}
      {doing?.what === 'accusation' && <NoteAccusation appraisal={appraisal.id} onClose={close} />}
    </section>
  )
}

type ItemProps = Readonly<{
  row: InquiryRow
  headings: readonly Heading[]
  mayRecord: boolean
  onDo: (doing: Doing) => void
}>

function RecordItem({ row, headings, mayRecord, onDo }: ItemProps) {
  const { records: words, findings, accusations } = useWords().inquiries
  const { today } = useSession()
  const language = useLanguage()
  const say = useSay()
  const may = useMay()
  const { inquiry, number, faults } = row
  const { method, on, place, tookPart, whom, isProtected, found, ratings, evidence } = inquiry
  return (
    <article className="record" aria-label={words.number(number)}>
      <header className="record-head">
        <h3>
          {words.number(number)} · {say(methodRules[method])}
        </h3>
        <span className="quiet">{dayText(on, today, language)}</span>
        {place !== '' && <span>{place}</span>}
        <span className="quiet">{tookPart}</span>
        {whom !== '' && <span>{whom}</span>}
        {isProtected && (
          <span className="sealed">
            {words.protectedLabel}
            {may('ReadSource') && (
              <Button type="link" size="small" onClick={() => onDo({ what: 'source', row })}>
                {words.readSource}
              </Button>
            )}
            {may('EraseSealed') && (
              <Button type="link" size="small" onClick={() => onDo({ what: 'eraseSource', row })}>
                {accusations.eraseIt}
              </Button>
            )}
          </span>
        )}
      </header>
      <p className="as-written">{found}</p>
      {ratings && <RatingsTable ratings={ratings} faults={faults} />}
      <EvidenceChips files={evidence} />
      {inquiry.findings.length > 0 && (
        <ul className="findings">
          {inquiry.findings.map((finding) => (
            <FindingItem
              key={finding.finding}
              finding={finding}
              row={row}
              headings={headings}
              onWithdraw={mayRecord ? () => onDo({ what: 'withdraw', row, finding }) : null}
            />
          ))}
        </ul>
      )}
      {mayRecord && (
        <span className="card-actions">
          <Button size="small" type="primary" ghost onClick={() => onDo({ what: 'finding', row })}>
            {findings.add}
          </Button>
          <Button size="small" onClick={() => onDo({ what: 'edit', row })}>
            {words.edit}
          </Button>
        </span>
      )}
    </article>
  )
}

function FindingItem({
  finding: { kind, text, heading, carried },
  row,
  headings,
  onWithdraw,
}: Readonly<{
  finding: Finding
  row: InquiryRow
  headings: readonly Heading[]
  onWithdraw: (() => void) | null
}>) {
  const { findings: words } = useWords().inquiries
  const say = useSay()
  const matter = row.matters.find(({ id }) => id === carried?.matter)
  const under = headings.find(({ key }) => key === heading)
  return (
    <li>
      <b className={`finding-kind is-${kind}`}>{say(findingLabels[kind])}</b>
      <span className="as-written">{text}</span>
      <span className="finding-more">
        {under && <small className="quiet">{under.title}</small>}
        {matter && <MatterLink matter={matter.id}>{words.matter(matter.number)}</MatterLink>}
        {carried === null && onWithdraw && (
          <Button type="link" size="small" onClick={onWithdraw}>
            {words.withdraw}
          </Button>
        )}
      </span>
    </li>
  )
}
