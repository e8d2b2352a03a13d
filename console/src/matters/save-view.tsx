/** Asks for the name under which the present filters are kept. */
import { Input } from 'antd'
import { useState } from 'react'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

export function SaveView({
  taken,
  onSave,
  onClose,
}: Readonly<{ taken: readonly string[]; onSave: (name: string) => void; onClose: () => void }>) {
  const { matters, shell } = useWords()
  const [name, setName] = useState('')
  const wanted = name.trim()
  const isTaken = taken.includes(wanted)
  const save = () => {
    if (wanted === '' || isTaken) return
    onSave(wanted)
    onClose()
  }
  return (
    <FormDialog
      title={matters.views.saveTitle}
      action={shell.save}
      lacking={isTaken ? matters.views.nameTaken : lackingOf([matters.views.name, name])}
      pending={false}
      error={null}
      onSubmit={save}
      onClose={onClose}
      width={420}
    >
      <Field label={matters.views.name} fault={isTaken ? matters.views.nameTaken : null}>
        {(parts) => (
          <Input
            {...parts}
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={save}
          />
        )}
      </Field>
    </FormDialog>
  )
}
