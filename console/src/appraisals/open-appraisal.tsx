/** Opens an appraisal: whom it is about, at which session, by which rules; the rules are shown as published. */
import { listRuleBooks } from '@luoshi/server/contract/rule-books'
import { openAppraisal } from '@luoshi/server/contract/appraisals'
import { useQuery } from '@tanstack/react-query'
import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { SessionField } from '../people/session-field.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import type { Responsible } from '../ui/responsible.ts'
import { UnitAndOfficial } from '../ui/unit-and-official.tsx'
import { useWords } from '../words/language.ts'

type Draft = Responsible & Readonly<{ title: string; session: string; ruleBook: string | null }>

export function OpenAppraisal({ onClose }: Readonly<{ onClose: () => void }>) {
  const { appraisals: words, roster } = useWords()
  const { message } = App.useApp()
  const { data: books = [] } = useQuery({
    queryKey: ['rule-books'],
    queryFn: async () => (await ask(listRuleBooks, {})).rows,
    staleTime: Infinity,
  })
  const [draft, setDraft] = useState<Draft>({
    title: '',
    session: '',
    unit: null,
    official: null,
    ruleBook: null,
  })
  const act = useAct(open, ['appraisals'])
  const book = books.find((one) => one.key === draft.ruleBook) ?? books[0]
  const full = book === undefined ? null : complete({ ...draft, ruleBook: book.key })
  return (
    <FormDialog
      title={words.openTitle}
      action={words.submit}
      lacking={lackingOf(
        [words.name, draft.title],
        [words.unit, draft.unit],
        [words.official, draft.official],
        [roster.sessionOf, draft.session],
        [words.ruleBook, book],
      )}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() => {
        if (full === null) return
        act.mutate(full, {
          onSuccess: () => {
            void message.success(words.opened)
            onClose()
          },
        })
      }}
    >
      <Field label={words.name} hint={words.nameHint}>
        {(parts) => (
          <Input
            {...parts}
            value={draft.title}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
        )}
      </Field>
      <UnitAndOfficial
        labels={words}
        value={draft}
        onChange={(chosen) => setDraft({ ...draft, ...chosen })}
      />
      <SessionField value={draft.session} onChange={(session) => setDraft({ ...draft, session })} />
      <Field label={words.ruleBook} hint={words.ruleBookHint}>
        {(parts) => (
          <Select
            {...parts}
            value={book?.key ?? null}
            onChange={(ruleBook) => setDraft({ ...draft, ruleBook })}
            options={books.map((one) => ({ value: one.key, label: one.name }))}
          />
        )}
      </Field>
      {book && <blockquote className="rule-text">{book.summary}</blockquote>}
    </FormDialog>
  )
}

type Full = NonNullable<ReturnType<typeof complete>>

function open(body: Full) {
  return ask(openAppraisal, { body })
}

function complete({ title, session, unit, official, ruleBook }: Draft) {
  if (unit === null || official === null || ruleBook === null) return null
  if (title.trim() === '' || session.trim() === '') return null
  return { title: title.trim(), session: session.trim(), unit, official, ruleBook }
}
