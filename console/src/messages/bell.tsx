/** The bell in the band: how many messages are unread. It leads to the page; nothing pops up by itself. */
import { getMessages } from '@luoshi/server/contract/messages'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../api/server.ts'
import { useWords } from '../words/language.ts'

export function Bell() {
  const { messages: words } = useWords()
  const { data } = useQuery({
    queryKey: ['messages', 'bell'],
    queryFn: async () => (await ask(getMessages, { query: { limit: 1 } })).unread,
    refetchInterval: 60_000,
  })
  const unread = data ?? 0
  return (
    <Link to="/messages" className="band-button band-bell" aria-label={words.bell(unread)}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path
          d="M10 2a5 5 0 0 0-5 5v3.4L3.6 13a.8.8 0 0 0 .7 1.2h11.4a.8.8 0 0 0 .7-1.2L15 10.4V7a5 5 0 0 0-5-5zM8 15.5a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
      </svg>
      {unread > 0 && <span className="band-bell-count">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  )
}
