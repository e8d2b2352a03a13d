/**
 * The big screen of the hall during a ballot: fingerprint, where to go, how many are out and in, the hash of the close, and
 * the result once it is announced; nothing of it earlier, so that the chair learns of a unanimous vote before the hall.
 * Source: ballot.md §6 no. 8, 10; §12 no. 5.
 */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { NotFound } from '../../shell/not-found.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useSay } from '../../words/language.ts'
import { useHallWords } from './hall-words.ts'
import { ClosingClock } from './closing-clock.tsx'
import { Fingerprint } from './fingerprint.tsx'
import './hall.css'
import { useSecretBallot } from './use-secret-ballot.ts'
import { VoteAddress } from './vote-address.tsx'

const route = getRouteApi('/ballots/$ballot/screen')

export function HallScreenPage() {
  const { ballot } = route.useParams()
  return isId('ballot', ballot) ? <Screen key={ballot} id={ballot} /> : <NotFound />
}

function Screen({ id }: Readonly<{ id: Id<'ballot'> }>) {
  const words = useHallWords()
  const { data: ballot, error, live } = useSecretBallot(id)
  return (
    <div className="hall-screen">
      {error && <ProblemNote error={error} />}
      {ballot && (
        <>
          {ballot.rehearsal && <p className="hall-screen-band">{words.rehearsal}</p>}
          <header>
            <h1>{ballot.title}</h1>
            {live === 'lost' && <p>{words.lostShort}</p>}
          </header>
          <Showing ballot={ballot} />
          {ballot.fingerprint !== null && (
            <footer>
              <span>{words.fingerprint}</span>
              <Fingerprint digits={ballot.fingerprint} />
              <span>{words.promiseShort}</span>
            </footer>
          )}
        </>
      )}
    </div>
  )
}

function Showing({ ballot }: Readonly<{ ballot: SecretBallot }>): ReactNode {
  const words = useHallWords()
  const { issued, received, closesAt, seal, id } = ballot
  switch (ballot.status) {
    case 'open':
    case 'preparing':
      return <p className="hall-screen-say">{words.screenPreparing}</p>
    case 'prepared':
      return (
        <Big digits={ballot.fingerprint ?? ''}>
          <p>{words.fingerprintCompare}</p>
        </Big>
      )
    case 'issuing':
      return (
        <div className="hall-screen-two">
          <VoteAddress ballot={ballot} />
          <div>
            <p className="hall-screen-say">{words.screenIssuing}</p>
            <p className="hall-screen-count">
              {words.screenIssued(issued.tokens + issued.paper, ballot.eligible)}
            </p>
          </div>
        </div>
      )
    case 'voting':
      return (
        <div className="hall-screen-two">
          <VoteAddress ballot={ballot} />
          <div>
            <p className="hall-screen-say">{words.screenVoting}</p>
            <p className="hall-screen-count">{words.receivedCounts(issued.tokens, received)}</p>
            {closesAt !== null && <ClosingClock ballot={id} closesAt={closesAt} />}
          </div>
        </div>
      )
    case 'sealed':
    case 'opened':
      return seal && <Sealed ballot={ballot} seal={seal} />
    case 'counted':
      return ballot.rehearsal ? (
        <Result ballot={ballot} />
      ) : (
        seal && <Sealed ballot={ballot} seal={seal} />
      )
    case 'announced':
      return <Result ballot={ballot} />
    case 'void':
      return <p className="hall-screen-say">{words.screenVoid}</p>
    case 'entered':
    case 'differs':
    case 'surplus':
      return null
  }
}

function Big({ digits, children }: Readonly<{ digits: string; children: ReactNode }>) {
  return (
    <div className="hall-screen-say">
      <Fingerprint digits={digits} big />
      {children}
    </div>
  )
}

function Sealed({
  ballot,
  seal,
}: Readonly<{ ballot: SecretBallot; seal: NonNullable<SecretBallot['seal']> }>) {
  const words = useHallWords()
  const groups = seal.close.match(/.{4}/g) ?? []
  return (
    <div className="hall-screen-say">
      <p>{ballot.status === 'sealed' ? words.screenSealed : words.screenCounting}</p>
      <p className="hall-screen-small">{words.closeHash}</p>
      <p className="hall-hash">
        {groups.map((group, at) => (
          // Two groups may be the same; their places are what they are.
          <span key={`${at}-${group}`}>{group}</span>
        ))}
      </p>
      <p className="hall-screen-small">{words.closeHashWhat(seal.ballots)}</p>
    </div>
  )
}

/** One quiet view: every contest a line, no colours, no bars. */
function Result({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const say = useSay()
  const { contests, result } = ballot
  if (!result) return <p className="hall-screen-say">{words.screenCounting}</p>
  return (
    <div className="hall-screen-result">
      <h2>{words.result}</h2>
      {contests.map(({ title, marks }, at) => {
        const total = result.total[at]
        return (
          <section key={title}>
            <h3>{title}</h3>
            <p>
              {marks.map((mark, place) => (
                <span key={mark.field}>
                  {say(mark)} <b>{total?.counts[place] ?? 0}</b>
                </span>
              ))}
              {(total?.blank ?? 0) + (total?.invalid ?? 0) > 0 && (
                <span>
                  {words.blankAndSpoiled} <b>{(total?.blank ?? 0) + (total?.invalid ?? 0)}</b>
                </span>
              )}
            </p>
          </section>
        )
      })}
    </div>
  )
}
