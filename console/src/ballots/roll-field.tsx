/** The roll called by name: each member present, on leave with the reason, or away. Recusals on record count by themselves. */
import {
  rollStandingLabels,
  rollStandings,
  type RollStanding,
  type RollTold,
} from '@luoshi/domain/ballots/ballot-roll'
import type { Absent } from '@luoshi/domain/meetings/meeting'
import type { PersonRow } from '@luoshi/server/contract/roster'
import { Input, Select } from 'antd'
import { useSay, useWords } from '../words/language.ts'

export function RollField({
  members,
  roll,
  onChange,
}: Readonly<{
  members: readonly PersonRow[]
  roll: readonly RollTold[]
  onChange: (roll: readonly RollTold[]) => void
}>) {
  const { ballots: words } = useWords()
  const say = useSay()
  const change = (person: RollTold['person'], part: Partial<RollTold>) =>
    onChange(roll.map((one) => (one.person === person ? { ...one, ...part } : one)))
  const here = roll.filter(({ standing }) => standing === 'present').length
  return (
    <fieldset className="meeting-set">
      <legend>{words.roll}</legend>
      <p className="quiet">{words.rollCounts(roll.length, here)}</p>
      <div className="ballot-roll">
        {members.map(({ id, name }) => {
          const line = roll.find(({ person }) => person === id)
          if (!line) return null
          return (
            <div key={id} className="ballot-roll-line">
              <span>{name}</span>
              <Select<RollStanding>
                size="small"
                aria-label={`${name} ${words.roll}`}
                value={line.standing}
                onChange={(standing) => change(id, { standing })}
                options={rollStandings.map((one) => ({
                  value: one,
                  label: say(rollStandingLabels[one]),
                }))}
              />
              {line.standing !== 'present' && (
                <Input
                  size="small"
                  aria-label={`${name} ${words.rollReason}`}
                  placeholder={words.rollReason}
                  value={line.reason}
                  onChange={(event) => change(id, { reason: event.target.value })}
                />
              )}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

/** Everybody is there until somebody says otherwise; who is on leave by the roster is on leave here. */
export function firstRoll(members: readonly PersonRow[]): readonly RollTold[] {
  return members.map(({ id: person, leave }) => ({
    person,
    standing: leave === null ? 'present' : 'onLeave',
    reason: leave?.reason ?? '',
  }))
}

/** The roll of the meeting as it was at one moment; null where the meeting was only counted. */
export function rollAt(
  members: readonly PersonRow[],
  inAll: number,
  { present, absent }: Readonly<{ present: number; absent: readonly Absent[] }>,
): readonly RollTold[] | null {
  if (members.length !== inAll || absent.length !== inAll - present) return null
  return members.map(({ id: person, name }) => {
    const away = absent.find((one) => one.name === name)
    const reason = away?.reason ?? ''
    const standing = reason === '' ? 'absent' : 'onLeave'
    return { person, standing: away ? standing : 'present', reason }
  })
}
