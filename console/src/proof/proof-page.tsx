/** Where the ledger proves itself: the latest signed checkpoint, the proof as a file, how anybody checks it offline. */
import { hrefOf } from '@luoshi/server/contract/kit'
import { getCheckpoint, getProof } from '@luoshi/server/contract/proofs'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMay } from '../api/session.ts'
import { isProven } from '../api/server.ts'
import { askText } from '../api/text.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import './proof.css'
import { readCheckpoint } from './read-checkpoint.ts'

export function ProofPage() {
  const { proof: words } = useWords()
  const may = useMay()
  return (
    <div className="proof">
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          may('ExportProof') && (
            <Button
              type="primary"
              href={hrefOf(getProof)}
              onClick={(event) => {
                event.preventDefault()
                void isProven().then((ok) => ok && window.location.assign(hrefOf(getProof)))
              }}
            >
              {words.download}
            </Button>
          )
        }
      />
      <LatestCheckpoint />
      <HowTo />
    </div>
  )
}

function LatestCheckpoint() {
  const { proof: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['checkpoint'],
    queryFn: ({ signal }) => askText(getCheckpoint, signal),
  })
  const facts = data === undefined || data === null ? null : readCheckpoint(data)
  return (
    <section className="card" aria-label={words.checkpoint}>
      <div className="card-head">
        <h2>{words.checkpoint}</h2>
        {facts && <CopyButton text={data ?? ''}>{words.copy}</CopyButton>}
      </div>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Waiting lines={3} />}
      {data !== undefined && facts === null && (
        <EmptyNote title={words.noCheckpoint}>{words.noCheckpointFix}</EmptyNote>
      )}
      {facts && (
        <div className="card-body">
          <p className="quiet">{words.checkpointLead}</p>
          <dl className="proof-facts">
            <div>
              <dt>{words.origin}</dt>
              <dd>{facts.origin}</dd>
            </div>
            <div>
              <dt>{words.size}</dt>
              <dd className="number">{facts.size}</dd>
            </div>
            <div>
              <dt>{words.root}</dt>
              <dd>
                <code>{facts.root}</code>
              </dd>
            </div>
          </dl>
          <pre className="proof-note">{data}</pre>
        </div>
      )}
    </section>
  )
}

function HowTo() {
  const { proof: words } = useWords()
  return (
    <section className="card" aria-label={words.how}>
      <div className="card-head">
        <h2>{words.how}</h2>
        <CopyButton text={words.command}>{words.copyCommand}</CopyButton>
      </div>
      <div className="card-body proof-how">
        <p className="quiet">{words.downloadLead}</p>
        <ol className="proof-steps">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <pre className="proof-note">{words.command}</pre>
        <h3>{words.checks}</h3>
        <ul className="proof-checks">
          {words.checkList.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}
