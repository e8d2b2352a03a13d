/** Files that the virus scanner stopped: what was found, and what the administrator does with each. */
import { discardHeld, listQuarantine, releaseHeld } from '@luoshi/server/contract/quarantine'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { ask } from '../api/server.ts'
import { sizeText } from '../matters/matter-page/evidence/file-size.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { minuteInChina } from './minute.ts'
import './security.css'

type Quarantine = z.infer<typeof listQuarantine.answer>
type Held = Quarantine['held'][number]
type Deciding = Readonly<{ file: Held; how: 'release' | 'discard' }>

export function QuarantinePage() {
  const words = useWords().security.quarantine
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['quarantine'],
    queryFn: () => ask(listQuarantine, {}),
  })
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data && <ScannerNote data={data} />}
      {data?.held.length === 0 && <EmptyNote title={words.none}>{words.noneText}</EmptyNote>}
      {data?.held.map((file) => (
        <section key={file.sha256} className="card erasure-record">
          <h2>{file.finding ?? words.unknown}</h2>
          <p className="quiet">
            {minuteInChina(file.at)} · {file.mediaType ?? ''}
            {file.size !== null && ` · ${sizeText(file.size)}`} · SHA-256{' '}
            <code>{file.sha256.slice(0, 16)}</code>
          </p>
          <p>
            <Button danger onClick={() => setDeciding({ file, how: 'discard' })}>
              {words.discard}
            </Button>{' '}
            <Button onClick={() => setDeciding({ file, how: 'release' })}>{words.release}</Button>
          </p>
        </section>
      ))}
      {deciding && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

/** Without a scanner that, too, is said. */
function ScannerNote({ data: { scanner, waiting } }: Readonly<{ data: Quarantine }>) {
  const words = useWords().security.quarantine
  if (!scanner.configured) return <p className="due-amber">{words.noScanner}</p>
  if (scanner.version === null)
    return (
      <p className="due-red" role="alert">
        {words.away(waiting)}
      </p>
    )
  return (
    <p className="quiet">
      {words.running(scanner.version)} {waiting > 0 && words.waiting(waiting)}
    </p>
  )
}

function DecideDialog({ file, how, onClose }: Deciding & Readonly<{ onClose: () => void }>) {
  const { quarantine: words, approvals } = useWords().security
  const [reason, setReason] = useState('')
  const [approval, setApproval] = useState('')
  const params = { sha256: file.sha256 }
  const isReady = reason.trim() !== '' && (how === 'discard' || approval.trim() !== '')
  return (
    <ActDialog
      title={words[how]}
      action={words[how]}
      changes={['quarantine', 'evidence-about', 'pending-acts']}
      onClose={onClose}
      send={
        isReady
          ? () =>
              how === 'release'
                ? ask(releaseHeld, { params, body: { reason, approval } }).then(({ state }) =>
                    state === 'held' ? approvals.waits : null,
                  )
                : ask(discardHeld, { params, body: { reason } })
          : lackingOf([words.reason, reason], [words.approval, how === 'discard' || approval])
      }
    >
      <p>{how === 'release' ? words.releaseText : words.discardText}</p>
      <Field label={words.reason}>
        {(parts) => (
          <Input
            {...parts}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {how === 'release' && (
        <Field label={words.approval}>
          {(parts) => (
            <Input
              {...parts}
              maxLength={300}
              value={approval}
              onChange={(event) => setApproval(event.target.value)}
            />
          )}
        </Field>
      )}
    </ActDialog>
  )
}
