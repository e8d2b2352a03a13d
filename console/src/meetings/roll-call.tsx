/** The roster called: everybody is there until they are unticked; why somebody is away is theirs to say. */
import type { Absent } from '@luoshi/domain/meetings/meeting'
import type { PersonRow } from '@luoshi/server/contract/roster'
import { Checkbox, Input } from 'antd'
import { useWords } from '../words/language.ts'

export function RollCall({
  roster,
  absent,
  onChange,
}: Readonly<{
  roster: readonly PersonRow[]
  absent: readonly Absent[]
  onChange: (absent: readonly Absent[]) => void
}>) {
  const { meetings: words } = useWords()
  return (
    <fieldset className="meeting-set">
      <legend>{words.roster}</legend>
      <p className="quiet">{words.rosterHint(roster.length)}</p>
      <div className="roster">
        {roster.map(({ id, name, leave }) => {
          const away = absent.find((one) => one.name === name)
          return (
            <div key={id}>
              <Checkbox
                checked={!away}
                onChange={({ target }) =>
                  onChange(
                    target.checked
                      ? absent.filter((one) => one.name !== name)
                      : [...absent, { name, reason: leave?.reason ?? '' }],
                  )
                }
              >
                {name}
              </Checkbox>
              {away && (
                <Input
                  size="small"
                  aria-label={`${name} ${words.absence}`}
                  placeholder={words.absence}
                  value={away.reason}
                  onChange={(event) =>
                    onChange(
                      absent.map((one) =>
                        one.name === name ? { name, reason: event.target.value } : one,
                      ),
                    )
                  }
                />
              )}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
