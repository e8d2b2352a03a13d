/** What the rule book allows to follow. It is offered, never done: the body that may decides it on a paper of its own. */
import { measureLabels, type Measure } from '@luoshi/domain/supervision/chase'
import { useSay, useWords } from '../words/language.ts'

export function Measures({ measures }: Readonly<{ measures: readonly Measure[] }>) {
  const { ballots: words } = useWords()
  const say = useSay()
  if (measures.length === 0) return null
  return (
    <p className="ballot-note">
      {words.follows}：{measures.map((one) => say(measureLabels[one])).join('、')}。
      {words.followsNote}
    </p>
  )
}
