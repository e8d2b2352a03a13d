/** Erasing words by law: found, seen whole, with ground and approval, confirmed by typing the number of the record. */
import { eraseFile, eraseWords, findWords, type WordsFound } from '@luoshi/server/contract/erasures'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { approvalOf, type ApprovalDraft } from '../ui/approval-draft.ts'
import { ApprovalFields } from '../ui/approval-fields.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useApprovalNeeds } from '../ui/use-approval-needs.ts'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { minuteInChina } from './minute.ts'
import './security.css'

export function ErasuresPage() {
  const { security } = useWords()
  const words = security.erasures
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  const [erasing, setErasing] = useState<WordsFound | null>(null)
  const [file, setFile] = useState<FileFound | null>(null)
  const { data, error, isLoading } = useQuery({
    queryKey: ['erasures', text],
    queryFn: () => ask(findWords, { query: { text } }),
    enabled: text !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  const isEnough = typed.trim().length >= 2
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <form
        className="erasure-find"
        onSubmit={(event) => {
          event.preventDefault()
          if (isEnough) setText(typed.trim())
        }}
      >
        <Field label={words.text} hint={words.textHint}>
          {(parts) => (
            <Input
              {...parts}
              autoComplete="off"
              maxLength={60}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <LackingButton type="primary" htmlType="submit" lacking={lackingOf([words.text, isEnough])}>
          {words.find}
        </LackingButton>
      </form>
      {error && <ProblemNote error={error} />}
      {isLoading && <Waiting lines={4} />}
      {data?.rows.length === 0 && <EmptyNote title={words.none}>{words.noneText}</EmptyNote>}
      {data?.more && <p className="quiet">{words.more}</p>}
      {data?.rows.map((one) => (
        <FoundRecord
          key={one.event}
          found={one}
          onErase={() => setErasing(one)}
          onEraseFile={setFile}
        />
      ))}
      {erasing && <EraseDialog found={erasing} onClose={() => setErasing(null)} />}
      {file && <EraseFileDialog file={file} onClose={() => setFile(null)} />}
    </>
  )
}

type FileFound = WordsFound['files'][number]

function FoundRecord({
  found,
  onErase,
  onEraseFile,
}: Readonly<{
  found: WordsFound
  onErase: () => void
  onEraseFile: (file: FileFound) => void
}>) {
  const { security } = useWords()
  const words = security.erasures
  return (
    <section className="card erasure-record" aria-label={words.record(found.event)}>
      <h2>{words.record(found.event)}</h2>
      <p className="quiet">
        {minuteInChina(found.at)} · {found.type} · {words.by} {found.by === '' ? '—' : found.by}
      </p>
      <WordsGone found={found} />
      {found.files.length > 0 && (
        <>
          <p className="quiet">{words.files}</p>
          <ul className="erasure-words">
            {found.files.map((file) => (
              <li key={file.sha256}>
                {file.name} <code>{file.sha256.slice(0, 12)}</code>{' '}
                <Button
                  size="small"
                  danger
                  aria-label={`${words.eraseFile}：${file.name}`}
                  onClick={() => onEraseFile(file)}
                >
                  {words.eraseFile}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button danger onClick={onErase}>
        {words.erase}
      </Button>
    </section>
  )
}

function WordsGone({ found }: Readonly<{ found: WordsFound }>) {
  return (
    <ul className="erasure-words">
      {[...new Set(found.words)].map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

function EraseDialog({ found, onClose }: Readonly<{ found: WordsFound; onClose: () => void }>) {
  const { security } = useWords()
  const words = security.erasures
  return (
    <UnderLaw
      title={words.eraseTitle(found.event)}
      confirm={words.confirm(found.event)}
      mark={String(found.event)}
      onClose={onClose}
      erase={async (under) => {
        const { seq } = await ask(eraseWords, { body: { event: found.event, ...under } })
        return seq === null ? security.approvals.waits : seq
      }}
    >
      <p>{words.gone}</p>
      <WordsGone found={found} />
    </UnderLaw>
  )
}

function EraseFileDialog({ file, onClose }: Readonly<{ file: FileFound; onClose: () => void }>) {
  const { security } = useWords()
  const words = security.erasures
  const mark = file.sha256.slice(0, 6)
  return (
    <UnderLaw
      title={words.eraseFileTitle}
      confirm={words.confirmFile(mark)}
      mark={mark}
      onClose={onClose}
      erase={async (under) => {
        const { erased } = await ask(eraseFile, { body: { sha256: file.sha256, ...under } })
        return erased ? null : security.approvals.waits
      }}
    >
      <p>{words.fileGone(file.name)}</p>
    </UnderLaw>
  )
}

type Under = Readonly<{ ground: string; approval: NonNullable<ReturnType<typeof approvalOf>> }>

/** The provision, who approved it, and what has to be typed before anything goes. */
function UnderLaw({
  title,
  confirm,
  mark,
  erase,
  onClose,
  children,
}: Readonly<{
  title: string
  confirm: string
  mark: string
  erase: (under: Under) => Promise<unknown>
  onClose: () => void
  children: ReactNode
}>) {
  const { security } = useWords()
  const words = security.erasures
  const { today } = useSession()
  const [ground, setGround] = useState(words.groundDefault)
  const [draft, setDraft] = useState<ApprovalDraft>({ body: 'chairs', on: today, reference: '' })
  const [typed, setTyped] = useState('')
  const approval = approvalOf(draft)
  const needs = useApprovalNeeds(draft)
  const isTyped = typed.toLowerCase() === mark
  const under = approval !== null && isTyped ? { ground: ground.trim(), approval } : null
  return (
    <ActDialog
      title={title}
      action={words.action}
      width={680}
      changes={['erasures', 'matter', 'matters', 'pending-acts']}
      onClose={onClose}
      send={
        under === null || under.ground === ''
          ? lackingOf([words.ground, ground], ...needs, [confirm, isTyped])
          : () => erase(under)
      }
    >
      {children}
      <Field label={words.ground}>
        {(parts) => (
          <Input {...parts} value={ground} onChange={(event) => setGround(event.target.value)} />
        )}
      </Field>
      <ApprovalFields value={draft} onChange={setDraft} today={today} />
      <Field label={confirm}>
        {(parts) => (
          <Input
            {...parts}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value.trim())}
          />
        )}
      </Field>
    </ActDialog>
  )
}
