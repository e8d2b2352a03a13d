/** The roll of a ballot cast here: who has a token, who has paper, who has nothing, and what the staff may do about it. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { takePaper, takePaperBack } from '@luoshi/server/contract/secret-ballots'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { ask } from '../../api/server.ts'
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
  const { id, version, may, status } = ballot
  // Once voting is on, a paper ballot more has to be one of several.
  const isTooFew = status === 'voting' && ballot.issued.paper + 1 < ballot.kMin
  if (!may.takePaper) return null
  switch (standing) {
    case 'none':
      return (
        <StepButton
          ballot={id}
          size="small"
          primary={false}
          label={words.takePaper}
          disabled={isTooFew}
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
          <Button size="small" disabled={isTooFew} onClick={() => setGivingUp(true)}>
            {words.toPaper}
          </Button>
          {isGivingUp && (
            <Surrender ballot={ballot} voter={voter} onClose={() => setGivingUp(false)} />
          )}
        </>
      )
  }
}
