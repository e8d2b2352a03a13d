/** Asks what the step needs, shows what it will do to each matter, sends it once, and shows what came of each. */
import { bulkMatters } from '@luoshi/server/contract/matters'
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useId, useState } from 'react'
import { useAct } from '../../api/act.ts'
import { officialsQuery, unitsQuery } from '../../api/lists.ts'
import { ask } from '../../api/server.ts'
import { useSession } from '../../api/session.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useWords } from '../../words/language.ts'
import { BulkEffects } from './bulk-effects.tsx'
import { StillLacking } from '../../ui/still-lacking.tsx'
import { bodiesOf, lackingIn, type BulkBody, type BulkDraft } from './bulk-draft.ts'
import { BulkFields } from './bulk-fields.tsx'
import { BulkResults, type BulkAnswer } from './bulk-results.tsx'
import { previewBulk, type BulkStep } from './bulk-step.ts'
import { handOverGroups } from './hand-over-groups.ts'

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
  const { today } = useSession()
  const [draft, setDraft] = useState<BulkDraft>({
    approval: { body: 'chairs', on: today, reference: '' },
    choices: {},
    letter: '',
    level: 'reminder',
    text: words.bulk.ready,
  })
  const { data: officials = [] } = useQuery(officialsQuery)
  const { data: units = [] } = useQuery(unitsQuery)
  const groups = handOverGroups(preview.ready, draft.choices, officials, units)
  const [key] = useState(newKey)
  const act = useAct(
    (bodies: readonly BulkBody[]) => sendAll(bodies, key),
    ['matters', 'matter', 'units'],
  )
  const bodies = bodiesOf(step, draft, preview.ready, groups)
  const isOver = act.data !== undefined || preview.ready.length === 0
  const why = useId()
  const lacking = isOver ? [] : lackingIn(step, draft, groups, words.bulk)
  const leave = () => {
    onClose()
    if (act.data) onDone()
  }
  return (
    <Modal
      open
      width={720}
      title={titleOf(step, preview.ready.length, words.bulk)}
      okText={isOver ? shell.close : words.bulk.run(preview.ready.length)}
      okButtonProps={{
        disabled: lacking.length > 0,
        loading: act.isPending,
        'aria-describedby': why,
      }}
      cancelButtonProps={isOver ? { style: { display: 'none' } } : {}}
      cancelText={shell.cancel}
      mask={{ closable: false }}
      onOk={() => {
        if (isOver) leave()
        else if (bodies !== null) act.mutate(bodies)
      }}
      onCancel={leave}
    >
      {act.data ? (
        <BulkResults answer={act.data} rows={rows} />
      ) : (
        <>
          {act.error && <ProblemNote error={act.error} />}
          {preview.ready.length > 0 && (
            <BulkFields step={step} draft={draft} setDraft={setDraft} groups={groups} />
          )}
          <BulkEffects step={step} preview={preview} groups={groups} />
          {preview.ready.length > 0 && <p className="consequence">{shell.irreversible}</p>}
          <StillLacking id={why} lacking={lacking} />
        </>
      )}
    </Modal>
  )
}

/** One request after the other; a broken connection leaves the rest unsent, and sending again repeats nothing. */
async function sendAll(bodies: readonly BulkBody[], key: string): Promise<BulkAnswer> {
  const [first, ...rest] = bodies
  if (first === undefined) return { done: [], refused: [] }
  const idempotencyKey = `${key}-${rest.length}`
  const own = await ask(bulkMatters, { body: first }, { idempotencyKey })
  const others = await sendAll(rest, key)
  return { done: [...own.done, ...others.done], refused: [...own.refused, ...others.refused] }
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
