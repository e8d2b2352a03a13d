/** A voter gives tokens up for paper: the phone signs that it will cast nothing with them. Source: ballot.md §5, test 30. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { surrenderToken } from '@luoshi/server/contract/secret-ballots'
import { Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../api/server.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { lackingOf } from '../../ui/lacking.ts'
import { useHallWords } from './hall-words.ts'
import { readGivenUp } from './issuer-text.ts'

type Props = Readonly<{ ballot: SecretBallot; voter: string; onClose: () => void }>

export function Surrender({ ballot, voter, onClose }: Props) {
  const words = useHallWords()
  const [text, setText] = useState('')
  const { id, version } = ballot
  const tokens = readGivenUp(text)
  return (
    <ActDialog
      title={words.surrenderTitle(voter)}
      action={words.surrender}
      changes={['ballots']}
      onClose={onClose}
      send={
        tokens && tokens.length > 0
          ? () =>
              ask(surrenderToken, {
                params: { ballot: id },
                body: { version, voter, tokens: [...tokens] },
              })
          : lackingOf([words.surrenderText, tokens])
      }
    >
      <p>{words.surrenderWhat}</p>
      <Field
        label={words.surrenderText}
        hint={words.surrenderHint}
        fault={text.trim() !== '' && tokens === null ? words.surrenderWrong : null}
      >
        {(parts) => (
          <Input.TextArea
            {...parts}
            rows={4}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
    </ActDialog>
  )
}
