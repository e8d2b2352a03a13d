/** Words from a paper form, the telephone or the door: entered by themselves, sealed as soon as they are sent. */
import { enterText } from '@luoshi/server/contract/survey-papers'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { Frozen } from '../ui/frozen.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useSay } from '../words/language.ts'
import { WayFields, type StaffedWay } from './way-fields.tsx'
import { newAnswerId } from './new-answer-id.ts'
import { surveyChanges } from './survey-query.ts'
import type { SurveyTabProps } from './survey-tabs.ts'
import { useSurveyWords } from './survey-words.ts'

export function EnteredText({ survey }: SurveyTabProps) {
  const { texts: words, channel } = useSurveyWords()
  const say = useSay()
  const asked = survey.form.questions.filter(({ type }) => type === 'text')
  const [way, setWay] = useState<StaffedWay | null>(null)
  const [question, setQuestion] = useState(asked[0]?.code ?? '')
  const [text, setText] = useState('')
  const [id, setId] = useState(newAnswerId)
  const [receipt, setReceipt] = useState<string | null>(null)
  const act = useAct(
    (sure: StaffedWay) =>
      ask(enterText, { params: { survey: survey.id }, body: { id, ...sure, question, text } }),
    surveyChanges,
  )
  if (asked.length === 0) return null
  const send = () => {
    if (!way) return
    act.mutate(way, {
      onSuccess: (done) => {
        setReceipt(done.receipt)
        setText('')
        setId(newAnswerId())
      },
    })
  }
  return (
    <section className="card" aria-label={words.enter}>
      <div className="card-head">
        <h2>{words.enter}</h2>
      </div>
      <div className="card-body">
        <p className="quiet">{words.enterHint}</p>
        {act.error && <ProblemNote error={act.error} />}
        <Frozen isFrozen={act.isPending}>
          <WayFields survey={survey} way={way} onChange={setWay} />
          <Field label={words.enterQuestion}>
            {(parts) => (
              <Select
                {...parts}
                value={question}
                onChange={setQuestion}
                options={asked.map((one) => ({
                  value: one.code,
                  label: say({ zh: one.text.zh, en: one.text.en ?? one.text.zh }),
                }))}
              />
            )}
          </Field>
          <Field label={words.enterText} hint={words.enterTextHint}>
            {(parts) => (
              <Input.TextArea
                {...parts}
                maxLength={1000}
                autoSize={{ minRows: 3, maxRows: 10 }}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        </Frozen>
        <LackingButton
          type="primary"
          lacking={lackingOf([channel, way], [words.enterText, text])}
          loading={act.isPending}
          onClick={send}
        >
          {words.enterSend}
        </LackingButton>
        {receipt !== null && (
          <p aria-live="polite">
            {words.enterReceipt} <strong className="number">{receipt}</strong>
          </p>
        )}
      </div>
    </section>
  )
}
