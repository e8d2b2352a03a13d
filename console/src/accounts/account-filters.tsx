/** Finding an account: by a part of the login or the name, or by how it stands; with how many there are of each. */
import type { listAccounts } from '@luoshi/server/contract/accounts'
import type { AnswerOf } from '@luoshi/server/contract/kit'
import { Input, Segmented } from 'antd'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'

type Counts = AnswerOf<typeof listAccounts>['counts']

export type AccountFilter = Readonly<{ search: string; standing: keyof Counts | null }>

const standings = ['active', 'invited', 'suspended'] as const

export function AccountFilters({
  filter,
  counts,
  onChange,
}: Readonly<{
  filter: AccountFilter
  counts: Counts | undefined
  onChange: (next: AccountFilter) => void
}>) {
  const { accounts: words } = useWords()
  const all = counts && counts.active + counts.invited + counts.suspended
  const labelled = (label: string, n: number | undefined) =>
    n === undefined ? label : `${label} ${n}`
  return (
    <div className="account-filters">
      <Field label={words.search}>
        {(parts) => (
          <Input
            {...parts}
            allowClear
            maxLength={40}
            value={filter.search}
            onChange={(event) => onChange({ ...filter, search: event.target.value })}
          />
        )}
      </Field>
      <Segmented
        aria-label={words.status}
        value={filter.standing ?? 'all'}
        options={[
          { value: 'all', label: labelled(words.all, all) },
          ...standings.map((standing) => ({
            value: standing,
            label: labelled(words.statuses[standing], counts?.[standing]),
          })),
        ]}
        onChange={(value) =>
          onChange({ ...filter, standing: standings.find((one) => one === value) ?? null })
        }
      />
    </div>
  )
}
