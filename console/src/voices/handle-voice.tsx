/** One voice, handled in one of three ways; each says what it will do before it is done. */
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { sealedRouteLabels, sealedRoutes, type SealedRoute } from '@luoshi/domain/opinions/voice'
import {
  replyToVoice,
  sealVoice,
  takeOverVoice,
  type VoiceRow,
} from '@luoshi/server/contract/voices'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { unitsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useSay, useWords } from '../words/language.ts'

export type Handling = 'takeOver' | 'reply' | 'seal'

type Draft = Readonly<{
  title: string
  unit: UnitId | null
  reply: string
  route: SealedRoute
  reference: string
}>

export function HandleVoice({
  voice,
  how,
  appraisal,
  onClose,
}: AppraisalTabProps & Readonly<{ voice: VoiceRow; how: Handling; onClose: () => void }>) {
  const { voices: words } = useWords()
  const [draft, setDraft] = useState<Draft>({
    title: '',
    unit: appraisal.unit,
    reply: '',
    route: 'discipline',
    reference: '',
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const act = useAct(() => send(voice, how, draft), ['voices', 'matters', 'opinions'])
  return (
    <FormDialog
      title={words[`${how}Title`]}
      action={words[how]}
      ready={isReady(how, draft)}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <blockquote className="voice-text">{voice.text}</blockquote>
      <Fields how={how} draft={draft} onChange={change} />
    </FormDialog>
  )
}

function isReady(how: Handling, { title, reply, reference }: Draft): boolean {
  return { takeOver: title, reply, seal: reference }[how].trim() !== ''
}

function send({ id, version }: VoiceRow, how: Handling, draft: Draft) {
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

function Fields({
  how,
  draft,
  onChange,
}: Readonly<{ how: Handling; draft: Draft; onChange: (part: Partial<Draft>) => void }>) {
  const { voices: words } = useWords()
  const say = useSay()
  const { data: units = [] } = useQuery(unitsQuery)
  switch (how) {
    case 'takeOver':
      return (
        <>
          <Field label={words.title}>
            {(parts) => (
              <Input
                {...parts}
                value={draft.title}
                onChange={(event) => onChange({ title: event.target.value })}
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
              onChange={(event) => onChange({ reply: event.target.value })}
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
                  onChange={(event) => onChange({ reference: event.target.value })}
                />
              )}
            </Field>
          </div>
          <p className="consequence">{words.sealEffect}</p>
        </>
      )
  }
}
