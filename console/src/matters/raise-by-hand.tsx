/** Puts one opinion on record as it was heard or written, without a file: it becomes a matter at once. */
import type { AppraisalId, MatterId, UnitId } from '@luoshi/domain/kernel/ids'
import type { InputOf } from '@luoshi/server/contract/kit'
import { raiseOpinion } from '@luoshi/server/contract/opinions'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { appraisalsQuery, unitsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import '../imports/review/proposal.css'
import { OriginFields } from '../imports/review/proposal/origin-fields.tsx'
import type { Origin } from '../imports/review/model/review-shape.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

type Draft = Readonly<{
  appraisal: AppraisalId | null
  text: string
  title: string
  unit: UnitId | null
  origin: Origin
}>

type Body = InputOf<(typeof raiseOpinion)['body']>

/** What is sent, or null while something is missing. A unit may stay open until hand-over. */
function bodyOf({ appraisal, text, title, unit, origin }: Draft): Body | null {
  const { channel, raiserKind, raiser, receivedOn } = origin
  if (appraisal === null || receivedOn === null) return null
  if (text.trim() === '' || title.trim() === '') return null
  const disposition = { kind: 'matter' as const, title: title.trim(), unit }
  const heard = { text: text.trim(), channel, raiserKind, raiser: raiser.trim(), receivedOn }
  return { appraisal, ...heard, disposition }
}

export function RaiseByHand({
  appraisal,
  onClose,
  onRaised,
}: Readonly<{
  appraisal: AppraisalId | null
  onClose: () => void
  onRaised: (matter: MatterId | null) => void
}>) {
  const { imports, matters } = useWords()
  const words = matters.byHand
  const { today } = useSession()
  const { data: appraisals = [] } = useQuery(appraisalsQuery)
  const { data: units = [] } = useQuery(unitsQuery)
  const running = appraisals.filter((one) => one.status === 'running')
  const [typed, setDraft] = useState<Draft>({
    appraisal,
    text: '',
    title: '',
    unit: null,
    origin: { channel: 'meetingRemark', raiserKind: 'member', raiser: '', receivedOn: today },
  })
  const [first, ...others] = running
  const only = first && others.length === 0 ? first.id : null
  const draft = { ...typed, appraisal: typed.appraisal ?? only }
  const act = useAct((body: Body) => ask(raiseOpinion, { body }), ['matters', 'appraisals'])
  const body = bodyOf(draft)
  return (
    <FormDialog
      title={words.title}
      action={words.action}
      lacking={lackingOf(
        [words.text, draft.text],
        [words.matter, draft.title],
        [matters.columns.appraisal, draft.appraisal],
        [imports.common.receivedOn, draft.origin.receivedOn],
      )}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() => {
        if (body) act.mutate(body, { onSuccess: ({ matter }) => onRaised(matter) })
      }}
      width={640}
    >
      <Field label={words.text} hint={words.textHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={20_000}
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.matter} hint={words.matterHint}>
        {(parts) => (
          <Input
            {...parts}
            maxLength={200}
            value={draft.title}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
        )}
      </Field>
      <div className="field-row">
        <Field label={matters.columns.appraisal}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.appraisal}
              onChange={(chosen) => setDraft({ ...draft, appraisal: chosen })}
              options={running.map((one) => ({ value: one.id, label: one.title }))}
            />
          )}
        </Field>
        <Field label={matters.columns.unit} hint={words.unitHint}>
          {(parts) => (
            <Select
              {...parts}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.unit}
              onChange={(chosen) => setDraft({ ...draft, unit: chosen ?? null })}
              options={units
                .filter((one) => one.status === 'active')
                .map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      </div>
      <OriginFields
        value={draft.origin}
        onChange={(_about, next) => setDraft({ ...draft, origin: { ...draft.origin, ...next } })}
      />
    </FormDialog>
  )
}
