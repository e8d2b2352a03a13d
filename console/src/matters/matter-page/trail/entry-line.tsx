/** One entry of the trail in a line: when, who, what. */
import type { MatterDetail, TrailEntry } from '@luoshi/server/contract/matters'
import { useSession } from '../../../api/session.ts'
import { momentText } from '../../../words/day-text.ts'
import { useLanguage } from '../../../words/language.ts'
import { useTrailSentence } from './use-trail-sentence.ts'

export function EntryLine({
  entry,
  detail,
}: Readonly<{ entry: TrailEntry; detail: Pick<MatterDetail, 'names' | 'lineage'> }>) {
  const language = useLanguage()
  const { today } = useSession()
  const sentence = useTrailSentence(detail)
  return (
    <>
      <time dateTime={entry.at} className="quiet number">
        {momentText(entry.at, today, language)}
      </time>{' '}
      <b>{entry.actor.name}</b> {sentence(entry.event)}
    </>
  )
}
