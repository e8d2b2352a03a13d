/** One entry with its place in the ledger, what was said, and the way to the matter as it was then. */
import type { MatterDetail, TrailEntry } from '@luoshi/server/contract/matters'
import { Link } from '@tanstack/react-router'
import { useSession } from '../../../api/session.ts'
import { momentText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import { kindOf, saidIn } from './trail-kinds.ts'
import { useTrailSentence } from './use-trail-sentence.ts'

export function TrailItem({
  entry,
  detail,
}: Readonly<{ entry: TrailEntry; detail: MatterDetail }>) {
  const { trail: words } = useWords().matterPage
  const language = useLanguage()
  const { today } = useSession()
  const sentence = useTrailSentence(detail)
  const said = saidIn(entry.event)
  return (
    <li className={`trail-item trail-${kindOf(entry.event)}`}>
      <p className="trail-act">
        <b>{entry.actor.name || words.system}</b> {sentence(entry.event)}
      </p>
      {said !== null && <blockquote>{said}</blockquote>}
      <p className="trail-place">
        <time dateTime={entry.at}>{momentText(entry.at, today, language)}</time>
        <span>{words.place(entry.seq)}</span>
        <Link
          className="no-print"
          to="/matters/$matter"
          params={{ matter: detail.id }}
          search={{ at: entry.at }}
          aria-label={words.seeThenOf(entry.seq)}
        >
          {words.seeThen}
        </Link>
      </p>
    </li>
  )
}
