/**
 * Who comes late, said plainly, with the way there is: a token while issuing is open, paper as one of several once voting is
 * on, and for whoever is not on the frozen roll only a new round. Source: ballot.md §3.2 (frozen), §5, §6 no. 1.
 */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { Button } from 'antd'
import { useState } from 'react'
import { VoidBallot } from '../void-ballot.tsx'
import { useHallWords } from './hall-words.ts'

export function LateComers({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const [isVoiding, setVoiding] = useState(false)
  const { id, version, status, issued, kMin, may } = ballot
  return (
    <section className="hall-late" aria-label={words.lateTitle}>
      <h3>{words.lateTitle}</h3>
      <ul>
        <li>
          {status === 'issuing'
            ? words.lateIssuing
            : issued.paper + 1 >= kMin
              ? words.latePaper(issued.paper)
              : words.lateFew(issued.paper, kMin)}
        </li>
        <li>{words.lateStranger}</li>
      </ul>
      {may.void && <Button onClick={() => setVoiding(true)}>{words.lateVoid}</Button>}
      {isVoiding && <VoidBallot id={id} version={version} onClose={() => setVoiding(false)} />}
    </section>
  )
}
