/** The form of one step: keeps its draft, checks, asks once more where it is weighty, sends, and survives a conflict. */
import { currentRound } from '@luoshi/domain/matters/matter'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import type { MatterStep } from '@luoshi/server/contract/matter-steps'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState, type FormEvent } from 'react'
import { isRefusal } from '../../../api/problem.ts'
import { useConfirm } from '../../../ui/confirm.tsx'
import { Frozen } from '../../../ui/frozen.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../../../words/language.ts'
import type { Around } from '../around.ts'
import { fieldId } from '../fields/field.tsx'
import { StepField } from '../fields/step-field.tsx'
import { initialValues } from '../steps/initial-values.ts'
import { stepSpecs } from '../steps/step-specs.ts'
import { checkFields, type FieldErrors } from './check-fields.ts'
import { ConflictNote } from './conflict-note.tsx'
import { FormFoot } from './form-foot.tsx'
import { StepFormContext } from './form-context.tsx'
import { useDraft } from './use-draft.ts'
import { useEffectsOf } from './use-effects-of.ts'
import { useSendKey } from './use-send-key.ts'
import { useStepSubmit } from './use-step-submit.ts'

type Props = Readonly<{
  step: MatterStep
  around: Around
  onClose: () => void
  onOpen: (step: MatterStep) => void
}>

export function StepForm({ step, around: current, onClose, onOpen }: Props) {
  const { matterPage: words } = useWords()
  const language = useLanguage()
  const say = useSay()
  const confirm = useConfirm()
  const { message } = App.useApp()
  const [seen, setSeen] = useState(current.detail)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const around = { ...current, detail: seen }
  const spec = stepSpecs[step]
  const fields = spec.fields(around)
  const draft = useDraft(
    {
      account: current.session.account.id,
      matter: seen.id,
      step,
      round: currentRound(seen.matter)?.number ?? 0,
    },
    initialValues(spec, around),
  )
  const submit = useStepSubmit(step)
  const queries = useQueryClient()
  const readAgain = () => queries.invalidateQueries({ queryKey: ['matter', seen.id] })
  const effects = useEffectsOf(step, around, draft.values)
  const check = {
    words,
    dayText: (day: Parameters<typeof fullDayText>[0]) => fullDayText(day, language),
  }
  const found = checkFields(fields, draft.values, check)
  const errors: FieldErrors = tried ? found : {}
  const conflict = isRefusal(submit.error, 'version-conflict')
  const moved = current.detail.version !== seen.version && !submit.isPending && !submit.isSuccess

  async function send(event?: FormEvent) {
    event?.preventDefault()
    if (submit.isPending || busy > 0) return
    setTried(true)
    const first = Object.keys(found)[0]
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`[id="${fieldId(first)}"]`)?.focus()
      return
    }
    const { verb } = words.steps[step]
    const question = { title: `${verb}？`, effects, action: verb }
    if (spec.weighty && !(await confirm(question))) return
    submit.mutate(
      { around, values: draft.values },
      {
        onSuccess: ({ status }) => {
          draft.clear()
          void message.success(
            `${words.form.done(verb)}，${words.form.doneRound(say(statusLabels[status]))}`,
          )
          onClose()
        },
        onError: (error) => {
          if (isRefusal(error, 'version-conflict')) void readAgain()
        },
      },
    )
  }

  useSendKey(form, () => void send())

  return (
    <StepFormContext
      value={{
        around,
        values: draft.values,
        change: draft.change,
        errors,
        uploading: (more) => setBusy((count) => count + more),
        goTo: onOpen,
      }}
    >
      <form ref={form} className="step-form" noValidate onSubmit={(event) => void send(event)}>
        {draft.restored && (
          <output className="draft-note">
            {words.form.restored}{' '}
            <button type="button" className="link-button" onClick={draft.clear}>
              {words.form.discard}
            </button>
          </output>
        )}
        {moved && (
          <ConflictNote
            seen={seen}
            now={current.detail}
            possible={current.detail.may.includes(step)}
            onReload={() => {
              setSeen(current.detail)
              submit.reset()
              void message.info(words.conflict.reloaded)
            }}
          />
        )}
        <Frozen isFrozen={submit.isPending}>
          {fields.map((field, index) => (
            <StepField key={'name' in field ? field.name : `${field.kind}${index}`} field={field} />
          ))}
        </Frozen>
        {submit.error && !(conflict && moved) && (
          <div ref={intoView}>
            <ProblemNote error={submit.error} />
          </div>
        )}
        <FormFoot
          verb={words.steps[step].verb}
          faults={Object.keys(errors).length}
          uploading={busy > 0}
          sending={submit.isPending}
          draft={draft}
          onClose={onClose}
        />
      </form>
    </StepFormContext>
  )
}

/** A refusal is seen at once, however long the form. */
function intoView(note: HTMLElement | null): void {
  note?.scrollIntoView({ block: 'center' })
}
