/** An official leaves the post: every open matter goes to the successor, or to the unit's head, in the same act. */
import type { OfficialId } from '@luoshi/domain/kernel/ids'
import { transferOfficial, type OfficialRow } from '@luoshi/server/contract/people'
import { useNavigate } from '@tanstack/react-router'
import { App, Checkbox } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'
import { OfficialOfUnit } from './official-of-unit.tsx'
import { noPost, PostFields, postOf } from './post-fields.tsx'

export function TransferOfficial({
  official,
  onClose,
}: Readonly<{ official: OfficialRow; onClose: () => void }>) {
  const { people: words, roster, shell } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [successor, setSuccessor] = useState<OfficialId | null>(null)
  const [later, setLater] = useState(false)
  const [elsewhere, setElsewhere] = useState(false)
  const [post, setPost] = useState(noPost)
  const to = elsewhere ? postOf(post) : null
  const act = useAct(
    () =>
      ask(transferOfficial, {
        params: { official: official.id },
        body: {
          version: official.version,
          successor: later ? null : successor,
          ...(to ? { to } : {}),
        },
      }),
    ['officials', 'units', 'matters', 'matter', 'hand-overs'],
  )
  return (
    <FormDialog
      title={words.transferTitle(official.name)}
      action={words.transferAction}
      lacking={lackingOf(
        [words.successor, later || successor],
        [words.unit, !elsewhere || post.unit],
        [words.post, !elsewhere || post.post],
      )}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() =>
        act.mutate(undefined, {
          onSuccess: ({ moved, handOver }) => {
            void message.success(words.moved(moved))
            onClose()
            if (handOver !== null)
              void navigate({ to: '/hand-overs/$handOver', params: { handOver } })
          },
        })
      }
    >
      <Checkbox checked={later} onChange={(event) => setLater(event.target.checked)}>
        {roster.successorLater}
      </Checkbox>
      {!later && (
        <OfficialOfUnit
          label={words.successor}
          hint={words.successorHint}
          unit={official.unit}
          except={official.id}
          value={successor}
          onChange={setSuccessor}
        />
      )}
      <Checkbox checked={elsewhere} onChange={(event) => setElsewhere(event.target.checked)}>
        {roster.newPost}
      </Checkbox>
      {elsewhere && <PostFields value={post} onChange={setPost} />}
      <p className="consequence">{shell.irreversible}</p>
    </FormDialog>
  )
}
