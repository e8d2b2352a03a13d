/** Begins a draft: the county's name for it, and the book it starts from. */
import { draftCountyBook } from '@luoshi/server/contract/county-books'
import { isId } from '@luoshi/domain/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'
import { bookChanges, ruleBooksQuery } from './books-query.ts'

type Draft = Readonly<{ name: string; from: string }>

export function DraftBook({
  from = 'seed',
  name: given = '',
  onClose,
}: Readonly<{ from?: string; name?: string; onClose: () => void }>) {
  const { ruleBooks: words } = useWords()
  const navigate = useNavigate()
  const { data: books = [] } = useQuery(ruleBooksQuery)
  const [draft, setDraft] = useState<Draft>({ name: given, from })
  const act = useAct(send, bookChanges)
  const isNext = isId('book', draft.from)
  return (
    <FormDialog
      title={isNext ? words.draftNext : words.draft}
      action={words.draftVerb}
      lacking={lackingOf([words.name, draft.name])}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() =>
        act.mutate(draft, {
          onSuccess: ({ id }) => void navigate({ to: '/rule-books/$book', params: { book: id } }),
        })
      }
    >
      <Field label={words.name} hint={words.nameHint}>
        {(parts) => (
          <Input
            {...parts}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.beginFrom} hint={words.beginFromHint}>
        {(parts) => (
          <Select
            {...parts}
            value={draft.from}
            onChange={(chosen) => setDraft({ ...draft, from: chosen })}
            options={books.map(({ key, name, edition }) => ({
              value: key,
              label: edition === null ? name : `${name}（${words.edition(edition)}）`,
            }))}
          />
        )}
      </Field>
    </FormDialog>
  )
}

function send({ name, from }: Draft) {
  const origin = isId('book', from)
    ? ({ kind: 'version', book: from } as const)
    : ({ kind: 'profile', profile: from } as const)
  return ask(draftCountyBook, { body: { name: name.trim(), from: origin } })
}
