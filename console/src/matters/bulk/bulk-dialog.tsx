/** Asks what the step needs, shows what it will do to each matter, sends it once, and shows what came of each. */
import { bulkMatters } from '@luoshi/server/contract/matters'
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { Modal } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api/act.ts'
import { ask } from '../../api/server.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useWords } from '../../words/language.ts'
import { BulkEffects } from './bulk-effects.tsx'
import { BulkFields, bodyOf, useBulkDraft } from './bulk-fields.tsx'
import { BulkResults } from './bulk-results.tsx'
import { previewBulk, type BulkStep } from './bulk-step.ts'

export function BulkDialog({
  step,
  rows,
  onClose,
  onDone,
}: Readonly<{
  step: BulkStep
  rows: readonly MatterRow[]
  onClose: () => void
  onDone: () => void
}>) {
  const { matters: words, shell } = useWords()
  const [preview] = useState(() => previewBulk(step, rows))
  const [draft, setDraft] = useBulkDraft(preview.ready)
  const [key] = useState(newKey)
  const act = useAct(
    (body: Parameters<typeof send>[0]) => send(body, key),
    ['matters', 'matter', 'units'],
  )
  const body = bodyOf(step, draft, preview.ready)
  const leave = () => {
    onClose()
    if (act.data) onDone()
  }
  return (
    <Modal
      open
      width={720}
      title={titleOf(step, preview.ready.length, words.bulk)}
      okText={act.data ? shell.close : words.bulk.run(preview.ready.length)}
      okButtonProps={{ disabled: body === null, loading: act.isPending }}
      cancelButtonProps={{ hidden: act.data !== undefined }}
      cancelText={shell.cancel}
      mask={{ closable: false }}
      onOk={() => {
        if (act.data) leave()
        else if (body !== null) act.mutate(body)
      }}
      onCancel={leave}
    >
      {act.data ? (
        <BulkResults answer={act.data} rows={rows} />
      ) : (
        <>
          {act.error && <ProblemNote error={act.error} />}
          {preview.ready.length > 0 && <BulkFields step={step} draft={draft} setDraft={setDraft} />}
          <BulkEffects step={step} preview={preview} draft={draft} />
          {preview.ready.length > 0 && <p className="consequence">{shell.irreversible}</p>}
        </>
      )}
    </Modal>
  )
}

function send(body: NonNullable<ReturnType<typeof bodyOf>>, idempotencyKey: string) {
  return ask(bulkMatters, { body }, { idempotencyKey })
}

/** Sent again after a broken connection, the same dialog cannot act twice. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

type Titles = Readonly<
  Record<'approveTitle' | 'handOverTitle' | 'chaseTitle', (count: number) => string>
>

function titleOf(step: BulkStep, count: number, words: Titles): string {
  switch (step) {
    case 'ApproveMatter':
      return words.approveTitle(count)
    case 'HandOverMatter':
      return words.handOverTitle(count)
    case 'ChaseMatter':
      return words.chaseTitle(count)
  }
}
