/** Who is appraised, by the post of that time, and beside it who answers now where that is somebody else. */
import type { AppraisalRow } from '@luoshi/server/contract/appraisals'
import { useWords } from '../words/language.ts'

export function Appraised({ appraisal }: Readonly<{ appraisal: AppraisalRow }>) {
  const { appraisals: words } = useWords()
  const { officialName, unitName, post, leftOn, answersNow: now } = appraisal
  return (
    <>
      {words.appraised(officialName, unitName, post, leftOn !== null)}
      {now && (
        <>
          {' '}
          · <b>{words.answersNowIs(`${now.unitName}${now.post}${now.name}`, now.caretaker)}</b>
        </>
      )}
    </>
  )
}
