/** Who was talked to: named, or sealed. Once sealed it stays so. */
import { Input, Radio } from 'antd'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'
import type { RecordDraft } from './record-dialog.tsx'

type Source = Pick<RecordDraft, 'whom' | 'isProtected' | 'protectedName'>

export function SourceField({
  draft,
  isSealed,
  onChange,
}: Readonly<{ draft: Source; isSealed: boolean; onChange: (part: Partial<Source>) => void }>) {
  const { records: words } = useWords().inquiries
  return (
    <>
      {!isSealed && (
        <fieldset className="field">
          <legend>{words.protect}</legend>
          <Radio.Group
            value={draft.isProtected}
            onChange={(event) => onChange({ isProtected: event.target.value === true })}
            options={[
              { value: false, label: words.open },
              { value: true, label: words.protected },
            ]}
          />
        </fieldset>
      )}
      {draft.isProtected ? (
        <Field label={words.protectedName} hint={isSealed ? words.keepName : words.protectHint}>
          {(parts) => (
            <Input
              {...parts}
              autoComplete="off"
              value={draft.protectedName}
              onChange={(event) => onChange({ protectedName: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <Field label={words.whom}>
          {(parts) => (
            <Input
              {...parts}
              value={draft.whom}
              onChange={(event) => onChange({ whom: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
