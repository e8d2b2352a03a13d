/** A ballot is declared void: on what ground, why; it stays on record, and another one takes its place. */
import { voidGroundLabels } from '@luoshi/domain/ballots/ballot-labels'
import { voidGrounds, type VoidGround } from '@luoshi/domain/ballots/ballot'
import type { Id } from '@luoshi/domain/kernel/ids'
import { voidBallot } from '@luoshi/server/contract/ballots'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useSay, useWords } from '../words/language.ts'

type Props = Readonly<{
  id: Id<'ballot'>
  version: number
  onClose: () => void
}>

export function VoidBallot({ id, version, onClose }: Props) {
  const { ballots: words } = useWords()
  const say = useSay()
  const [ground, setGround] = useState<VoidGround>('irregular')
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={words.voidTitle}
      action={words.void}
      changes={['ballots']}
      onClose={onClose}
      send={
        reason.trim() === ''
          ? lackingOf([words.reason, reason])
          : () => ask(voidBallot, { params: { ballot: id }, body: { version, ground, reason } })
      }
    >
      <p>{words.voidEffect}</p>
      <Field label={words.ground}>
        {(parts) => (
          <Select
            {...parts}
            value={ground}
            onChange={setGround}
            options={voidGrounds.map((one) => ({ value: one, label: say(voidGroundLabels[one]) }))}
          />
        )}
      </Field>
      <Field label={words.reason}>
        {(parts) => (
          <Input {...parts} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  )
}
