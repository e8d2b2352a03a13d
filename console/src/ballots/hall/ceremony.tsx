/**
 * Making a key and handing it out: in this browser, one slip at a time, and nothing but the public key is sent. Each teller
 * types the last group back before the next one steps up, and a test seal is opened with every two shares.
 *
 * Source: ballot.md §3.1, §3.3 no. 9, §5 (test shares with a dry-run seal at the ceremony).
 */
import { joinShares } from '@luoshi/ballots/tellers/count-lock'
import { plainShare, writeShare } from '@luoshi/ballots/tellers/share-text'
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { LackingButton } from '../../ui/lacking-button.tsx'
import { lackingOf } from '../../ui/lacking.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useHallWords } from './hall-words.ts'
import { ShareSlip } from './share-slip.tsx'
import { useStep } from './use-secret-ballot.ts'

type Made = Readonly<{ pk: string; slips: readonly string[]; proofs: readonly string[] }>

/** Which slip is on, and how far it is. */
type Place = Readonly<{ at: number; doing: 'call' | 'show' | 'confirm' }>

type Props = Readonly<{
  title: string
  ballot: SecretBallot
  /** Who takes a slip each. */
  holders: readonly string[]
  make: () => Promise<Readonly<{ pk: string; shares: readonly string[] }>>
  register: (pk: string) => Promise<SecretBallot>
  onClose: () => void
}>

export function Ceremony({ title, ballot, holders, make, register, onClose }: Props) {
  const words = useHallWords()
  const [made, setMade] = useState<Made | null>(null)
  const [place, setPlace] = useState<Place>({ at: 0, doing: 'call' })
  const step = useStep(ballot.id)
  const begin = async () => {
    const { pk, shares } = await make()
    setMade({
      pk,
      slips: shares.map((one) => writeShare(pk, one)),
      proofs: await proven(pk, shares),
    })
  }
  const isHanded = made !== null && place.at >= holders.length
  return (
    <Modal
      open
      title={title}
      width={680}
      footer={null}
      mask={{ closable: false }}
      keyboard={false}
      onCancel={onClose}
    >
      {step.error && <ProblemNote error={step.error} />}
      {made === null && <Beginning isOne={holders.length === 1} onBegin={() => void begin()} />}
      {made !== null && !isHanded && (
        <HandOut
          key={place.at}
          title={title}
          ballot={ballot}
          holder={holders[place.at] ?? ''}
          slip={made.slips[place.at] ?? ''}
          place={place}
          onPlace={setPlace}
        />
      )}
      {made !== null && isHanded && (
        <>
          {made.proofs.length > 0 && (
            <>
              <p>{words.proofTitle}</p>
              <ul className="hall-proofs">
                {made.proofs.map((pair) => (
                  <li key={pair}>✓ {words.proofOf(pair)}</li>
                ))}
              </ul>
            </>
          )}
          <p>{words.registerWhat}</p>
          <p className="ballot-warning">
            {holders.length === 1 ? words.tellerKeyLost : words.sharesLost}
          </p>
          <Button
            type="primary"
            loading={step.isPending}
            onClick={() => step.mutate(() => register(made.pk), { onSuccess: onClose })}
          >
            {words.register}
          </Button>
        </>
      )}
    </Modal>
  )
}

function Beginning({ isOne, onBegin }: Readonly<{ isOne: boolean; onBegin: () => void }>) {
  const words = useHallWords()
  return (
    <>
      <ul className="effect-list">
        {(isOne ? words.beginOne : words.beginThree).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button type="primary" onClick={onBegin}>
        {words.begin}
      </Button>
    </>
  )
}

function HandOut({
  title,
  ballot,
  holder,
  slip,
  place,
  onPlace,
}: Readonly<{
  title: string
  ballot: SecretBallot
  holder: string
  slip: string
  place: Place
  onPlace: (place: Place) => void
}>) {
  const words = useHallWords()
  const [typed, setTyped] = useState('')
  const { at, doing } = place
  const last = plainShare(slip).slice(-4)
  const isWrong = plainShare(typed).length >= 4 && plainShare(typed) !== last
  switch (doing) {
    case 'call':
      return (
        <>
          <p className="hall-call">{words.stepUp(holder)}</p>
          <p>{words.lookAway}</p>
          <Button type="primary" onClick={() => onPlace({ at, doing: 'show' })}>
            {words.show}
          </Button>
        </>
      )
    case 'show':
      return (
        <ShareSlip
          title={title}
          ballot={ballot}
          holder={holder}
          slip={slip}
          onDone={() => onPlace({ at, doing: 'confirm' })}
        />
      )
    case 'confirm':
      return (
        <>
          <p className="hall-call">{words.hidden(holder)}</p>
          <Field label={words.lastGroup} fault={isWrong ? words.lastGroupWrong : null}>
            {(parts) => (
              <Input
                {...parts}
                className="hall-code"
                autoComplete="off"
                maxLength={8}
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            )}
          </Field>
          <div className="hall-acts">
            <LackingButton
              type="primary"
              lacking={lackingOf([words.lastGroup, plainShare(typed) === last])}
              onClick={() => onPlace({ at: at + 1, doing: 'call' })}
            >
              {words.confirmed}
            </LackingButton>
            <Button onClick={() => onPlace({ at, doing: 'show' })}>{words.showAgain}</Button>
          </div>
        </>
      )
  }
}

/** A random text is sealed with the public key and opened with each two shares; throws when one pair does not. */
async function proven(pk: string, shares: readonly string[]): Promise<readonly string[]> {
  const pairs = shares.flatMap((one, at) =>
    shares
      .slice(at + 1)
      .map((other, more) => ({ one, other, name: `${at + 1}＋${at + more + 2}` })),
  )
  for (const { one, other, name } of pairs) {
    const joined = await joinShares(pk, [one, other])
    if (!joined.ok) throw new Error(`Shares ${name} do not open a test seal`)
  }
  return pairs.map(({ name }) => name)
}
