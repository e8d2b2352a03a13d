/** A speech, or one of the things said in it, becomes an opinion with its matter. */
import type { AppraisalId, UnitId } from '@luoshi/domain/kernel/ids'
import { turnSpeech, type MeetingRow, type SpeechRow } from '@luoshi/server/contract/meetings'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { appraisalsQuery, unitsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

export function TurnSpeech({
  speech,
  meeting,
  onClose,
}: Readonly<{ speech: SpeechRow; meeting: MeetingRow; onClose: () => void }>) {
  const { meetings: words } = useWords()
  const { data: units = [] } = useQuery(unitsQuery)
  const { data: appraisals = [] } = useQuery(appraisalsQuery)
  const [appraisal, setAppraisal] = useState<AppraisalId | null>(meeting.appraisals[0]?.id ?? null)
  const heard = appraisals.find(({ id }) => id === appraisal)
  const [chosen, setChosen] = useState<UnitId | null>(null)
  const unit = chosen ?? heard?.unit ?? null
  const [title, setTitle] = useState('')
  const [text, setText] = useState(speech.text)
  const act = useAct(
    (of: AppraisalId) => {
      const { id, version } = speech
      const body = { version, appraisal: of, title, text, unit }
      return ask(turnSpeech, { params: { speech: id }, body })
    },
    ['meeting', 'matters', 'appraisals'],
  )
  return (
    <FormDialog
      title={words.turnTitle}
      action={words.turn}
      lacking={lackingOf(
        [words.matterTitle, title],
        [words.words, text],
        [words.appraisal, appraisal],
      )}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => appraisal !== null && act.mutate(appraisal, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label={words.matterTitle}>
        {(parts) => (
          <Input {...parts} value={title} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      <Field label={words.words} hint={words.wordsHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="field-row">
        <Field label={words.appraisal}>
          {(parts) => (
            <Select
              {...parts}
              value={appraisal}
              onChange={setAppraisal}
              options={meeting.appraisals.map(({ id, title: name }) => ({
                value: id,
                label: name,
              }))}
            />
          )}
        </Field>
        <Field label={words.unit}>
          {(parts) => (
            <Select
              {...parts}
              value={unit}
              onChange={setChosen}
              options={units
                .filter(({ status }) => status === 'active')
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
      </div>
    </FormDialog>
  )
}
