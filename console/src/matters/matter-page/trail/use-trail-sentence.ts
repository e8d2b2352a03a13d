/** Says an event in the chosen language, with names for ids and days in full. */
import type { MatterDetail } from '@luoshi/server/contract/matters'
import { useSession } from '../../../api/session.ts'
import { dayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import type { TrailEvent } from '../../../words/trail-look.ts'

export function useTrailSentence({
  names,
}: Pick<MatterDetail, 'names'>): (event: TrailEvent) => string {
  const { matterPage } = useWords()
  const language = useLanguage()
  const { today } = useSession()
  return (event) =>
    matterPage.trailSentence(event, {
      name: (id) => names[id] ?? id,
      day: (day) => dayText(day, today, language),
    })
}
