/** The roll of a ballot cast here: who has a token, who has paper, who has nothing, and what the staff may do about it. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { takePaper, takePaperBack } from '@luoshi/server/contract/secret-ballots'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { ask } from '../../api/server.ts'
import { LackingButton } from '../../ui/lacking-button.tsx'
import { SheetScroll } from '../../ui/sheet-scroll.tsx'
import { useHallWords } from './hall-words.ts'
import { StepButton } from './step-button.tsx'
import { Surrender } from './surrender.tsx'

export function Roll({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const [isOnlyMissing, setOnlyMissing] = useState(false)
  const shown = ballot.voters.filter(({ standing }) => !isOnlyMissing || standing === 'none')
  return (
    <>
      <Checkbox checked={isOnlyMissing} onChange={({ target }) => setOnlyMissing(target.checked)}>
        {words.onlyMissing}
      </Checkbox>
      {ballot.may.takePaper && isPaperTooFew(ballot) && (
        <p id={tooFewNote} className="quiet">
          {words.paperTooFew(ballot.kMin)}
        </p>
      )}
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

/** Once voting is on, a paper ballot more has to be one of several. */
function isPaperTooFew({ status, issued, kMin }: SecretBallot): boolean {
  return status === 'voting' && issued.paper + 1 < kMin
}

/** Said once for all the lines. */
const tooFewNote = 'hall-paper-too-few'

function VoterAct({
  ballot,
  voter,
  standing,
}: Readonly<{ ballot: SecretBallot }> & SecretBallot['voters'][number]) {
  const words = useHallWords()
  const [isGivingUp, setGivingUp] = useState(false)
  const { id, version, may, status } = ballot
  const isTooFew = isPaperTooFew(ballot)
  if (!may.takePaper) return null
  switch (standing) {
    case 'none':
      return (
        <StepButton
          ballot={id}
          size="small"
          primary={false}
          label={words.takePaper}
          lacking={isTooFew ? words.paperTooFew(ballot.kMin) : []}
          saidAt={tooFewNote}
          question={{
            title: words.takePaperTitle(voter),
            effects:
              status === 'voting' ? words.takePaperLate : words.takePaperEffects(ballot.kMin),
            action: words.takePaper,
            irreversible: false,
          }}
          send={() => ask(takePaper, { params: { ballot: id }, body: { version, voter } })}
        />
      )
    case 'paper':
      if (status === 'voting') return null
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
          <LackingButton
            size="small"
            lacking={isTooFew ? words.paperTooFew(ballot.kMin) : []}
            saidAt={tooFewNote}
            onClick={() => setGivingUp(true)}
          >
            {words.toPaper}
          </LackingButton>
          {isGivingUp && (
            <Surrender ballot={ballot} voter={voter} onClose={() => setGivingUp(false)} />
          )}
        </>
      )
  }
}
