/** An accusation heard in an investigation: written once, sealed at once, seen here never again. */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { noteAccusation } from '@luoshi/server/contract/sealed'
import { Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

export function NoteAccusation({
  appraisal,
  onClose,
}: Readonly<{ appraisal: AppraisalId; onClose: () => void }>) {
  const { accusations: words } = useWords().inquiries
  const [text, setText] = useState('')
  return (
    <ActDialog
      title={words.noteTitle}
      action={words.seal}
      width={640}
      changes={['accusations']}
      send={
        text.trim() === ''
          ? lackingOf([words.text, text])
          : () => ask(noteAccusation, { params: { appraisal }, body: { text } })
      }
      onClose={onClose}
    >
      <p className="consequence">{words.noteEffect}</p>
      <Field label={words.text} hint={words.textHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 4, maxRows: 12 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  )
}
