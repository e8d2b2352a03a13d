/**
 * Pasted text becomes a document of its own, under a name it can be found by. Where it came with tables or numbered
 * lists, it is read by its layout unless the clerk has changed the words or does not want it.
 */
import type { ImportId } from '@luoshi/domain/kernel/ids'
import { importText } from '@luoshi/server/contract/imports'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Input } from 'antd'
import { useState, type ClipboardEvent } from 'react'
import { useAct } from '../../api/act.ts'
import { ask } from '../../api/server.ts'
import { useSession } from '../../api/session.ts'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { lackingOf } from '../../ui/lacking.ts'
import { dayText } from '../../words/day-text.ts'
import { useLanguage, useWords, useSay } from '../../words/language.ts'
import { pastedFrom, type Pasted } from './pasted.ts'
import { uploadBytes, uploadImport } from './upload-import.ts'

const most = 1_000_000

const own = {
  tooLong: {
    zh: '文字超过100万字，请分几次录入',
    en: 'More than a million characters: bring it in by parts',
  },
}

export function PasteDialog({ first, onClose }: Readonly<{ first: Pasted; onClose: () => void }>) {
  const { imports: words } = useWords()
  const say = useSay()
  const { today } = useSession()
  const language = useLanguage()
  const navigate = useNavigate()
  const [{ text, html }, setPasted] = useState(first)
  const [wantsLayout, setWantsLayout] = useState(true)
  const [name, setName] = useState(() => words.paste.defaultName(dayText(today, today, language)))
  const act = useAct(bringIn, ['imports'])
  const layout = wantsLayout ? html : null
  const isTooLong = layout === null && text.length > most
  const paste = (event: ClipboardEvent) => {
    if (text.trim() !== '') return
    const pasted = pastedFrom(event.clipboardData)
    if (pasted.html === null) return
    event.preventDefault()
    setPasted(pasted)
  }
  return (
    <FormDialog
      title={words.paste.title}
      action={words.paste.action}
      lacking={
        isTooLong ? say(own.tooLong) : lackingOf([words.paste.text, text], [words.paste.name, name])
      }
      pending={act.isPending}
      error={act.error}
      width={720}
      onClose={onClose}
      onSubmit={() =>
        act.mutate(
          { text, html: layout, name: name.trim() },
          { onSuccess: (id) => void navigate({ to: '/imports/$import', params: { import: id } }) },
        )
      }
    >
      <Field label={words.paste.text} hint={words.paste.textHint(text.length)}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            rows={12}
            value={text}
            onPaste={paste}
            onChange={(event) => setPasted({ text: event.target.value, html: null })}
          />
        )}
      </Field>
      {html !== null && (
        <p>
          <Checkbox
            checked={wantsLayout}
            onChange={(event) => setWantsLayout(event.target.checked)}
          >
            {words.paste.layout}
          </Checkbox>
          <span className="quiet">{words.paste.layoutHint}</span>
        </p>
      )}
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

type Brought = Readonly<{ text: string; html: string | null; name: string }>

async function bringIn({ text, html, name }: Brought): Promise<ImportId> {
  if (html === null) {
    const done = await ask(importText, { body: { text, fileName: withEnding(name, 'txt') } })
    return done.import
  }
  // The mark at the front says UTF-8, whatever the copied page said of itself.
  const page = new Blob(['\ufeff', html], { type: 'text/html' })
  if (page.size > uploadBytes) return bringIn({ text, html: null, name })
  return (await uploadImport(page, withEnding(name, 'html'), () => undefined)).import
}

/** Kept as a file whose download opens anywhere. */
function withEnding(name: string, ending: string): string {
  return /\.[a-z]{2,5}$/i.test(name) ? name : `${name}.${ending}`
}
