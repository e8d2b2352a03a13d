/** A signature that was given on paper, recorded by the clerk with the scanned list. */
import type { Day } from '@luoshi/domain/kernel/day'
import { signerRoles, type SignerRole } from '@luoshi/domain/people/hand-over-list'
import { signHandOver, type HandOverDetail } from '@luoshi/server/contract/hand-overs'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { EvidencePicker, type KeptFile } from '../self-checks/evidence-picker.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

export function SignOnPaper({
  detail: { list },
  onClose,
}: Readonly<{ detail: HandOverDetail; onClose: () => void }>) {
  const { roster: words } = useWords()
  const { today } = useSession()
  const left = signerRoles.filter((role) => !list.signed.includes(role))
  const [as, setAs] = useState<SignerRole>(left[0] ?? 'leaver')
  const [name, setName] = useState('')
  const [on, setOn] = useState<Day | null>(today)
  const [scan, setScan] = useState<readonly KeptFile[]>([])
  const ready = name.trim() !== '' && scan.length > 0
  return (
    <ActDialog
      title={words.signPaper}
      action={words.signPaper}
      changes={['hand-overs']}
      onClose={onClose}
      send={
        ready && on !== null
          ? () =>
              ask(signHandOver, {
                params: { handOver: list.id },
                body: { version: list.version, as, paper: { name, on, scan: [...scan] } },
              })
          : lackingOf([words.signer, name], [words.signedOn, on], [words.scan, scan])
      }
    >
      <div className="field-row">
        <Field label={words.signature}>
          {(parts) => (
            <Select
              {...parts}
              value={as}
              onChange={setAs}
              options={left.map((role) => ({ value: role, label: words.signers[role] }))}
            />
          )}
        </Field>
        <Field label={words.signer}>
          {(parts) => (
            <Input {...parts} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label={words.signedOn}>
          {(parts) => <DayInput {...parts} min={list.on} max={today} value={on} onChange={setOn} />}
        </Field>
      </div>
      <p>{words.scan}</p>
      <EvidencePicker files={scan} onChange={setScan} />
    </ActDialog>
  )
}
