/**
 * Whose code did not go out by text message: told as long as it is so, after a restart, too; sent once more, or made for
 * letters. Nobody of these has a code that opens the door, so nobody can answer twice.
 */
import { remakeCodes, type FrameRow, type IssuedCode } from '@luoshi/server/contract/survey-frames'
import { Button } from 'antd'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { saveCodes } from './save-codes.ts'
import { surveyChanges } from './survey-query.ts'
import { useSurveyWords } from './survey-words.ts'

type Props = Readonly<{ frame: FrameRow; onMade: (rows: readonly IssuedCode[]) => void }>

export function UnsentCodes({ frame, onMade }: Props) {
  const words = useSurveyWords()
  const confirm = useConfirm()
  const { id, version, unsent, may } = frame
  const act = useAct(async (way: 'message' | 'letter') => {
    const { rows } = await ask(remakeCodes, { params: { frame: id }, body: { version, way } })
    if (rows.length > 0) saveCodes(`${words.codesFile}.csv`, rows, words.codeColumns)
    onMade(rows)
  }, surveyChanges)
  if (unsent.n === 0) return null
  if (unsent.isSending)
    return (
      <p className="consequence">
        <output>{words.codesGoing(unsent.n)}</output>
      </p>
    )
  const onLetters = async () => {
    const action = words.unsentByLetter
    if (await confirm({ title: action, effects: [words.codesOnce], action })) act.mutate('letter')
  }
  return (
    <section className="consequence" aria-label={words.codesUnsent(unsent.n)}>
      <p>
        <strong>{words.codesUnsent(unsent.n)}</strong>
      </p>
      <p>{words.codesUnsentHint}</p>
      {act.error && <ProblemNote error={act.error} />}
      {may.remake && (
        <p className="survey-question-acts">
          <Button type="primary" loading={act.isPending} onClick={() => act.mutate('message')}>
            {words.unsentAgain}
          </Button>
          <Button disabled={act.isPending} onClick={() => void onLetters()}>
            {words.unsentByLetter}
          </Button>
        </p>
      )}
    </section>
  )
}
