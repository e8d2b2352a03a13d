/** Matters of one appraisal that a survey asks about: found by number or words, several at once. */
import { isId, type AppraisalId, type MatterId } from '@luoshi/domain/kernel/ids'
import { listMatters } from '@luoshi/server/contract/matters'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { useSurveyWords } from './survey-words.ts'

type Chosen = Readonly<{ id: MatterId; label: string }>

export function MattersField({
  appraisal,
  chosen,
  onChange,
}: Readonly<{
  appraisal: AppraisalId
  chosen: readonly Chosen[]
  onChange: (next: readonly Chosen[]) => void
}>) {
  const words = useSurveyWords()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const { data, isFetching } = useQuery({
    queryKey: ['matters', 'of-survey', appraisal, text],
    queryFn: ({ signal }) =>
      ask(
        listMatters,
        { query: { appraisal, ...(text === '' ? {} : { text }), sort: 'number', limit: 50 } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
  const found = (data?.rows ?? []).map(({ id, number, title }) => ({
    value: id,
    label: `${number}　${title}`,
  }))
  return (
    <Field label={words.matters} hint={words.mattersHint}>
      {(parts) => (
        <Select<{ value: string; label: string }[]>
          {...parts}
          mode="multiple"
          labelInValue
          loading={isFetching}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          value={chosen.map(({ id, label }) => ({ value: id, label }))}
          onChange={(next) =>
            onChange(
              next.flatMap(({ value, label }) =>
                isId('matter', value) ? [{ id: value, label }] : [],
              ),
            )
          }
          options={found}
          notFoundContent={<span className="quiet">{words.noMatterFound}</span>}
        />
      )}
    </Field>
  )
}
