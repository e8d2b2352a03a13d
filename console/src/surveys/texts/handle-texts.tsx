/** One act on the texts that were picked; each act says what it will do before it is done. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { handleSurveyTexts, type SurveyTextRow } from '@luoshi/server/contract/survey-texts'
import { App } from 'antd'
import { useAct } from '../../api/act.ts'
import { ask } from '../../api/server.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import {
  HandlingFields,
  handlingLacks,
  useHandlingDraft,
  type Handling,
  type HandlingDraft,
} from '../../voices/handling-fields.tsx'
import { useSurveyWords } from '../survey-words.ts'

type Props = Readonly<{
  survey: Id<'survey'>
  rows: readonly SurveyTextRow[]
  act: Handling
  onDone: () => void
  onClose: () => void
}>

/** So many the server takes at a time. */
const together = 100

export function HandleTexts({ survey, rows, act, onDone, onClose }: Props) {
  const { texts: words } = useSurveyWords()
  const { message } = App.useApp()
  const { draft, change } = useHandlingDraft(null)
  const send = useAct(
    () => sendAll(survey, rows, act, draft),
    ['surveys', 'voices', 'matters', 'opinions'],
  )
  return (
    <FormDialog
      title={words[`${act}Title`](rows.length)}
      action={words[act]}
      lacking={handlingLacks(act, draft, words)}
      pending={send.isPending}
      error={send.error}
      onSubmit={() =>
        send.mutate(undefined, {
          onSuccess: (refused) => {
            if (refused > 0) void message.warning(words.someRefused(refused))
            onDone()
          },
        })
      }
      onClose={onClose}
    >
      {rows.length === 1 && <blockquote className="voice-text">{rows[0]?.text}</blockquote>}
      <HandlingFields how={act} words={words} draft={draft} onChange={change} />
    </FormDialog>
  )
}

/** Answers how many were refused. */
async function sendAll(
  survey: Id<'survey'>,
  rows: readonly SurveyTextRow[],
  act: Handling,
  draft: HandlingDraft,
): Promise<number> {
  const { title, unit, reply, route, reference } = draft
  const told = {
    takeOver: { how: 'takeOver', title, unit },
    reply: { how: 'reply', reply },
    seal: { how: 'seal', route, reference },
  } as const
  let refused = 0
  for (let from = 0; from < rows.length; from += together) {
    const voices = rows
      .slice(from, from + together)
      .map(({ id: voice, version }) => ({ voice, version }))
    const done = await ask(handleSurveyTexts, {
      params: { survey },
      body: { voices, act: told[act] },
    })
    refused += done.refused.length
  }
  return refused
}
