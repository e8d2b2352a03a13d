/** Preparation: the issuer's keys are made by the server, the locks and the signing key by the tellers in their browsers. */
import {
  freezeManifest,
  prepareCast,
  registerCountLock,
  registerTellerKey,
} from '@luoshi/server/contract/secret-ballots'
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { newLock } from '@luoshi/ballots/tellers/count-lock'
import { newTellerKey } from '@luoshi/ballots/tellers/teller-key'
import { Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import { ask } from '../../api/server.ts'
import { useSession } from '../../api/session.ts'
import { LackingButton } from '../../ui/lacking-button.tsx'
import { lackingOf, type Need } from '../../ui/lacking.ts'
import { useHallWords } from './hall-words.ts'
import { Ceremony } from './ceremony.tsx'
import { SecondIssuer } from './second-issuer.tsx'
import { StepButton } from './step-button.tsx'

export function Preparing({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  if (ballot.status === 'open') return <Begin ballot={ballot} />
  const { keys, locks, tellerPk, issuers, may, id, version } = ballot
  const undone = lackingOf(
    [words.keysTask, keys.made === keys.wanted],
    ...locks.map(({ pk }, at): Need => [words.lockNames[at] ?? '', pk]),
    [words.tellerKeyTask, tellerPk],
    [words.secondIssuerTask, issuers === 1 || ballot.secondIssuer],
  )
  return (
    <>
      <ol className="hall-tasks">
        <Task title={words.keysTask} isDone={keys.made === keys.wanted}>
          <progress max={keys.wanted} value={keys.made} aria-label={words.keysTask} />{' '}
          <span className="number">{words.keysMade(keys.made, keys.wanted)}</span>
          <p className="quiet">{words.keysWhat}</p>
        </Task>
        {locks.map((lock, at) => (
          <Task key={`lock-${at}`} title={words.lockNames[at] ?? ''} isDone={lock.pk !== null}>
            <LockTask ballot={ballot} at={at} />
          </Task>
        ))}
        <Task title={words.tellerKeyTask} isDone={tellerPk !== null}>
          <p className="quiet">{words.tellerKeyWhat}</p>
          {may.registerTellerKey && <TellerKeyTask ballot={ballot} />}
        </Task>
        {issuers === 2 && (
          <Task title={words.secondIssuerTask} isDone={ballot.secondIssuer !== null}>
            <SecondIssuer ballot={ballot} />
          </Task>
        )}
      </ol>
      <p>{words.freezeWhat}</p>
      {may.freeze && (
        <StepButton
          ballot={id}
          label={words.freeze}
          lacking={undone.length > 0 ? words.undone(undone) : []}
          question={{
            title: words.freezeTitle,
            effects: words.freezeEffects,
            action: words.freeze,
          }}
          send={() => ask(freezeManifest, { params: { ballot: id }, body: { version } })}
        />
      )}
    </>
  )
}

function Begin({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const [issuers, setIssuers] = useState<1 | 2>(1)
  const { id, version, may } = ballot
  return (
    <>
      <p>{words.prepareWhat(ballot.contests.length, ballot.eligible)}</p>
      <p className="ballot-note">{words.coercion}</p>
      {!window.isSecureContext && <p className="ballot-alarm">{words.insecure}</p>}
      <Radio.Group
        className="hall-choice"
        value={issuers}
        onChange={({ target }) => setIssuers(target.value === 2 ? 2 : 1)}
        options={[
          { value: 1, label: words.issuersOf[1] },
          { value: 2, label: words.issuersOf[2] },
        ]}
      />
      {may.prepare && (
        <StepButton
          ballot={id}
          label={words.prepare}
          send={() => ask(prepareCast, { params: { ballot: id }, body: { version, issuers } })}
        />
      )}
    </>
  )
}

function Task({
  title,
  isDone,
  children,
}: Readonly<{ title: string; isDone: boolean; children: ReactNode }>) {
  const words = useHallWords()
  return (
    <li className={isDone ? 'is-done' : ''}>
      <h3>
        {title} <small>{isDone ? words.taskDone : words.taskOpen}</small>
      </h3>
      {children}
    </li>
  )
}

function LockTask({ ballot, at }: Readonly<{ ballot: SecretBallot; at: number }>) {
  const words = useHallWords()
  const { account } = useSession()
  const [isMaking, setMaking] = useState(false)
  const { id, version, may, entries, locks } = ballot
  const [lock, other] = [locks[at], locks[1 - at]]
  const isMineToo = entries === 2 && other?.by?.id === account.id
  return (
    <>
      <p className="quiet">
        {lock?.by ? words.lockBy(lock.by.name) : words.lockWhat(words.lockNames[at] ?? '')}
      </p>
      {isMineToo && lock?.pk === null && <p className="ballot-note">{words.lockOther}</p>}
      {may.registerLock && !isMineToo && (
        <LackingButton
          lacking={window.isSecureContext ? [] : words.insecure}
          type={lock?.pk ? 'default' : 'primary'}
          onClick={() => setMaking(true)}
        >
          {lock?.pk ? words.lockAgain : words.lockMake}
        </LackingButton>
      )}
      {isMaking && (
        <Ceremony
          title={words.lockNames[at] ?? ''}
          ballot={ballot}
          holders={words.holders}
          make={newLock}
          register={(pk) =>
            ask(registerCountLock, { params: { ballot: id }, body: { version, lock: at, pk } })
          }
          onClose={() => setMaking(false)}
        />
      )}
    </>
  )
}

function TellerKeyTask({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const [isMaking, setMaking] = useState(false)
  const { id, version, tellerPk } = ballot
  return (
    <>
      <LackingButton
        lacking={window.isSecureContext ? [] : words.insecure}
        type={tellerPk === null ? 'primary' : 'default'}
        onClick={() => setMaking(true)}
      >
        {tellerPk === null ? words.tellerKeyMake : words.lockAgain}
      </LackingButton>
      {isMaking && (
        <Ceremony
          title={words.tellerKeyTask}
          ballot={ballot}
          holders={[words.chief]}
          make={async () => {
            const { pk, secret } = await newTellerKey()
            return { pk, shares: [secret] }
          }}
          register={(pk) =>
            ask(registerTellerKey, { params: { ballot: id }, body: { version, pk } })
          }
          onClose={() => setMaking(false)}
        />
      )}
    </>
  )
}
