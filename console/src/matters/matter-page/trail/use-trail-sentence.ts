/** Says an event in the chosen language, with names for ids and days in full. */
import type { MatterDetail } from '@luoshi/server/contract/matters'
import { useSession } from '../../../api/session.ts'
import { dayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import type { TrailEvent } from '../../../words/trail-look.ts'

export function useTrailSentence({
  names,
  lineage: { mergedInto },
}: Pick<MatterDetail, 'names' | 'lineage'>): (event: TrailEvent) => string {
  const { matterPage, matters } = useWords()
  const language = useLanguage()
  const { today } = useSession()
  const name = (id: string) =>
    mergedInto?.id === id
      ? `${matters.numberSign(mergedInto.number)} ${mergedInto.title}`
      : (names[id] ?? id)
  return (event) =>
    matterPage.trailSentence(event, { name, day: (day) => dayText(day, today, language) })
}
