/** Another matter, found by its number or words. */
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { listMatters } from '@luoshi/server/contract/matters'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { ask } from '../../../api/server.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { useWords } from '../../../words/language.ts'
import { useStepForm } from '../next/form-context.tsx'
import { textOf, withText } from '../next/form-values.ts'
import { Field, fieldId } from './field.tsx'

export function MatterField({ name, label }: Readonly<{ name: string; label: string }>) {
  const { matterPage, matters } = useWords()
  const { around, values, change, errors } = useStepForm()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const { data } = useQuery({
    queryKey: ['matters', 'find', text],
    queryFn: ({ signal }) =>
      ask(listMatters, { query: { ...(text === '' ? {} : { text }), limit: 9 } }, { signal }),
  })
  const rows = (data?.rows ?? []).filter((row) => row.id !== around.detail.id)
  const chosen = textOf(values, name)
  return (
    <Field name={name} label={label} error={errors[name]} group>
      <input
        id={fieldId(name)}
        type="search"
        className="control"
        aria-label={matterPage.form.findMatter}
        placeholder={matterPage.form.findMatter}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="choices choices-tall">
        {rows.map((row: MatterRow) => (
          <label key={row.id} className={row.id === chosen ? 'is-chosen' : ''}>
            <input
              type="radio"
              name={name}
              checked={row.id === chosen}
              onChange={() => change((before) => withText(before, name, row.id))}
            />
            <span className="number">{matters.numberSign(row.number)}</span> {row.title}{' '}
            <StatusTag status={row.status} />
          </label>
        ))}
        {data && rows.length === 0 && <p className="quiet">{matterPage.form.noMatter}</p>}
      </div>
    </Field>
  )
}
