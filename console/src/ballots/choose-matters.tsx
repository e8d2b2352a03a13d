/** Which of the verified matters a session judges: all of them, unless some are taken off. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { Checkbox } from 'antd'
import { RoundTag } from '../ui/round-tag.tsx'
import { useWords } from '../words/language.ts'

export function ChooseMatters({
  waiting,
  chosen,
  onChange,
}: Readonly<{
  waiting: readonly MatterRow[]
  chosen: readonly MatterId[]
  onChange: (chosen: readonly MatterId[]) => void
}>) {
  const { ballots: words } = useWords()
  if (waiting.length === 0) return <p className="ballot-note">{words.noMatters}</p>
  return (
    <fieldset className="ballot-set">
      <legend>
        {words.chooseMatters} <small className="number">{chosen.length}</small>
      </legend>
      <p className="quiet">{words.chooseHint}</p>
      <ul className="ballot-choices">
        {waiting.map(({ id, number, title, round, warned, unitName }) => (
          <li key={id}>
            <Checkbox
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            >
              <span className="number quiet">{number}</span> {title}{' '}
              <span className="quiet">{unitName}</span>
              <RoundTag round={round} warned={warned} />
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
