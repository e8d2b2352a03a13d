/** Before a result is announced, the chair learns whether it tells how everybody voted. Source: ballot.md §6 no. 8. */
import type { BallotDetail } from '@luoshi/server/contract/ballots'
import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { Waiting } from '../../ui/waiting.tsx'
import { useSay } from '../../words/language.ts'
import { useHallWords } from './hall-words.ts'
import { secretBallotQuery } from './use-secret-ballot.ts'

type Props = Readonly<{ ballot: BallotDetail; children: ReactNode }>

export function UnanimityGate({ ballot, children }: Props) {
  return ballot.source.type === 'castHere' ? (
    <Gate ballot={ballot}>{children}</Gate>
  ) : (
    <>{children}</>
  )
}

function Gate({ ballot, children }: Props) {
  const words = useHallWords()
  const say = useSay()
  const [isKnown, setKnown] = useState(false)
  const { data } = useQuery(secretBallotQuery(ballot.id))
  if (!data) return <Waiting lines={3} />
  const unanimous = data.warnings.filter(({ kind }) => kind === 'unanimous')
  return (
    <>
      {unanimous.length > 0 && (
        <section className="card" aria-label={words.unanimousTitle}>
          <div className="card-body">
            <p className="ballot-alarm">
              <b>{words.unanimousTitle}</b>
              <br />
              {unanimous.map((warning) => say(warning)).join(' ')} {words.unanimousWhat}
            </p>
            <Checkbox checked={isKnown} onChange={({ target }) => setKnown(target.checked)}>
              {words.unanimousKnown}
            </Checkbox>
          </div>
        </section>
      )}
      {(isKnown || unanimous.length === 0) && children}
    </>
  )
}
