/**
 * Two tellers of each lock enter their shares. The form opens only when the ballots are sealed and somebody has read the end
 * of the close's hash from the hall's screen: it has to be public before any share is spoken.
 *
 * Source: ballot.md §3.3 no. 8–9, §12 no. 4–5; test 41.
 */
import { toBase64url } from '@luoshi/ballots/protocol/bytes'
import { refusalWords } from '@luoshi/ballots/protocol/refusal-words'
import { joinShares } from '@luoshi/ballots/tellers/count-lock'
import { readShare, type ShareFault } from '@luoshi/ballots/tellers/share-text'
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { enterCountKey } from '@luoshi/server/contract/secret-ballots'
import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { ask } from '../../api/server.ts'
import { Field } from '../../ui/field.tsx'
import { LackingButton } from '../../ui/lacking-button.tsx'
import { lackingOf } from '../../ui/lacking.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useSay } from '../../words/language.ts'
import { useHallWords } from './hall-words.ts'
import { PaperCount } from './paper-count.tsx'
import { useStep } from './use-secret-ballot.ts'

export function Unsealing({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const [read, setRead] = useState('')
  const { seal, keysIn, may, paper } = ballot
  if (!seal) return null
  const isRead = read.trim().toLowerCase() === seal.close.slice(-4)
  const isWrong = read.trim().length >= 4 && !isRead
  return (
    <>
      <p className="hall-counts">{words.sealed(seal.ballots)}</p>
      <p>{words.readFromScreen}</p>
      <Field label={words.lastOfHash} fault={isWrong ? words.lastOfHashWrong : null}>
        {(parts) => (
          <Input
            {...parts}
            className="hall-code"
            autoComplete="off"
            maxLength={4}
            value={read}
            onChange={({ target }) => setRead(target.value)}
          />
        )}
      </Field>
      {isRead && (
        <div className="hall-locks">
          {keysIn.map((isIn, lock) => (
            // Not by its name: a share half typed stays when the language changes.
            <section key={ballot.locks[lock]?.pk ?? lock} aria-label={words.lockNames[lock]}>
              <h3>
                {words.lockNames[lock]} <small>{isIn ? words.lockIsOpen : words.lockIsShut}</small>
              </h3>
              {!isIn && may.enterKey && <EnterShares ballot={ballot} lock={lock} />}
            </section>
          ))}
        </div>
      )}
      {paper.isNeeded && <PaperCount ballot={ballot} />}
    </>
  )
}

function EnterShares({ ballot, lock }: Readonly<{ ballot: SecretBallot; lock: number }>) {
  const words = useHallWords()
  const say = useSay()
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const [refused, setRefused] = useState<string | null>(null)
  const step = useStep(ballot.id)
  const pk = ballot.locks[lock]?.pk ?? ''
  const shares = typed.map((text) => readShare(pk, text))
  const [one, two] = shares
  const isSame = one?.ok === true && two?.ok === true && one.value === two.value
  const open = async () => {
    const joined = await joinShares(
      pk,
      shares.flatMap((share) => (share.ok ? [share.value] : [])),
    )
    if (!joined.ok) {
      setRefused(say(refusalWords(joined.refusal.code)))
      return
    }
    setRefused(null)
    const { id, version } = ballot
    const body = { version, lock, key: toBase64url(joined.value.scalar) }
    step.mutate(() => ask(enterCountKey, { params: { ballot: id }, body }))
  }
  const field = (at: 0 | 1): ReactNode => {
    const share = shares[at]
    const isTyped = typed[at].trim() !== ''
    const fault = isTyped && share && !share.ok ? faultOf(words, share.refusal) : null
    return (
      <Field
        label={words.shareOf[at] ?? ''}
        hint={share?.ok === true ? words.shareHolds : words.shareHint}
        fault={at === 1 && isSame ? words.shareTwice : fault}
      >
        {(parts) => (
          <Input.TextArea
            {...parts}
            className="hall-code"
            autoComplete="off"
            spellCheck={false}
            rows={3}
            value={typed[at]}
            onChange={({ target }) =>
              setTyped(at === 0 ? [target.value, typed[1]] : [typed[0], target.value])
            }
          />
        )}
      </Field>
    )
  }
  return (
    <>
      {step.error && <ProblemNote error={step.error} />}
      {refused !== null && <p className="ballot-alarm">{refused}</p>}
      {field(0)}
      {field(1)}
      <LackingButton
        type="primary"
        lacking={lackingOf(
          [words.shareOf[0] ?? '', one?.ok === true],
          [words.shareOf[1] ?? '', two?.ok === true && !isSame],
        )}
        loading={step.isPending}
        onClick={() => void open()}
      >
        {words.openLock(words.lockNames[lock] ?? '')}
      </LackingButton>
    </>
  )
}

/** While somebody is still typing, only what is missing is said. */
function faultOf(words: ReturnType<typeof useHallWords>, fault: ShareFault): string {
  switch (fault.code) {
    case 'length':
      return words.shareLength(fault.signs, fault.wanted)
    case 'sign':
      return words.shareSign(fault.sign)
    case 'check':
      return words.shareWrong
  }
}
