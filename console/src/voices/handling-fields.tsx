/**
 * What each of the three ways of handling a voice asks for: becoming a matter, a reply, an accusation sealed and handed on.
 * The same for what was handed in on the call page and for what was written in a survey; each side brings its words.
 */
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { sealedRouteLabels, sealedRoutes, type SealedRoute } from '@luoshi/domain/opinions/voice'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../ui/field.tsx'
import { lackingOf, type Lacking } from '../ui/lacking.ts'
import { UnitChoice } from '../ui/unit-choice.tsx'
import { useSay } from '../words/language.ts'

export type Handling = 'takeOver' | 'reply' | 'seal'

export type HandlingDraft = Readonly<{
  title: string
  unit: UnitId | null
  reply: string
  route: SealedRoute
  reference: string
}>

export type HandlingWords = Readonly<{
  title: string
  unit: string
  /** What follows when it becomes a matter; left out where its page says so already. */
  takeOverEffect?: string
  replyText: string
  replyHint: string
  route: string
  reference: string
  referenceHint: string
  sealEffect: string
}>

export function useHandlingDraft(unit: UnitId | null) {
  const [draft, setDraft] = useState<HandlingDraft>({
    title: '',
    unit,
    reply: '',
    route: 'discipline',
    reference: '',
  })
  const change = (part: Partial<HandlingDraft>) => setDraft((before) => ({ ...before, ...part }))
  return { draft, change }
}

export function handlingLacks(
  how: Handling,
  { title, reply, reference }: HandlingDraft,
  words: HandlingWords,
): Lacking {
  switch (how) {
    case 'takeOver':
      return lackingOf([words.title, title])
    case 'reply':
      return lackingOf([words.replyText, reply])
    case 'seal':
      return lackingOf([words.reference, reference])
  }
}

type Props = Readonly<{
  how: Handling
  words: HandlingWords
  draft: HandlingDraft
  onChange: (part: Partial<HandlingDraft>) => void
}>

export function HandlingFields({ how, words, draft, onChange }: Props) {
  switch (how) {
    case 'takeOver':
      return <TakeOverFields words={words} draft={draft} onChange={onChange} />
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
      return <SealFields words={words} draft={draft} onChange={onChange} />
  }
}

type Part = Omit<Props, 'how'>

function TakeOverFields({ words, draft, onChange }: Part) {
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
      <UnitChoice label={words.unit} value={draft.unit} onChange={(unit) => onChange({ unit })} />
      {words.takeOverEffect !== undefined && <p className="consequence">{words.takeOverEffect}</p>}
    </>
  )
}

function SealFields({ words, draft, onChange }: Part) {
  const say = useSay()
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
