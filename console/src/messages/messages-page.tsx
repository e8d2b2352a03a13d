/** What one was told, newest first; how one wishes to be told outside; and the undelivered, for the administrator. */
import { messageLine } from '@luoshi/domain/supervision/message-causes'
import { getMessages, markRead, type NoteRow } from '@luoshi/server/contract/messages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { MessageLink } from './message-link.tsx'
import './messages.css'
import { HowToTell } from './how-to-tell.tsx'
import { Undelivered } from './undelivered.tsx'

export function MessagesPage() {
  const { messages: words } = useWords()
  const may = useMay()
  const list = useInfiniteQuery({
    queryKey: ['messages', 'list'],
    queryFn: ({ pageParam }) =>
      ask(getMessages, { query: pageParam === '' ? {} : { before: pageParam } }),
    initialPageParam: '',
    getNextPageParam: (last) => (last.more ? last.rows.at(-1)?.id : undefined),
  })
  const mark = useAct((ids: string[] | null) => ask(markRead, { body: { ids } }), ['messages'])
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const unread = list.data?.pages[0]?.unread ?? 0
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          unread > 0 && (
            <Button loading={mark.isPending} onClick={() => mark.mutate(null)}>
              {words.markAll}
            </Button>
          )
        }
      />
      {(list.error ?? mark.error) && (
        <ProblemNote error={list.error ?? mark.error} onRetry={() => void list.refetch()} />
      )}
      <section className="card" aria-label={words.title}>
        {list.isPending && <Waiting lines={5} />}
        {list.data && rows.length === 0 && (
          <EmptyNote title={words.none}>{words.noneFix}</EmptyNote>
        )}
        {rows.length > 0 && (
          <ul className="message-list">
            {rows.map((row) => (
              <Message key={row.id} row={row} onRead={() => mark.mutate([row.id])} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <p className="card-body">
            <Button
              type="text"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {words.more}
            </Button>
          </p>
        )}
      </section>
      <HowToTell />
      {may('RetryMessage') && <Undelivered />}
    </>
  )
}

function Message({ row, onRead }: Readonly<{ row: NoteRow; onRead: () => void }>) {
  const { messages: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const { today } = useSession()
  return (
    <li className={row.read ? 'message' : 'message is-unread'}>
      {!row.read && <span className="message-new">{words.isNew}</span>}
      <MessageLink thing={row.thing} onGo={() => !row.read && onRead()}>
        {say(messageLine(row.cause, row.facts))}
        {row.title !== null && <small>{row.title}</small>}
        {row.reason !== null && <small>{words.reason(row.reason)}</small>}
      </MessageLink>
      <time dateTime={row.madeAt}>{dayText(row.day, today, language)}</time>
    </li>
  )
}
