/** Accounts, for the administrator: who may sign in, as what; a person is invited by a link that works once. */
import {
  endAccountSessions,
  inviteAgain,
  listAccounts,
  removeAccountFactors,
  suspendAccount,
  unlockAccount,
  type AccountRow,
} from '@luoshi/server/contract/accounts'
import { listPendingActs } from '@luoshi/server/contract/pending-acts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useAct } from '../api/act.ts'
import { problemOf } from '../api/problem.ts'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { nowOf } from '../ui/now-of.ts'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useLanguage, useWords } from '../words/language.ts'
import { AccountFilters, type AccountFilter } from './account-filters.tsx'
import { AccountsTable, type AccountAct } from './accounts-table.tsx'
import { GrantRoles } from './grant-roles.tsx'
import { InvitationLink, type Invitation } from './invitation-link.tsx'
import { InvitePerson } from './invite-person.tsx'

function useAccounts({ search, standing }: AccountFilter) {
  const part = useDeferredValue(search.trim())
  const query = {
    ...(part === '' ? {} : { search: part }),
    ...(standing === null ? {} : { standing }),
  }
  return useInfiniteQuery({
    queryKey: ['accounts', query],
    queryFn: ({ pageParam }) =>
      ask(listAccounts, { query: { ...query, ...(pageParam === '' ? {} : { after: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

export function AccountsPage() {
  const { accounts: words } = useWords()
  const [filter, setFilter] = useState<AccountFilter>({ search: '', standing: null })
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } =
    useAccounts(filter)
  const rows = data?.pages.flatMap((page) => page.rows)
  const [inviting, setInviting] = useState(false)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const [granting, setGranting] = useState<AccountRow | null>(null)
  const may = useMay()
  const navigate = useNavigate()
  const act = { ...useAccountActs(setInvitation), grant: setGranting }
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <ApprovalsButton />
            {may('SetSignInRules') && (
              <Button onClick={() => void navigate({ to: '/accounts/rules' })}>
                {words.rules}
              </Button>
            )}
            {may('InviteAccount') && (
              <Button type="primary" onClick={() => setInviting(true)}>
                {words.invite}
              </Button>
            )}
          </>
        }
      />
      <AccountFilters filter={filter} counts={data?.pages[0]?.counts} onChange={setFilter} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      <section className="card" aria-label={words.title}>
        {!rows && !error && <Waiting />}
        {rows?.length === 0 && <EmptyNote title={words.none}>{words.noneText}</EmptyNote>}
        {rows && rows.length > 0 && <AccountsTable accounts={rows} act={act} />}
        {hasNextPage && (
          <p className="accounts-more">
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {words.more}
            </Button>
          </p>
        )}
      </section>
      {inviting && (
        <InvitePerson
          onClose={() => setInviting(false)}
          onInvited={(invited) => {
            setInviting(false)
            setInvitation(invited)
          }}
        />
      )}
      {granting && <GrantRoles account={nowOf(rows, granting)} onClose={() => setGranting(null)} />}
      {invitation && <InvitationLink invitation={invitation} onClose={() => setInvitation(null)} />}
    </>
  )
}

/** There only when something was ever asked of a second administrator. */
function ApprovalsButton() {
  const { accounts: words } = useWords()
  const navigate = useNavigate()
  const { data } = useQuery({
    queryKey: ['pending-acts'],
    queryFn: () => ask(listPendingActs, {}),
  })
  if (!data || data.rows.length === 0) return null
  const waiting = data.rows.filter(({ outcome }) => outcome === null).length
  return (
    <Button onClick={() => void navigate({ to: '/approvals' })}>{words.approvals(waiting)}</Button>
  )
}

function useAccountActs(onInvited: (invitation: Invitation) => void): Omit<AccountAct, 'grant'> {
  const { accounts: words } = useWords()
  const language = useLanguage()
  const confirm = useConfirm()
  const { message } = App.useApp()
  const onError = (error: Error) => {
    const { what, fix } = problemOf(error)[language]
    void message.error(`${what}${fix}`, 8)
  }
  const onSuccess = () => void message.success(words.done)
  const suspend = useAct(
    ({ id }: AccountRow) => ask(suspendAccount, { params: { account: id } }),
    ['accounts'],
  )
  const unlock = useAct(
    ({ id }: AccountRow) => ask(unlockAccount, { params: { account: id } }),
    ['accounts'],
  )
  const again = useAct(
    ({ id }: AccountRow) => ask(inviteAgain, { params: { account: id } }),
    ['accounts'],
  )
  const signOut = useAct(
    ({ id }: AccountRow) => ask(endAccountSessions, { params: { account: id } }),
    ['accounts'],
  )
  const removeFactors = useAct(
    ({ id }: AccountRow) => ask(removeAccountFactors, { params: { account: id } }),
    ['accounts'],
  )
  return {
    signOut: async (account) => {
      const sure = await confirm({
        title: words.signOutTitle(account.name),
        effects: [words.signOutEffect],
        action: words.signOut,
        irreversible: false,
      })
      if (sure) signOut.mutate(account, { onSuccess, onError })
    },
    removeFactors: async (account) => {
      const sure = await confirm({
        title: words.removeFactorsTitle(account.name),
        effects: [words.removeFactorsEffect],
        action: words.removeFactors,
        irreversible: false,
      })
      if (sure) removeFactors.mutate(account, { onSuccess, onError })
    },
    suspend: async (account) => {
      const sure = await confirm({
        title: words.suspendTitle(account.name),
        effects: [words.suspendEffect],
        action: words.suspend,
        irreversible: false,
      })
      if (sure) suspend.mutate(account, { onSuccess, onError })
    },
    unlock: (account) => unlock.mutate(account, { onSuccess, onError }),
    inviteAgain: async (account) => {
      const sure = await confirm({
        title: words.inviteAgainTitle(account.name),
        effects: [words.inviteAgainEffect],
        action: words.inviteAgain,
        irreversible: false,
      })
      if (!sure) return
      again.mutate(account, {
        onSuccess: ({ invitation }) => onInvited({ name: account.name, link: invitation }),
        onError,
      })
    },
  }
}
