/** The ballots are open: what our own verifier says, paper beside them, the figures; then the count stands. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { settleCount } from '@luoshi/server/contract/secret-ballots'
import { ask } from '../../api/server.ts'
import { useHallWords } from './hall-words.ts'
import { CastResult } from './cast-result.tsx'
import { PaperCount } from './paper-count.tsx'
import { StepButton } from './step-button.tsx'
import { Verification } from './verification.tsx'

export function Counting({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const { id, version, may, paper, status } = ballot
  const isWaiting = paper.isNeeded && !paper.isStated
  return (
    <>
      {ballot.seal && <Verification ballot={ballot} />}
      {paper.isNeeded && status === 'opened' && <PaperCount ballot={ballot} />}
      {ballot.result && <CastResult ballot={ballot} />}
      {may.settle && (
        <>
          <p>{words.settleWhat}</p>
          <StepButton
            ballot={id}
            label={words.settle}
            lacking={isWaiting ? words.paperFirst : []}
            question={{
              title: words.settleTitle,
              effects: words.settleEffects,
              action: words.settle,
            }}
            send={() => ask(settleCount, { params: { ballot: id }, body: { version } })}
          />
        </>
      )}
      {status === 'counted' && (
        <p className="ballot-note">{ballot.rehearsal ? words.rehearsalEnds : words.announceNext}</p>
      )}
    </>
  )
}
