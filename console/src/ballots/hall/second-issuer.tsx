/** The tellers' own issuer: where it answers and its keys, as its program prints them. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { nameSecondIssuer } from '@luoshi/server/contract/secret-ballots'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../api/server.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { lackingOf } from '../../ui/lacking.ts'
import { useHallWords } from './hall-words.ts'
import { readIssuerKeys } from './issuer-text.ts'

export function SecondIssuer({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const [isNaming, setNaming] = useState(false)
  const { secondIssuer, may } = ballot
  return (
    <>
      <p className="quiet">
        {secondIssuer
          ? words.secondIssuerIs(secondIssuer.url, secondIssuer.keys)
          : words.secondIssuerWhat}
      </p>
      {may.nameSecondIssuer && (
        <Button onClick={() => setNaming(true)}>{words.secondIssuerName}</Button>
      )}
      {isNaming && <Naming ballot={ballot} onClose={() => setNaming(false)} />}
    </>
  )
}

function Naming({ ballot, onClose }: Readonly<{ ballot: SecretBallot; onClose: () => void }>) {
  const words = useHallWords()
  const [url, setUrl] = useState('')
  const [text, setText] = useState('')
  const { id, version, contests } = ballot
  const keys = readIssuerKeys(text)
  const isEnough = keys?.length === contests.length
  return (
    <ActDialog
      title={words.secondIssuerTask}
      action={words.secondIssuerName}
      changes={['ballots']}
      onClose={onClose}
      send={
        keys && isEnough && url.trim() !== ''
          ? () =>
              ask(nameSecondIssuer, {
                params: { ballot: id },
                body: { version, url: url.trim(), keys: [...keys] },
              })
          : lackingOf([words.secondIssuerUrl, url], [words.secondIssuerKeys, isEnough])
      }
    >
      <Field label={words.secondIssuerUrl}>
        {(parts) => (
          <Input {...parts} value={url} onChange={({ target }) => setUrl(target.value)} />
        )}
      </Field>
      <Field
        label={words.secondIssuerKeys}
        hint={words.secondIssuerKeysHint(contests.length)}
        fault={text.trim() !== '' && !isEnough ? words.secondIssuerKeysWrong : null}
      >
        {(parts) => (
          <Input.TextArea
            {...parts}
            rows={5}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
    </ActDialog>
  )
}
