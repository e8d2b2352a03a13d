/** One line an account: who, as what, whether they can sign in, and what the administrator may do about it. */
import { roleLabels } from '@luoshi/domain/people/roles'
import type { AccountRow } from '@luoshi/server/contract/accounts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { unitsQuery } from '../api/lists.ts'
import { useSession } from '../api/session.ts'
import { useSay, useWords } from '../words/language.ts'
import './accounts.css'

export type AccountAct = Readonly<{
  suspend: (account: AccountRow) => Promise<void>
  unlock: (account: AccountRow) => void
  inviteAgain: (account: AccountRow) => Promise<void>
}>

type Props = Readonly<{ accounts: readonly AccountRow[]; act: AccountAct }>

export function AccountsTable({ accounts, act }: Props) {
  const { accounts: words } = useWords()
  const { data: units = [] } = useQuery(unitsQuery)
  const say = useSay()
  return (
    <div className="sheet-scroll">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{words.login}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.roles}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.status}</th>
            <th scope="col" className="end">
              {words.actions}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <td>
                <code>{account.login}</code>
              </td>
              <td>{account.name}</td>
              <td>{account.roles.map((role) => say(roleLabels[role])).join('、')}</td>
              <td>{units.find((unit) => unit.id === account.unit)?.name ?? '—'}</td>
              <td>
                <span className={`account-status is-${account.status}`}>
                  {words.statuses[account.status]}
                </span>
              </td>
              <td className="row-actions">
                <AccountActions account={account} act={act} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AccountActions({ account, act }: Readonly<{ account: AccountRow; act: AccountAct }>) {
  const { accounts: words } = useWords()
  const session = useSession()
  const { status } = account
  if (account.id === session.account.id) return <span className="quiet">{words.self}</span>
  return (
    <>
      {status === 'locked' && (
        <Button type="link" size="small" onClick={() => act.unlock(account)}>
          {words.unlock}
        </Button>
      )}
      {status === 'suspended' && (
        <Button type="link" size="small" onClick={() => act.unlock(account)}>
          {words.reinstate}
        </Button>
      )}
      {status !== 'suspended' && (
        <>
          <Button type="link" size="small" onClick={() => void act.inviteAgain(account)}>
            {words.inviteAgain}
          </Button>
          <Button type="link" danger size="small" onClick={() => void act.suspend(account)}>
            {words.suspend}
          </Button>
        </>
      )}
    </>
  )
}
