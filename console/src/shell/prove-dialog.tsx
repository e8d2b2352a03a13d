/** The dialog in which the second factor is shown anew: a code of the app or of the paper, or a passkey. */
import {
  askPasskeyProof,
  getStepUp,
  proveByCode,
  proveByPasskey,
} from '@luoshi/server/contract/step-up'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'
import { passkeyAnswer } from './passkey-answer.ts'

export function ProveDialog({ onDone }: Readonly<{ onDone: (proven: boolean) => void }>) {
  const { shell } = useWords()
  const [code, setCode] = useState('')
  const { data } = useQuery({ queryKey: ['step-up'], queryFn: () => ask(getStepUp, {}), gcTime: 0 })
  const byCode = useMutation({
    mutationFn: () => ask(proveByCode, { body: { code: code.trim() } }),
    onSuccess: () => onDone(true),
  })
  const byKey = useMutation({
    mutationFn: async () => {
      const { options } = await ask(askPasskeyProof, {})
      return ask(proveByPasskey, { body: { response: await passkeyAnswer(options) } })
    },
    onSuccess: () => onDone(true),
  })
  return (
    <FormDialog
      title={shell.stepUp.title}
      action={shell.stepUp.action}
      width={460}
      lacking={lackingOf([shell.stepUp.code, code.trim().length >= 6])}
      pending={byCode.isPending}
      error={byCode.error ?? byKey.error}
      onSubmit={() => byCode.mutate()}
      onClose={() => onDone(false)}
    >
      <p>{shell.stepUp.text}</p>
      <Field label={shell.stepUp.code} hint={shell.stepUp.codeHint}>
        {(parts) => (
          <Input
            {...parts}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            onPressEnter={() => {
              if (code.trim().length >= 6) byCode.mutate()
            }}
          />
        )}
      </Field>
      {data !== undefined && data.passkeys > 0 && (
        <Button loading={byKey.isPending} onClick={() => byKey.mutate()}>
          {shell.stepUp.passkey}
        </Button>
      )}
    </FormDialog>
  )
}
