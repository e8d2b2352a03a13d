/** The manifest is frozen: its fingerprint goes on the agenda and is read aloud, slips are printed, issuing opens. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { makeSlips, openIssuing } from '@luoshi/server/contract/secret-ballots'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api/act.ts'
import { ask } from '../../api/server.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { fullDayText } from '../../words/day-text.ts'
import { useLanguage } from '../../words/language.ts'
import { useHallWords } from './hall-words.ts'
import { Fingerprint } from './fingerprint.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { SlipSheet, type Slip } from './slip-sheet.tsx'
import { StepButton } from './step-button.tsx'

type Sheet = 'agenda' | 'slips' | null

export function Published({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const [slips, setSlips] = useState<readonly Slip[]>([])
  const [sheet, setSheet] = useState<Sheet>(null)
  const { id, version, may, fingerprint, eligible } = ballot
  const making = useAct(
    () => ask(makeSlips, { params: { ballot: id }, body: { version } }),
    ['ballots'],
  )
  const print = (next: Sheet) => {
    setSheet(next)
    // The sheet has to be in the page before the browser looks at it.
    setTimeout(() => window.print())
  }
  return (
    <>
      <ol className="hall-tasks">
        <li>
          <h3>{words.fingerprintTask}</h3>
          <p>{words.fingerprintHow}</p>
          {fingerprint !== null && <Fingerprint digits={fingerprint} big />}
          <div className="hall-acts">
            <CopyButton text={fingerprint ?? ''}>{words.copyFingerprint}</CopyButton>
            <Button size="small" onClick={() => print('agenda')}>
              {words.printAgenda}
            </Button>
          </div>
        </li>
        <li>
          <h3>
            {words.slipsTask}{' '}
            <small>{ballot.slips > 0 ? words.slipsMade(ballot.slips) : words.slipsNone}</small>
          </h3>
          <p className="quiet">{words.slipsWhat(withoutAccount(ballot))}</p>
          {making.error && <ProblemNote error={making.error} />}
          <div className="hall-acts">
            {may.makeSlips && (
              <Button
                loading={making.isPending}
                onClick={() =>
                  making.mutate(undefined, { onSuccess: (made) => setSlips(made.slips) })
                }
              >
                {ballot.slips > 0 ? words.slipsAgain : words.makeSlips}
              </Button>
            )}
            {slips.length > 0 && (
              <Button type="primary" onClick={() => print('slips')}>
                {words.printSlips(slips.length)}
              </Button>
            )}
          </div>
          {slips.length > 0 && <p className="ballot-warning">{words.slipsOnce}</p>}
        </li>
      </ol>
      <p>{words.issueWhat(eligible)}</p>
      {may.openIssuing && (
        <StepButton
          ballot={id}
          label={words.openIssuing}
          send={() => ask(openIssuing, { params: { ballot: id }, body: { version } })}
        />
      )}
      {sheet === 'agenda' && <AgendaSheet ballot={ballot} />}
      {sheet === 'slips' && (
        <PrintSheet>
          <SlipSheet ballot={ballot} slips={slips} />
        </PrintSheet>
      )}
    </>
  )
}

function withoutAccount({ voters }: SecretBallot): number {
  return voters.filter(({ hasAccount }) => !hasAccount).length
}

/** What goes with the agenda: which ballot, which fingerprint, and what to do with it. */
function AgendaSheet({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const language = useLanguage()
  return (
    <PrintSheet>
      <h1>{ballot.title}</h1>
      <p>
        {ballot.session} · {fullDayText(ballot.heldOn, language)}
      </p>
      <h2>{words.fingerprint}</h2>
      <Fingerprint digits={ballot.fingerprint ?? ''} big />
      <p>{words.fingerprintCompare}</p>
      <p>{words.promise}</p>
    </PrintSheet>
  )
}
