/** One speech in the record, with what became of it. */
import { raiserKindOf, speakerKindLabels, speechActLabels } from '@luoshi/domain/meetings/speech'
import { amendSpeech, type SpeechRow } from '@luoshi/server/contract/meetings'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { WholeDialog } from '../ui/whole-dialog.tsx'
import { useSay, useWords } from '../words/language.ts'

export function SpeechItem({
  speech,
  answers,
  onTurn,
}: Readonly<{ speech: SpeechRow; answers: SpeechRow | undefined; onTurn: () => void }>) {
  const { meetings: words } = useWords()
  const say = useSay()
  const may = useMay()
  const [amending, setAmending] = useState(false)
  const { kind, act, to, speaker, text, number, opinions } = speech
  return (
    <li className="speech">
      <p className="speech-head">
        <span className="number quiet">{number}</span>
        <strong>{speaker === '' ? say(speakerKindLabels[kind]) : speaker}</strong>
        {speaker !== '' && <span className="quiet">{say(speakerKindLabels[kind])}</span>}
        {act !== 'remark' && <span className="speech-act">{say(speechActLabels[act])}</span>}
        {answers && <span className="quiet">{words.answered(answers.number)}</span>}
        {opinions.length > 0 && <span className="due-green">{words.turned(opinions.length)}</span>}
      </p>
      <p className="speech-text">{text}</p>
      <div className="speech-actions">
        {raiserKindOf(kind) !== null && may('TurnSpeech') && (
          <Button size="small" onClick={onTurn}>
            {words.turn}
          </Button>
        )}
        {may('AmendSpeech') && (
          <Button size="small" type="text" onClick={() => setAmending(true)}>
            {words.amend}
          </Button>
        )}
        {to.matter !== null && <MatterLink matter={to.matter}>{words.aboutMatter}</MatterLink>}
        {opinions.map(
          ({ opinion, matter }) =>
            matter !== null && (
              <MatterLink key={opinion} matter={matter}>
                {words.seeMatter}
              </MatterLink>
            ),
        )}
      </div>
      {amending && <Amend speech={speech} onClose={() => setAmending(false)} />}
    </li>
  )
}

function Amend({ speech, onClose }: Readonly<{ speech: SpeechRow; onClose: () => void }>) {
  const { meetings: words } = useWords()
  const [speaker, setSpeaker] = useState(speech.speaker)
  const [text, setText] = useState(speech.text)
  const params = { speech: speech.id }
  return (
    <WholeDialog
      title={words.amendTitle}
      action={words.amend}
      changes={['meeting']}
      now={speech.version}
      send={
        text.trim() === ''
          ? lackingOf([words.text, text])
          : (version) => ask(amendSpeech, { params, body: { version, speaker, text } })
      }
      onClose={onClose}
    >
      <Field label={words.speaker}>
        {(parts) => (
          <Input {...parts} value={speaker} onChange={(event) => setSpeaker(event.target.value)} />
        )}
      </Field>
      <Field label={words.text}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </WholeDialog>
  )
}
