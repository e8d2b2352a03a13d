/** Fast taking down: the speaker stays, Enter records the line, the cursor never leaves the field, nothing is lost. */
import type { Id, MatterId } from '@luoshi/domain/kernel/ids'
import {
  actsOf,
  speakerKindLabels,
  speakerKinds,
  speechActLabels,
  type SpeakerKind,
  type SpeechAct,
} from '@luoshi/domain/meetings/speech'
import type { MeetingRow, SpeechRow } from '@luoshi/server/contract/meetings'
import { listMatters } from '@luoshi/server/contract/matters'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useSay, useWords } from '../words/language.ts'
import { useLineQueue } from './use-line-queue.ts'

/** How many questions may still be waiting for their answer. */
const askable = 20

export function TakeDown({
  meeting,
  speeches,
}: Readonly<{ meeting: MeetingRow; speeches: readonly SpeechRow[] }>) {
  const { meetings: words } = useWords()
  const say = useSay()
  const { lines, add, drop } = useLineQueue(meeting.id)
  const field = useFocusedField()
  const [kind, setKind] = useState<SpeakerKind>('member')
  const [chosenAct, setAct] = useState<SpeechAct | null>(null)
  const [question, setQuestion] = useState<Id<'speech'> | null>(null)
  const [matter, setMatter] = useState<MatterId | null>(null)
  const [speaker, setSpeaker] = useState('')
  const [text, setText] = useState('')
  const acts = actsOf(kind)
  const [usual = 'remark'] = acts
  const act = chosenAct !== null && acts.includes(chosenAct) ? chosenAct : usual
  const open = speeches.filter((one) => one.act === 'question').slice(-askable)
  const answers = question ?? open.at(-1)?.id ?? null
  const record = () => {
    const said = text.trim()
    if (said === '') return
    const to = {
      question: act === 'answer' ? answers : null,
      matter: act === 'defence' ? matter : null,
    }
    add({ kind, act, ...to, speaker: speaker.trim(), text: said })
    setText('')
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    record()
  }
  return (
    <section className="card take-down" aria-label={words.record}>
      <div className="field-row">
        <Field label={words.kind}>
          {(parts) => (
            <Select
              {...parts}
              value={kind}
              onChange={setKind}
              options={speakerKinds.map((one) => ({
                value: one,
                label: say(speakerKindLabels[one]),
              }))}
            />
          )}
        </Field>
        <Field label={words.act}>
          {(parts) => (
            <Select
              {...parts}
              value={act}
              onChange={setAct}
              options={acts.map((one) => ({ value: one, label: say(speechActLabels[one]) }))}
            />
          )}
        </Field>
        <Field label={words.speaker}>
          {(parts) => (
            <Input
              {...parts}
              value={speaker}
              onChange={(event) => setSpeaker(event.target.value)}
            />
          )}
        </Field>
      </div>
      {act === 'answer' && (
        <Field label={words.answersTo}>
          {(parts) => (
            <Select
              {...parts}
              value={answers}
              onChange={setQuestion}
              notFoundContent={words.noQuestion}
              options={open.map((one) => ({ value: one.id, label: `${one.number} ${one.text}` }))}
            />
          )}
        </Field>
      )}
      {act === 'defence' && (
        <DefendedMatter meeting={meeting} value={matter} onChange={setMatter} />
      )}
      <div className="field">
        <label htmlFor={field}>{words.text}</label>
        <Input.TextArea
          id={field}
          aria-describedby={`${field}-hint`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKey}
        />
        <p id={`${field}-hint`} className="field-hint">
          {words.textHint}
        </p>
      </div>
      <LackingButton type="primary" lacking={lackingOf([words.text, text])} onClick={record}>
        {words.record}
      </LackingButton>
      {lines.length > 0 && (
        <ul className="lines-waiting" aria-live="polite">
          {lines.map(({ key, line, refusal }) => (
            <li key={key}>
              <span className={refusal === null ? 'quiet' : 'due-red'}>
                {refusal ?? words.sending}
              </span>{' '}
              {line.text}
              {refusal !== null && (
                <Button
                  size="small"
                  onClick={() => {
                    setText((now) => (now === '' ? line.text : `${line.text}\n${now}`))
                    drop(key)
                  }}
                >
                  {words.takeBack}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The page is for writing: the field has the cursor as soon as it is there. */
function useFocusedField(): string {
  const id = useId()
  useEffect(() => {
    document.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`)?.focus()
  }, [id])
  return id
}

function DefendedMatter({
  meeting,
  value,
  onChange,
}: Readonly<{
  meeting: MeetingRow
  value: MatterId | null
  onChange: (matter: MatterId | null) => void
}>) {
  const { meetings: words } = useWords()
  const [first] = meeting.appraisals
  const { data: matters = [] } = useQuery({
    queryKey: ['matters', 'of', first?.id],
    queryFn: async () =>
      first
        ? (await ask(listMatters, { query: { appraisal: first.id, sort: 'number', limit: 100 } }))
            .rows
        : [],
  })
  return (
    <Field label={words.defends} hint={words.defendsHint}>
      {(parts) => (
        <Select
          {...parts}
          allowClear
          showSearch
          optionFilterProp="label"
          value={value}
          onChange={(next: MatterId | undefined) => onChange(next ?? null)}
          options={matters.map(({ id, number, title }) => ({
            value: id,
            label: `${number} ${title}`,
          }))}
        />
      )}
    </Field>
  )
}
