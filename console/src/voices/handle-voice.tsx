/** One voice, handled in one of three ways; each says what it will do before it is done. */
import {
  replyToVoice,
  sealVoice,
  takeOverVoice,
  type VoiceRow,
} from '@luoshi/server/contract/voices'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/language.ts'
import {
  HandlingFields,
  handlingLacks,
  useHandlingDraft,
  type Handling,
  type HandlingDraft,
} from './handling-fields.tsx'

export function HandleVoice({
  voice,
  how,
  appraisal,
  onClose,
}: AppraisalTabProps & Readonly<{ voice: VoiceRow; how: Handling; onClose: () => void }>) {
  const { voices: words } = useWords()
  const { draft, change } = useHandlingDraft(appraisal.unit)
  const act = useAct(() => send(voice, how, draft), ['voices', 'matters', 'opinions'])
  return (
    <FormDialog
      title={words[`${how}Title`]}
      action={words[how]}
      lacking={handlingLacks(how, draft, words)}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <blockquote className="voice-text">{voice.text}</blockquote>
      <HandlingFields how={how} words={words} draft={draft} onChange={change} />
    </FormDialog>
  )
}

function send({ id, version }: VoiceRow, how: Handling, draft: HandlingDraft) {
  const params = { voice: id }
  const { title, unit, reply, route, reference } = draft
  switch (how) {
    case 'takeOver':
      return ask(takeOverVoice, { params, body: { version, title, unit } })
    case 'reply':
      return ask(replyToVoice, { params, body: { version, reply } })
    case 'seal':
      return ask(sealVoice, { params, body: { version, route, reference } })
  }
}
