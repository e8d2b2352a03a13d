/** Check-in: who has a token, who has paper, who has nothing yet; then issuing closes and voting opens. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { openVoting } from '@luoshi/server/contract/secret-ballots'
import { instant } from '@luoshi/domain/kernel/day'
import { InputNumber } from 'antd'
import { useState } from 'react'
import { ask } from '../../api/server.ts'
import { useHallWords } from './hall-words.ts'
import { LateComers } from './late-comers.tsx'
import { Roll } from './roll.tsx'
import { StepButton } from './step-button.tsx'
import { VoteAddress } from './vote-address.tsx'

/** Long enough for a hall that votes on its phones. */
const usualMinutes = 10

/** Says why voting cannot begin yet. */
const fewNote = 'hall-too-few'

export function CheckIn({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const [minutes, setMinutes] = useState<number | null>(usualMinutes)
  const { id, version, may, issued, kMin, voters } = ballot
  const isFewPaper = issued.paper > 0 && issued.paper < kMin
  const areFewTokens = issued.tokens > 0 && issued.tokens < kMin
  const isBlocked = isFewPaper || (areFewTokens && issued.paper > 0)
  const said = [
    ...(isFewPaper ? [words.fewPaper(issued.paper, kMin)] : []),
    ...(areFewTokens ? [words.fewTokens(issued.tokens, kMin)] : []),
  ].join(' ')
  const isPaperOut = issued.paper >= kMin && issued.paper > 0
  const nothing = voters.filter(({ standing }) => standing === 'none').length
  return (
    <>
      <div className="hall-pair">
        <div>
          <p className="hall-counts">
            {words.issuedCounts(issued.tokens, issued.paper, ballot.eligible)}
          </p>
          <p>{words.checkInHow}</p>
          {isBlocked && (
            <p id={fewNote} className="ballot-alarm">
              {said}
            </p>
          )}
          {areFewTokens && issued.paper === 0 && (
            <p className="ballot-warning">{words.smallTokens(issued.tokens, kMin)}</p>
          )}
          {isPaperOut && (
            <p className="ballot-warning">
              {words.paperBack(issued.paper, kMin)}
              <br />
              {words.paperBackHow}
            </p>
          )}
        </div>
        <VoteAddress ballot={ballot} />
      </div>
      {may.openVoting && (
        <div className="hall-close">
          <label>
            {words.minutes}
            <InputNumber
              min={1}
              max={600}
              value={minutes}
              onChange={setMinutes}
              placeholder={words.noLimit}
              suffix={words.minuteUnit}
            />
          </label>
          <StepButton
            ballot={id}
            label={words.openVoting}
            lacking={isBlocked ? said : []}
            saidAt={fewNote}
            question={{
              title: words.openVotingTitle,
              effects: [
                ...(nothing > 0 ? [words.openVotingWithout(nothing)] : []),
                ...(areFewTokens ? [words.smallTokens(issued.tokens, kMin)] : []),
                ...words.openVotingEffects,
              ],
              action: words.openVoting,
            }}
            send={() =>
              ask(openVoting, {
                params: { ballot: id },
                body: { version, closesAt: minutes === null ? null : inMinutes(minutes) },
              })
            }
          />
        </div>
      )}
      <LateComers ballot={ballot} />
      <Roll ballot={ballot} />
    </>
  )
}

function inMinutes(minutes: number) {
  return instant(new Date(Date.now() + minutes * 60_000).toISOString())
}
