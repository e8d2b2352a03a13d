/** The foot of a form: send, keep for later, and a word on whether the draft is safe. */
import { Button } from 'antd'
import { useId } from 'react'
import { LackingButton } from '../../../ui/lacking-button.tsx'
import { useWords } from '../../../words/language.ts'
import type { Draft } from './use-draft.ts'

export function FormFoot({
  verb,
  faults,
  uploading,
  sending,
  draft,
  onClose,
}: Readonly<{
  verb: string
  faults: number
  uploading: boolean
  sending: boolean
  draft: Pick<Draft, 'keptAt' | 'unkept'>
  onClose: () => void
}>) {
  const { form } = useWords().matterPage
  const state = useId()
  return (
    <div className="form-foot">
      <p id={state} className="form-state" aria-live="polite">
        {faults > 0 && <span className="step-error">{form.fix(faults)}</span>}
        {uploading && <span>{form.uploading}</span>}
        {draft.unkept ? (
          <span className="step-error">{form.notSaved}</span>
        ) : (
          draft.keptAt && <span className="quiet">{form.saved(clock(draft.keptAt))}</span>
        )}
      </p>
      <div className="form-buttons">
        <LackingButton
          type="primary"
          htmlType="submit"
          loading={sending}
          lacking={uploading ? form.uploading : []}
          saidAt={state}
        >
          {sending ? form.sending : form.submit(verb)}
        </LackingButton>
        <Button onClick={onClose}>{form.keep}</Button>
        <small className="quiet only-mouse">{form.keys}</small>
      </div>
    </div>
  )
}

function clock(moment: Date): string {
  const pad = (count: number) => String(count).padStart(2, '0')
  return `${pad(moment.getHours())}:${pad(moment.getMinutes())}`
}
