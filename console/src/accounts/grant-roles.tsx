/** Granting roles: what a person is, and the unit and official it is tied to; they are signed out and come in anew. */
import { roleLabels, roles } from '@luoshi/domain/people/roles'
import { grantRoles, type AccountRow } from '@luoshi/server/contract/accounts'
import { Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { WholeDialog } from '../ui/whole-dialog.tsx'
import { useSay, useWords } from '../words/language.ts'
import { Belonging } from './belonging.tsx'
import { needsOfficial, needsUnit } from './login-name.ts'

export function GrantRoles({
  account,
  onClose,
}: Readonly<{ account: AccountRow; onClose: () => void }>) {
  const { accounts: words, security } = useWords()
  const say = useSay()
  const [draft, setDraft] = useState({
    roles: account.roles,
    unit: account.unit,
    official: account.official,
  })
  const unit = needsUnit(draft.roles) ? draft.unit : null
  const official = needsOfficial(draft.roles) ? draft.official : null
  const lacking = lackingOf(
    [words.unit, !needsUnit(draft.roles) || unit],
    [words.official, !needsOfficial(draft.roles) || official],
  )
  const body = { roles: [...draft.roles], unit, official }
  return (
    <WholeDialog
      now={account}
      title={words.grantTitle(account.name)}
      action={words.grant}
      changes={['accounts', 'pending-acts']}
      onClose={onClose}
      send={
        lacking.length > 0
          ? lacking
          : async ({ roles: held, unit: at, official: post }) => {
              const seen = { roles: [...held], unit: at, official: post }
              const params = { account: account.id }
              const done = await ask(grantRoles, { params, body: { ...body, seen } })
              return done.waits ? security.approvals.waits : done
            }
      }
    >
      <p>{words.grantEffect}</p>
      <Field label={words.roles}>
        {(parts) => (
          <Select
            {...parts}
            mode="multiple"
            listHeight={400}
            value={[...draft.roles]}
            onChange={(held) => setDraft({ ...draft, roles: held })}
            options={roles.map((role) => ({ value: role, label: say(roleLabels[role]) }))}
          />
        )}
      </Field>
      <Belonging draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
    </WholeDialog>
  )
}
