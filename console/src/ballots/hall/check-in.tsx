/** Check-in: who has a token, who has paper, who has nothing yet; then issuing closes and voting opens. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { openVoting, takePaper, takePaperBack } from '@luoshi/server/contract/secret-ballots'
import { instant } from '@luoshi/domain/kernel/day'
import { Button, Checkbox, InputNumber } from 'antd'
import { useState } from 'react'
import { ask } from '../../api/server.ts'
import { SheetScroll } from '../../ui/sheet-scroll.tsx'
import { useHallWords } from './hall-words.ts'
import { StepButton } from './step-button.tsx'
import { Surrender } from './surrender.tsx'
import { VoteAddress } from './vote-address.tsx'

/** Long enough for a hall that votes on its phones. */
const usualMinutes = 10

export function CheckIn({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const [minutes, setMinutes] = useState<number | null>(usualMinutes)
  const { id, version, may, issued, kMin, voters } = ballot
  const isFewPaper = issued.paper > 0 && issued.paper < kMin
  const nothing = voters.filter(({ standing }) => standing === 'none').length
  return (
    <>
      <div className="hall-pair">
        <div>
          <p className="hall-counts">
            {words.issuedCounts(issued.tokens, issued.paper, ballot.eligible)}
          </p>
          <p>{words.checkInHow}</p>
          {isFewPaper && <p className="ballot-alarm">{words.fewPaper(issued.paper, kMin)}</p>}
          <p className="quiet">{words.lateComers}</p>
        </div>
        <VoteAddress ballot={ballot} />
      </div>
      <Roll ballot={ballot} />
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
            disabled={isFewPaper}
            question={{
              title: words.openVotingTitle,
              effects: [
                ...(nothing > 0 ? [words.openVotingWithout(nothing)] : []),
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
    </>
  )
}

function inMinutes(minutes: number) {
  return instant(new Date(Date.now() + minutes * 60_000).toISOString())
}

function Roll({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const [isOnlyMissing, setOnlyMissing] = useState(false)
  const shown = ballot.voters.filter(({ standing }) => !isOnlyMissing || standing === 'none')
  return (
    <>
      <Checkbox checked={isOnlyMissing} onChange={({ target }) => setOnlyMissing(target.checked)}>
        {words.onlyMissing}
      </Checkbox>
      <SheetScroll className="ballot-scroll">
        <table className="sheet hall-roll">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.way}</th>
              <th scope="col">{words.took}</th>
              <th scope="col">{words.act}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.voter}>
                <th scope="row">{one.voter}</th>
                <td>{one.hasAccount ? words.byAccount : words.bySlip}</td>
                <td>
                  <b className={`hall-has-${one.standing}`}>{words.voterStanding[one.standing]}</b>
                </td>
                <td>
                  <VoterAct ballot={ballot} {...one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
    </>
  )
}

function VoterAct({
  ballot,
  voter,
  standing,
}: Readonly<{ ballot: SecretBallot }> & SecretBallot['voters'][number]) {
  const words = useHallWords()
  const [isGivingUp, setGivingUp] = useState(false)
  const { id, version, may } = ballot
  if (!may.takePaper) return null
  switch (standing) {
    case 'none':
      return (
        <StepButton
          ballot={id}
          size="small"
          primary={false}
          label={words.takePaper}
          question={{
            title: words.takePaperTitle(voter),
            effects: words.takePaperEffects,
            action: words.takePaper,
            irreversible: false,
          }}
          send={() => ask(takePaper, { params: { ballot: id }, body: { version, voter } })}
        />
      )
    case 'paper':
      return (
        <StepButton
          ballot={id}
          size="small"
          primary={false}
          label={words.takePaperBack}
          send={() => ask(takePaperBack, { params: { ballot: id }, body: { version, voter } })}
        />
      )
    case 'token':
      return (
        <>
          <Button size="small" onClick={() => setGivingUp(true)}>
            {words.surrender}
          </Button>
          {isGivingUp && (
            <Surrender ballot={ballot} voter={voter} onClose={() => setGivingUp(false)} />
          )}
        </>
      )
  }
}
