/** Texts that say nearly the same, under one box to pick them all; each with what became of it. */
import { personalLabels } from '@luoshi/domain/surveys/texts/mask-personal'
import type { SurveyTextRow } from '@luoshi/server/contract/survey-texts'
import { Checkbox } from 'antd'
import { MatterLink } from '../../ui/matter-link.tsx'
import { useLanguage, useSay } from '../../words/language.ts'
import { useSurveyWords } from '../survey-words.ts'

type Picking = Readonly<{
  picked: ReadonlySet<string>
  onPick: (ids: readonly string[], on: boolean) => void
}>

export function TextGroup({
  rows,
  picked,
  onPick,
}: Picking & Readonly<{ rows: readonly SurveyTextRow[] }>) {
  const { texts: words } = useSurveyWords()
  const left = rows.filter(({ status }) => status === 'received').map(({ id }) => id)
  return (
    <div className="text-group">
      {rows.length > 1 && (
        <p className="text-group-head">
          <strong>{words.group(rows.length)}</strong>
          {left.length > 1 && (
            <Checkbox
              checked={left.every((id) => picked.has(id))}
              onChange={({ target }) => onPick(left, target.checked)}
            >
              {words.pickGroup}
            </Checkbox>
          )}
        </p>
      )}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <One row={row} picked={picked} onPick={onPick} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function One({ row, picked, onPick }: Picking & Readonly<{ row: SurveyTextRow }>) {
  const { texts: words } = useSurveyWords()
  const language = useLanguage()
  const say = useSay()
  const { id, number, status, text, masked, suspect, matter, reply } = row
  const join = (parts: readonly string[]) => parts.join(language === 'zh' ? '、' : ', ')
  return (
    <>
      {status === 'received' ? (
        <Checkbox
          aria-label={words.pick(number)}
          checked={picked.has(id)}
          onChange={({ target }) => onPick([id], target.checked)}
        />
      ) : (
        <span className="text-done" />
      )}
      <div>
        {text !== null && <p className="voice-text">{text}</p>}
        <p className="quiet">
          {words.number(number)}
          {masked.length > 0 && (
            <> · {words.masked(join(masked.map((kind) => say(personalLabels[kind]))))}</>
          )}
        </p>
        {suspect.length > 0 && status === 'received' && (
          <p className="due-amber">{words.suspect(join(suspect))}</p>
        )}
        {status === 'sealed' && <p className="quiet">{words.isSealed}</p>}
        {status === 'erased' && <p className="quiet">{words.isErased}</p>}
        {matter && (
          <p>
            <MatterLink matter={matter.id}>{words.matter(matter.number)}</MatterLink>
          </p>
        )}
        {reply !== null && <p>{words.replied(reply)}</p>}
      </div>
    </>
  )
}
