/** Sealing and opening a secret, and what the chairs decide about who does not. The secret stays with the person until opened. */
import { commitmentOf } from '@luoshi/domain/appraisals/draw-lots'
import { stepOnDrawing, type DrawingRow, type DrawingTold } from '@luoshi/server/contract/drawings'
import { Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useYearPlanWords } from './year-plan-words.ts'
import { drawingChanges } from './plan-queries.ts'
import { useChairsDecision } from './plan-steps.tsx'

function step({ id, version }: DrawingRow, told: DrawingTold) {
  return ask(stepOnDrawing, { params: { drawing: id }, body: { version, told } })
}

/** Twenty letters and digits from the browser's own chance: nobody guesses the secret from its hash. */
function newSalt(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  return Array.from(bytes, (byte) => letters[byte % letters.length]).join('')
}

type DialogProps = Readonly<{ row: DrawingRow; participant: number; onClose: () => void }>

export function SealLot({ row, participant, onClose }: DialogProps) {
  const words = useYearPlanWords()
  const [salt] = useState(newSalt)
  const [secret, setSecret] = useState('')
  const [isKept, setKept] = useState(false)
  const name = row.drawing.participants[participant]?.name ?? ''
  const said = secret.trim()
  const commitment = commitmentOf({ secret: said, salt })
  return (
    <ActDialog
      title={words.drawing.seal(name)}
      action={words.drawing.sealVerb}
      send={
        said !== '' && isKept
          ? () => step(row, { type: 'SealLot', participant, commitment })
          : lackingOf([words.drawing.secret, said], [words.drawing.kept, isKept])
      }
      changes={drawingChanges}
      onClose={onClose}
    >
      <p className="quiet lot-note">{words.drawing.sealNote}</p>
      <Field label={words.drawing.secret} hint={words.drawing.secretHint}>
        {(parts) => (
          <Input
            {...parts}
            autoComplete="off"
            maxLength={200}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        )}
      </Field>
      <p>
        {words.drawing.salt} <code className="lot-hash">{salt}</code>{' '}
        <CopyButton text={`${said}:${salt}`}>{words.drawing.copyBoth}</CopyButton>
      </p>
      {said !== '' && (
        <p className="quiet">
          {words.drawing.willPublish} <code className="lot-hash">{commitment}</code>
        </p>
      )}
      <Checkbox checked={isKept} onChange={({ target }) => setKept(target.checked)}>
        {words.drawing.kept}
      </Checkbox>
    </ActDialog>
  )
}

export function OpenLot({ row, participant, onClose }: DialogProps) {
  const words = useYearPlanWords()
  const [secret, setSecret] = useState('')
  const [salt, setSalt] = useState('')
  const one = row.drawing.participants[participant]
  const opened = { secret: secret.trim(), salt: salt.trim() }
  const isFilled = opened.secret !== '' && opened.salt !== ''
  const differs = isFilled && commitmentOf(opened) !== one?.commitment
  return (
    <ActDialog
      title={words.drawing.reveal(one?.name ?? '')}
      action={words.drawing.revealVerb}
      send={
        isFilled && !differs
          ? () => step(row, { type: 'OpenLot', participant, ...opened })
          : differs
            ? words.drawing.differs
            : lackingOf([words.drawing.secret, secret], [words.drawing.salt, salt])
      }
      changes={drawingChanges}
      onClose={onClose}
    >
      <Field label={words.drawing.secret}>
        {(parts) => (
          <Input
            {...parts}
            autoComplete="off"
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        )}
      </Field>
      <Field label={words.drawing.salt} fault={differs ? words.drawing.differs : null}>
        {(parts) => (
          <Input
            {...parts}
            autoComplete="off"
            value={salt}
            onChange={(event) => setSalt(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  )
}

export function DecideDrawing({
  row,
  onClose,
}: Readonly<{ row: DrawingRow; onClose: () => void }>) {
  const words = useYearPlanWords()
  const [outcome, setOutcome] = useState<'void' | 'goOn'>('goOn')
  const [reason, setReason] = useState('')
  const { approval, needs, fields } = useChairsDecision()
  return (
    <ActDialog
      title={words.drawing.decide}
      action={words.drawing.decide}
      send={
        approval !== null && reason.trim() !== ''
          ? () => step(row, { type: 'DecideDrawing', outcome, reason, approval })
          : lackingOf([words.reason, reason], ...needs)
      }
      changes={drawingChanges}
      onClose={onClose}
    >
      <p className="quiet lot-note">{words.drawing.decideNote}</p>
      <Radio.Group
        className="lot-note"
        value={outcome}
        onChange={({ target }) => setOutcome(target.value === 'void' ? 'void' : 'goOn')}
        options={(['goOn', 'void'] as const).map((one) => ({
          value: one,
          label: words.drawing.decided[one],
        }))}
      />
      <Field label={words.reason}>
        {(parts) => (
          <Input {...parts} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      {fields}
    </ActDialog>
  )
}
