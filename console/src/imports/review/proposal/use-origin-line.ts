/** Where an opinion comes from, in one line. */
import { useSession } from '../../../api/session.ts'
import { dayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import type { Origin } from '../model/review-shape.ts'

export function useOriginLine(): (origin: Origin) => string {
  const { imports: words, matterPage } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  return ({ channel, raiserKind, raiser, receivedOn }) =>
    [
      matterPage.channels[channel],
      matterPage.raiserKinds[raiserKind],
      raiser.trim() === '' ? words.common.noRaiser : raiser,
      receivedOn === null ? '—' : dayText(receivedOn, today, language),
    ].join(' · ')
}
