/** Voting is on: how many tokens are out, how many ballots are in, and the close. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { sealBallot } from '@luoshi/server/contract/secret-ballots'
import { Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../api/server.ts'
import { Field } from '../../ui/field.tsx'
import { lackingOf } from '../../ui/lacking.ts'
import { useHallWords } from './hall-words.ts'
import { ClosingClock } from './closing-clock.tsx'
import { issuedBySecond } from './issuer-text.ts'
import { LateComers } from './late-comers.tsx'
import { Roll } from './roll.tsx'
import { StepButton } from './step-button.tsx'
import { VoteAddress } from './vote-address.tsx'

export function Voting({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const [second, setSecond] = useState('')
  const { id, version, may, issued, received, closesAt, contests } = ballot
  const out = issued.tokens - received
  const secondIssued = issuedBySecond(second, contests.length)
  const names = new Set(secondIssued?.map(({ voter }) => voter)).size
  return (
    <>
      <div className="hall-pair">
        <div>
          <p className="hall-counts">{words.receivedCounts(issued.tokens, received)}</p>
          <p className="quiet">{words.perBatch}</p>
          {issued.paper > 0 && (
            <>
              <p>{words.paperOut(issued.paper)}</p>
              <p className="ballot-warning">{words.paperBack(issued.paper, ballot.kMin)}</p>
            </>
          )}
          <p>
            {closesAt === null ? (
              words.closedByChair
            ) : (
              <ClosingClock ballot={id} closesAt={closesAt} />
            )}
          </p>
          <p>{words.votingHow}</p>
          <p className="quiet">{words.phoneDied}</p>
        </div>
        <VoteAddress ballot={ballot} />
      </div>
      {ballot.issuers === 2 && (
        <Field
          label={words.secondIssued}
          hint={words.secondIssuedHint(names)}
          fault={secondIssued ? null : words.secondIssuedWrong}
        >
          {(parts) => (
            <Input.TextArea
              {...parts}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={second}
              onChange={({ target }) => setSecond(target.value)}
            />
          )}
        </Field>
      )}
      {may.seal && (
        <StepButton
          ballot={id}
          label={words.seal}
          lacking={lackingOf([words.secondIssued, ballot.issuers === 1 || names > 0])}
          question={{
            title: words.sealTitle,
            effects: [
              ...(out > 0 ? [words.sealWithout(out)] : []),
              ...(issued.paper > 0 ? [words.sealPaper(issued.paper, ballot.kMin)] : []),
              ...words.sealEffects,
            ],
            action: words.seal,
          }}
          send={() =>
            ask(sealBallot, {
              params: { ballot: id },
              body: { version, secondIssued: [...(secondIssued ?? [])] },
            })
          }
        />
      )}
      <details className="hall-beside">
        <summary>{words.besideVoting}</summary>
        <LateComers ballot={ballot} />
        <Roll ballot={ballot} />
      </details>
    </>
  )
}
