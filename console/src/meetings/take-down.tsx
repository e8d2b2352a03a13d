/** Fast taking down: the speaker stays, Enter records the line, the cursor never leaves the field. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { speakerKindLabels, speakerKinds, type SpeakerKind } from '@luoshi/domain/meetings/speech'
import { takeSpeech } from '@luoshi/server/contract/meetings'
import { Button, Input, Select } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useSay, useWords } from '../words/language.ts'

type Line = Readonly<{ kind: SpeakerKind; speaker: string; text: string }>

export function TakeDown({ meeting }: Readonly<{ meeting: Id<'meeting'> }>) {
  const { meetings: words } = useWords()
  const say = useSay()
  const [kind, setKind] = useState<SpeakerKind>('member')
  const [speaker, setSpeaker] = useState('')
  const [text, setText] = useState('')
  const act = useAct(
    (line: Line) => ask(takeSpeech, { params: { meeting }, body: line }),
    ['meeting'],
  )
  const record = () => {
    const line = { kind, speaker: speaker.trim(), text: text.trim() }
    if (line.text === '') return
    setText('')
    // What could not be kept comes back into the field: nothing typed is lost.
    act.mutate(line, {
      onError: () => setText((now) => (now === '' ? line.text : `${line.text}\n${now}`)),
    })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    record()
  }
  return (
    <section className="card take-down">
      {act.error && <ProblemNote error={act.error} />}
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
      <Field label={words.text} hint={words.textHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKey}
          />
        )}
      </Field>
      <Button type="primary" disabled={text.trim() === ''} onClick={record}>
        {words.record}
      </Button>
    </section>
  )
}
