/** Says which account is this person's, so that a recusal of him holds for it, too. */
import type { AccountId } from '@luoshi/domain/kernel/ids'
import { linkPerson, listLinkable, type PersonRow } from '@luoshi/server/contract/roster'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'

export function LinkAccount({
  person: { id, version, name, account: linked },
  onClose,
}: Readonly<{ person: PersonRow; onClose: () => void }>) {
  const { roster: words } = useWords()
  const [account, setAccount] = useState<AccountId | null>(linked)
  const { data } = useQuery({
    queryKey: ['persons', 'linkable'],
    queryFn: async () => (await ask(listLinkable, {})).rows,
  })
  const free = (data ?? []).filter((one) => !one.linked || one.id === linked)
  return (
    <ActDialog
      title={words.linkTitle(name)}
      action={words.link}
      changes={['persons', 'recusals']}
      onClose={onClose}
      send={() => ask(linkPerson, { params: { person: id }, body: { version, account } })}
    >
      <Field label={words.account} hint={words.linkHint}>
        {(parts) => (
          <Select
            {...parts}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={words.noAccount}
            value={account}
            onChange={(chosen) => setAccount(chosen ?? null)}
            options={free.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
    </ActDialog>
  )
}
