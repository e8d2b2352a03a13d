/** How a ballot is taken: counted elsewhere, or cast here, for real or as a rehearsal. */
import { ballotMethods, type BallotMethod, type BallotSource } from '@luoshi/domain/ballots/ballot'
import { methodLabel } from '@luoshi/domain/ballots/ballot-labels'
import type { RollTold } from '@luoshi/domain/ballots/ballot-roll'
import type { Secrecy } from '@luoshi/domain/rule-books/official-ballot'
import type { BallotDetail } from '@luoshi/server/contract/ballots'
import type { PersonRow } from '@luoshi/server/contract/roster'
import { Select } from 'antd'
import { Field } from '../ui/field.tsx'
import { useSay, useWords } from '../words/language.ts'
import { firstRoll } from './roll-field.tsx'

const ways = [...ballotMethods, 'here', 'rehearsal'] as const

export type BallotWay = (typeof ways)[number]

export function sourceOf(way: BallotWay, secrecy: Secrecy): BallotSource {
  if (isHere(way)) return { type: 'castHere', secrecy: 'secret', rehearsal: way === 'rehearsal' }
  return { type: 'countedElsewhere', method: way, secrecy }
}

export function wayOf(source: BallotSource | undefined): BallotWay {
  if (!source) return 'paper'
  if (source.type === 'countedElsewhere') return source.method
  return source.rehearsal ? 'rehearsal' : 'here'
}

export function isHere(way: BallotWay): way is Exclude<BallotWay, BallotMethod> {
  return way === 'here' || way === 'rehearsal'
}

/** A ballot cast here goes by name; the round before says who was there. */
export function rollHere(
  members: readonly PersonRow[],
  again: BallotDetail | undefined,
): readonly RollTold[] {
  const before = again?.rollCalled ?? []
  return firstRoll(members).map((line) => {
    const name = members.find(({ id }) => id === line.person)?.name
    const told = before.find((one) => one.name === name)
    return told ? { ...line, standing: told.standing, reason: told.reason } : line
  })
}

export function WayField({
  way,
  onChange,
}: Readonly<{ way: BallotWay; onChange: (way: BallotWay) => void }>) {
  const { ballots: words } = useWords()
  const say = useSay()
  return (
    <Field label={words.method} hint={isHere(way) ? words.wayHint[way] : ''}>
      {(parts) => (
        <Select
          {...parts}
          value={way}
          onChange={onChange}
          options={ways.map((one) => ({
            value: one,
            label: say(methodLabel(sourceOf(one, 'secret'))),
          }))}
        />
      )}
    </Field>
  )
}
