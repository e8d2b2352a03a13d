/** The course of a ballot cast here: the steps, who is waited for, and what is to be done now. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import type { Id } from '@luoshi/domain/kernel/ids'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useSay } from '../../words/language.ts'
import { useHallWords } from './hall-words.ts'
import { CheckIn } from './check-in.tsx'
import { Counting } from './counting.tsx'
import { courseSteps, standingOf, stepNow, waitsFor, type Waits } from './course-steps.ts'
import './hall.css'
import { Preparing } from './preparing.tsx'
import { Published } from './published.tsx'
import { Unsealing } from './unsealing.tsx'
import { useSecretBallot } from './use-secret-ballot.ts'
import { Voting } from './voting.tsx'

export function CastCourse({ id }: Readonly<{ id: Id<'ballot'> }>) {
  const words = useHallWords()
  const { data: ballot, error, live, refetch } = useSecretBallot(id)
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!ballot) return <Waiting lines={6} />
  return (
    <>
      {ballot.rehearsal && <p className="hall-rehearsal">{words.rehearsal}</p>}
      {live === 'lost' && <p className="ballot-warning">{words.lost}</p>}
      <section className="card hall-course" aria-label={words.course}>
        <ol className="hall-steps">
          {courseSteps.map((step) => {
            const standing = standingOf(step, ballot.status)
            return (
              <li
                key={step}
                className={`is-${standing}`}
                aria-current={standing === 'now' ? 'step' : undefined}
              >
                <b>{words.steps[step]}</b>
                <small>{words.standing[standing]}</small>
              </li>
            )
          })}
        </ol>
        <div className="hall-now">
          <Awaited ballot={ballot} />
          <Now ballot={ballot} />
        </div>
      </section>
      <nav className="hall-links no-print" aria-label={words.seeAlso}>
        <Link to="/ballots/$ballot/screen" params={{ ballot: id }}>
          {words.openScreen}
        </Link>
        <Link to="/ballots/$ballot/trust" params={{ ballot: id }}>
          {words.trust}
        </Link>
      </nav>
    </>
  )
}

function Now({ ballot }: Readonly<{ ballot: SecretBallot }>): ReactNode {
  const words = useHallWords()
  switch (stepNow(ballot.status)) {
    case 'prepare':
      return <Preparing ballot={ballot} />
    case 'publish':
      return <Published ballot={ballot} />
    case 'issue':
      return <CheckIn ballot={ballot} />
    case 'vote':
      return <Voting ballot={ballot} />
    case 'unseal':
      return <Unsealing ballot={ballot} />
    case 'count':
    case 'announce':
      return <Counting ballot={ballot} />
    case null:
      return ballot.status === 'void' ? <p>{words.voidNow}</p> : <Counting ballot={ballot} />
  }
}

function Awaited({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const say = useSay()
  const waits = waitsFor(ballot)
  const small = ballot.warnings.filter(({ kind }) => kind === 'small')
  return (
    <>
      {small.map((warning) => (
        <p key={warning.kind} className="ballot-alarm">
          {say(warning)}
        </p>
      ))}
      {waits.length > 0 && (
        <p className="hall-waits" aria-live="polite">
          <b>{words.waitsFor}</b>
          {waits.map((one) => wordsOf(words, one)).join(words.listComma)}
        </p>
      )}
    </>
  )
}

function wordsOf(words: ReturnType<typeof useHallWords>, waits: Waits): string {
  switch (waits.for) {
    case 'keys':
      return words.waits.keys(waits.made, waits.wanted)
    case 'lock':
      return words.waits.lock(words.lockNames[waits.lock] ?? '')
    case 'countKey':
      return words.waits.countKey(words.lockNames[waits.lock] ?? '')
    case 'voters':
      return words.waits.voters(waits.n)
    case 'ballots':
      return words.waits.ballots(waits.n)
    case 'paperEntries':
      return words.waits.paperEntries(waits.n)
    case 'tellerKey':
    case 'secondIssuer':
    case 'paperDiffers':
    case 'paperSign':
    case 'chair':
      return words.waits[waits.for]
  }
}
