/** Sealing a draw: how many, and a secret whose hash alone goes out. */
import type { SamplePurpose } from '@luoshi/domain/supervision/sample'
import { sealSample } from '@luoshi/server/contract/samples'
import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords, useSay } from '../words/language.ts'
import { keepSecret, newSalt } from './sample-secret.ts'

const own = {
  colon: { zh: '口令里不能有冒号', en: 'The secret may hold no colon' },
}

export function SealDialog({
  purpose,
  due,
  onClose,
}: Readonly<{ purpose: SamplePurpose; due: number; onClose: () => void }>) {
  const { samples: words } = useWords()
  const say = useSay()
  const [count, setCount] = useState<number | null>(Math.max(1, Math.ceil(due / 10)))
  const [secret, setSecret] = useState('')
  const [salt] = useState(newSalt)
  const isReady = count !== null && secret.trim() !== '' && !secret.includes(':')
  return (
    <ActDialog
      title={words.sealTitle[purpose]}
      action={words.seal}
      changes={['samples']}
      onClose={onClose}
      send={
        isReady
          ? () => {
              const commitment = keepSecret({ secret: secret.trim(), salt })
              return ask(sealSample, { body: { purpose, count, commitment } })
            }
          : secret.includes(':')
            ? say(own.colon)
            : lackingOf([words.count, count], [words.secret, secret])
      }
    >
      <p>{words.sealNote(due)}</p>
      <Field label={words.count}>
        {(parts) => <InputNumber {...parts} min={1} max={due} value={count} onChange={setCount} />}
      </Field>
      <Field label={words.secret} hint={words.secretHint}>
        {(parts) => (
          <Input {...parts} value={secret} onChange={(event) => setSecret(event.target.value)} />
        )}
      </Field>
      <Field label={words.salt} hint={words.saltHint}>
        {(parts) => <Input {...parts} readOnly value={salt} />}
      </Field>
    </ActDialog>
  )
}
