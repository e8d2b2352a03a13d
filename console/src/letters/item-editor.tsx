/** One item of a letter while it is written: its problem, what is demanded, and who must act. */
import type { LetterContentRow } from '@luoshi/server/contract/letters'
import { Button, Input } from 'antd'
import { Field } from '../ui/field.tsx'
import { UnitAndOfficial } from '../ui/unit-and-official.tsx'
import { useWords } from '../words/language.ts'
import type { MatterName } from './letter-editor.tsx'

type Item = LetterContentRow['items'][number]

export function ItemEditor({
  item,
  name,
  isFirst,
  isLast,
  onChange,
  onMove,
  onRemove,
}: Readonly<{
  item: Item
  name: MatterName | undefined
  isFirst: boolean
  isLast: boolean
  onChange: (next: Item) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}>) {
  const { letters: words } = useWords()
  const title = `${words.matterNumber(name?.number ?? 0)} ${name?.title ?? ''}`
  const text = (part: 'problem' | 'request') => (
    <Field label={words[part]}>
      {(parts) => (
        <Input.TextArea
          {...parts}
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={item[part]}
          onChange={(event) => onChange({ ...item, [part]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <li className="letter-item">
      <fieldset>
        <legend>{title}</legend>
        {text('problem')}
        {text('request')}
        <UnitAndOfficial
          value={item}
          onChange={({ unit, official }) => unit && onChange({ ...item, unit, official })}
        />
        <div className="letter-item-tools">
          <Button size="small" disabled={isFirst} onClick={() => onMove(-1)}>
            {words.up}
          </Button>
          <Button size="small" disabled={isLast} onClick={() => onMove(1)}>
            {words.down}
          </Button>
          <Button size="small" type="text" onClick={onRemove}>
            {words.remove}
          </Button>
        </div>
      </fieldset>
    </li>
  )
}
