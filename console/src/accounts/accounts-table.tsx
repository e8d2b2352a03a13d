/** One line an account: who, as what, whether they can sign in, and what the administrator may do about it. */
import { roleLabels } from '@luoshi/domain/people/roles'
import type { AccountRow } from '@luoshi/server/contract/accounts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { getSignInRules } from '@luoshi/server/contract/sign-in-rules'
import { unitsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'
import './accounts.css'

export type AccountAct = Readonly<{
  suspend: (account: AccountRow) => Promise<void>
  unlock: (account: AccountRow) => void
  inviteAgain: (account: AccountRow) => Promise<void>
  grant: (account: AccountRow) => void
  signOut: (account: AccountRow) => Promise<void>
  removeFactors: (account: AccountRow) => Promise<void>
}>

type Props = Readonly<{ accounts: readonly AccountRow[]; act: AccountAct }>

export function AccountsTable({ accounts, act }: Props) {
  const { accounts: words } = useWords()
  const { data: units = [] } = useQuery(unitsQuery)
  const { today } = useSession()
  const language = useLanguage()
  const say = useSay()
  return (
    <SheetScroll>
      <table className="sheet sheet-cards">
        <thead>
          <tr>
            <th scope="col">{words.login}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.roles}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.factor}</th>
            <th scope="col" className="end">
              {words.actions}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <td data-label={words.login}>
                <code>{account.login}</code>
              </td>
              <td className="account-name" data-label={words.name}>
                {account.name}
              </td>
              <td data-label={words.roles}>
                {account.roles.length === 0
                  ? words.noRole
                  : account.roles.map((role) => say(roleLabels[role])).join('、')}
              </td>
              <td data-label={words.unit}>
                {units.find((unit) => unit.id === account.unit)?.name ?? '—'}
                {account.displaced && (
                  <p className="account-displaced">{words.displaced[account.displaced]}</p>
                )}
              </td>
              <td data-label={words.status}>
                <span className={`account-status is-${account.status}`}>
                  {words.statuses[account.status]}
                </span>
                {account.suspendedWhy === 'dormant' && (
                  <p className="account-why">{words.dormant}</p>
                )}
                {account.dormantOn && (
                  <p className="account-displaced">
                    {words.dormantOn(dayText(account.dormantOn, today, language))}
                  </p>
                )}
              </td>
              <td data-label={words.factor}>{account.secondFactor ? words.factorOn : '—'}</td>
              <td className="row-actions">
                <AccountActions account={account} act={act} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}

function AccountActions({ account, act }: Readonly<{ account: AccountRow; act: AccountAct }>) {
  const { accounts: words } = useWords()
  const session = useSession()
  const may = useMay()
  const { status, secondFactor } = account
  const isOwn = account.id === session.account.id
  const { data } = useQuery({
    queryKey: ['sign-in-rules'],
    queryFn: () => ask(getSignInRules, {}),
    enabled: isOwn && may('SetSignInRules'),
  })
  if (isOwn)
    return data?.rules.admins === 'alone' ? (
      <Button type="link" size="small" onClick={() => act.grant(account)}>
        {words.grant}
      </Button>
    ) : (
      <span className="quiet">{words.self}</span>
    )
  const isOut = status === 'suspended'
  const offered: readonly (readonly [boolean, string, () => void, boolean?])[] = [
    [may('UnlockAccount') && status === 'locked', words.unlock, () => act.unlock(account)],
    [may('UnlockAccount') && isOut, words.reinstate, () => act.unlock(account)],
    [may('GrantRoles') && !isOut, words.grant, () => act.grant(account)],
    [may('InviteAccount') && !isOut, words.inviteAgain, () => void act.inviteAgain(account)],
    [may('RevokeSession') && !isOut, words.signOut, () => void act.signOut(account)],
    [
      may('UnlockAccount') && secondFactor,
      words.removeFactors,
      () => void act.removeFactors(account),
    ],
    [may('SuspendAccount') && !isOut, words.suspend, () => void act.suspend(account), true],
  ]
  return offered
    .filter(([isOffered]) => isOffered)
    .map(([, label, run, danger = false]) => (
      <Button key={label} type="link" size="small" danger={danger} onClick={run}>
        {label}
      </Button>
    ))
}
