/** One act on the texts that were picked; each act says what it will do before it is done. */
import type { Id, UnitId } from '@luoshi/domain/kernel/ids'
import { sealedRouteLabels, sealedRoutes, type SealedRoute } from '@luoshi/domain/opinions/voice'
import { handleSurveyTexts, type SurveyTextRow } from '@luoshi/server/contract/survey-texts'
import { useQuery } from '@tanstack/react-query'
import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api/act.ts'
import { unitsQuery } from '../../api/lists.ts'
import { ask } from '../../api/server.ts'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useSay } from '../../words/language.ts'
import { useSurveyWords } from '../survey-words.ts'

export type Act = 'takeOver' | 'reply' | 'seal'

type Draft = Readonly<{
  title: string
  unit: UnitId | null
  reply: string
  route: SealedRoute
  reference: string
}>

type Props = Readonly<{
  survey: Id<'survey'>
  rows: readonly SurveyTextRow[]
  act: Act
  onDone: () => void
  onClose: () => void
}>

/** So many the server takes at a time. */
const together = 100

export function HandleTexts({ survey, rows, act, onDone, onClose }: Props) {
  const { texts: words } = useSurveyWords()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Draft>({
    title: '',
    unit: null,
    reply: '',
    route: 'discipline',
    reference: '',
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const send = useAct(
    () => sendAll(survey, rows, act, draft),
    ['surveys', 'voices', 'matters', 'opinions'],
  )
  return (
    <FormDialog
      title={words[`${act}Title`](rows.length)}
      action={words[act]}
      ready={
        { takeOver: draft.title, reply: draft.reply, seal: draft.reference }[act].trim() !== ''
      }
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
      <Fields act={act} draft={draft} onChange={change} />
    </FormDialog>
  )
}

/** Answers how many were refused. */
async function sendAll(
  survey: Id<'survey'>,
  rows: readonly SurveyTextRow[],
  act: Act,
  draft: Draft,
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

function Fields({
  act,
  draft,
  onChange,
}: Readonly<{ act: Act; draft: Draft; onChange: (part: Partial<Draft>) => void }>) {
  const { texts: words } = useSurveyWords()
  const say = useSay()
  const { data: units = [] } = useQuery(unitsQuery)
  switch (act) {
    case 'takeOver':
      return (
        <>
          <Field label={words.title}>
            {(parts) => (
              <Input
                {...parts}
                value={draft.title}
                onChange={({ target }) => onChange({ title: target.value })}
              />
            )}
          </Field>
          <Field label={words.unit}>
            {(parts) => (
              <Select
                {...parts}
                allowClear
                value={draft.unit}
                onChange={(unit: UnitId | undefined) => onChange({ unit: unit ?? null })}
                options={units
                  .filter(({ status }) => status === 'active')
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>
          <p className="consequence">{words.takeOverEffect}</p>
        </>
      )
    case 'reply':
      return (
        <Field label={words.replyText} hint={words.replyHint}>
          {(parts) => (
            <Input.TextArea
              {...parts}
              autoSize={{ minRows: 3, maxRows: 10 }}
              value={draft.reply}
              onChange={({ target }) => onChange({ reply: target.value })}
            />
          )}
        </Field>
      )
    case 'seal':
      return (
        <>
          <div className="field-row">
            <Field label={words.route}>
              {(parts) => (
                <Select
                  {...parts}
                  value={draft.route}
                  onChange={(route) => onChange({ route })}
                  options={sealedRoutes.map((one) => ({
                    value: one,
                    label: say(sealedRouteLabels[one]),
                  }))}
                />
              )}
            </Field>
            <Field label={words.reference} hint={words.referenceHint}>
              {(parts) => (
                <Input
                  {...parts}
                  value={draft.reference}
                  onChange={({ target }) => onChange({ reference: target.value })}
                />
              )}
            </Field>
          </div>
          <p className="consequence">{words.sealEffect}</p>
        </>
      )
  }
}
