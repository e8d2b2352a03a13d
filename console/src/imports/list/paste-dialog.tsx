/** Pasted text becomes a document of its own, under a name it can be found by. */
import { importText } from '@luoshi/server/contract/imports'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api/act.ts'
import { ask } from '../../api/server.ts'
import { useSession } from '../../api/session.ts'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { dayText } from '../../words/day-text.ts'
import { useLanguage, useWords } from '../../words/language.ts'

const most = 1_000_000

export function PasteDialog({ first, onClose }: Readonly<{ first: string; onClose: () => void }>) {
  const { imports: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const navigate = useNavigate()
  const [text, setText] = useState(first)
  const [name, setName] = useState(() => words.paste.defaultName(dayText(today, today, language)))
  const act = useAct(
    (body: { text: string; fileName: string }) => ask(importText, { body }),
    ['imports'],
  )
  const ready = text.trim() !== '' && text.length <= most && name.trim() !== ''
  return (
    <FormDialog
      title={words.paste.title}
      action={words.paste.action}
      ready={ready}
      pending={act.isPending}
      error={act.error}
      width={720}
      onClose={onClose}
      onSubmit={() =>
        act.mutate(
          { text, fileName: withEnding(name.trim()) },
          {
            onSuccess: (done) =>
              void navigate({ to: '/imports/$import', params: { import: done.import } }),
          },
        )
      }
    >
      <Field label={words.paste.text} hint={words.paste.textHint(text.length)}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            rows={12}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label={words.paste.name} hint={words.paste.nameHint}>
        {(parts) => (
          <Input
            {...parts}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}

/** Kept as a text file: its download opens anywhere. */
function withEnding(name: string): string {
  return /\.[a-z]{2,5}$/i.test(name) ? name : `${name}.txt`
}
