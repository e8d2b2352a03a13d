/** Invites a person: a sign-in name, what they are, and the unit they belong to where their duty is of a unit. */
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import { roleLabels, roles, type Role } from '@luoshi/domain/people/roles'
import { createAccount } from '@luoshi/server/contract/accounts'
import type { InputOf } from '@luoshi/server/contract/kit'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useSay, useWords } from '../words/language.ts'
import { Belonging } from './belonging.tsx'
import type { Invitation } from './invitation-link.tsx'
import { isLogin, needsOfficial, needsUnit } from './login-name.ts'

type Draft = Readonly<{
  login: string
  name: string
  roles: readonly Role[]
  unit: UnitId | null
  official: OfficialId | null
}>

type Body = InputOf<(typeof createAccount)['body']>

function send(body: Body) {
  return ask(createAccount, { body })
}

/** Null while something is missing. */
function bodyOf({ login, name, roles: held, unit, official }: Draft): Body | null {
  if (!isLogin(login) || name.trim() === '') return null
  if (needsUnit(held) && unit === null) return null
  if (needsOfficial(held) && official === null) return null
  return {
    login,
    name: name.trim(),
    roles: [...held],
    unit: needsUnit(held) ? unit : null,
    official: needsOfficial(held) ? official : null,
  }
}

type Props = Readonly<{ onClose: () => void; onInvited: (invitation: Invitation) => void }>

export function InvitePerson({ onClose, onInvited }: Props) {
  const { accounts: words } = useWords()
  const say = useSay()
  const [draft, setDraft] = useState<Draft>({
    login: '',
    name: '',
    roles: [],
    unit: null,
    official: null,
  })
  const act = useAct(send, ['accounts'])
  const may = useMay()
  const grants = may('GrantRoles')
  const full = bodyOf(draft)
  const body = grants && draft.roles.length === 0 ? null : full
  const submit = () => {
    if (body === null) return
    act.mutate(body, {
      onSuccess: ({ invitation }) => onInvited({ name: body.name, link: invitation }),
    })
  }
  return (
    <FormDialog
      title={words.inviteTitle}
      action={words.invite}
      lacking={lackingOf(
        [words.login, isLogin(draft.login)],
        [words.name, draft.name],
        [words.roles, !grants || draft.roles],
        [words.unit, !needsUnit(draft.roles) || draft.unit],
        [words.official, !needsOfficial(draft.roles) || draft.official],
      )}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <div className="field-row">
        <Field
          label={words.login}
          hint={words.loginHint}
          fault={draft.login.length > 2 && !isLogin(draft.login) ? words.loginFault : null}
        >
          {(parts) => (
            <Input
              {...parts}
              autoComplete="off"
              value={draft.login}
              onChange={(event) => setDraft({ ...draft, login: event.target.value.trim() })}
            />
          )}
        </Field>
        <Field label={words.name}>
          {(parts) => (
            <Input
              {...parts}
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          )}
        </Field>
      </div>
      {!grants && <p className="quiet">{words.openedEmpty}</p>}
      {grants && (
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
      )}
      <Belonging draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
    </FormDialog>
  )
}
