/** The code that was sent to an address is typed in here; with it the address is kept and the channel is chosen. */
import {
  proveContact,
  putTaste,
  sendContactCode,
  type MyChannels,
} from '@luoshi/server/contract/messages'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'

type Props = Readonly<{
  channel: MyChannels['offered'][number]
  hint: string
  /** What is chosen besides; kept together with the address. */
  taste: MyChannels['taste']
  onOther: () => void
}>

export function Prove({ channel, hint, taste, onOther }: Props) {
  const { messages: words } = useWords()
  const { message } = App.useApp()
  const [code, setCode] = useState('')
  const params = { channel }
  const prove = useAct(async () => {
    await ask(proveContact, { params, body: { code } })
    return ask(putTaste, { body: taste })
  }, ['my-channels'])
  const again = useAct(() => ask(sendContactCode, { params }), ['my-channels'])
  const send = () =>
    prove.mutate(undefined, { onSuccess: () => void message.success(words.confirmed) })
  const error = prove.error ?? again.error
  return (
    <div className="prove-contact">
      {error && <ProblemNote error={error} />}
      <Field label={words.code} hint={words.codeHint(hint)}>
        {(parts) => (
          <Input
            {...parts}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            onPressEnter={send}
          />
        )}
      </Field>
      <div className="how-to-tell-actions">
        <LackingButton
          type="primary"
          loading={prove.isPending}
          lacking={lackingOf([words.code, code])}
          onClick={send}
        >
          {words.confirm}
        </LackingButton>
        <Button
          loading={again.isPending}
          onClick={() =>
            again.mutate(undefined, { onSuccess: () => void message.success(words.codeSent) })
          }
        >
          {words.sendAgain}
        </Button>
        <Button type="link" onClick={onOther}>
          {words.otherAddress}
        </Button>
      </div>
    </div>
  )
}
