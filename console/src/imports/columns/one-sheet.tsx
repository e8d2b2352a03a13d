/** One sheet of a workbook: whether it is read, where its headings stand, its columns, and the name it is remembered by. */
import type { ImportId } from '@luoshi/domain/kernel/ids'
import { getSheets } from '@luoshi/server/contract/mappings'
import { Checkbox, Input, InputNumber, Switch } from 'antd'
import { ask } from '../../api/server.ts'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/language.ts'
import { nameFor, type SeenSheet, type SheetDraft } from './mapping-state.ts'
import { SheetSightTable } from './sheet-sight.tsx'

type Props = Readonly<{
  id: ImportId
  place: number
  seen: SeenSheet
  draft: SheetDraft
  onChange: (next: SheetDraft) => void
  onSeen: (next: SeenSheet) => void
}>

export function OneSheet(props: Props) {
  const { columns: words } = useWords()
  const { seen, draft, onChange } = props
  const { taken, name } = draft
  return (
    <section className="card" aria-label={seen.sight.name}>
      <div className="card-head">
        <h2>{seen.sight.name}</h2>
        <span className="take-sheet">
          <Switch
            checked={taken}
            aria-label={`${words.take} ${seen.sight.name}`}
            onChange={(next) => onChange({ ...draft, taken: next })}
          />
          {words.take}
        </span>
      </div>
      <div className="card-body">
        {taken ? (
          <>
            <p className="learned-line">{learnedLine(seen, words)}</p>
            <HeadRows {...props} />
            <SheetSightTable seen={seen} draft={draft} onChange={onChange} />
            <Checkbox
              checked={name !== null}
              onChange={({ target }) =>
                onChange({ ...draft, name: target.checked ? nameFor(seen.sight) : null })
              }
            >
              {words.remember}
            </Checkbox>
            {name !== null && (
              <Field label={words.layoutName} hint={words.layoutNameHint}>
                {(parts) => (
                  <Input
                    {...parts}
                    value={name}
                    maxLength={100}
                    onChange={({ target }) => onChange({ ...draft, name: target.value })}
                  />
                )}
              </Field>
            )}
          </>
        ) : (
          <p className="quiet">
            {seen.sight.proposed.print === null ? words.notKnown : words.notTaken}
          </p>
        )}
      </div>
    </section>
  )
}

function learnedLine(
  { sight, learned }: SeenSheet,
  words: ReturnType<typeof useWords>['columns'],
): string {
  if (learned)
    return learned.isExact ? words.learnedExact(learned.name) : words.learnedNear(learned.name)
  return sight.proposed.print === null ? words.noHead : words.notLearned
}

/** Other headings are other columns: they are proposed anew. */
function HeadRows({ id, place, draft, onChange, onSeen }: Props) {
  const { columns: words } = useWords()
  const { mapping } = draft
  const { headFrom, headTo, lastRow } = mapping
  const move = async (from: number, to: number) => {
    onChange({ ...draft, mapping: { ...mapping, headFrom: from, headTo: to } })
    const query = { sheet: place, headFrom: from, headTo: to }
    const answer = await ask(getSheets, { params: { import: id }, query })
    const next = answer.sheets[place]
    if (!next) return
    onSeen(next)
    const { columns } = next.sight.proposed.mapping
    const moved = { ...mapping, headFrom: from, headTo: to, columns }
    onChange({ ...draft, mapping: moved, chosen: new Set() })
  }
  return (
    <div className="head-rows">
      <Field label={words.headFrom}>
        {(parts) => (
          <InputNumber
            {...parts}
            min={1}
            max={200_000}
            value={headFrom}
            onChange={(next) => next !== null && void move(next, Math.max(next, headTo))}
          />
        )}
      </Field>
      <Field label={words.headTo}>
        {(parts) => (
          <InputNumber
            {...parts}
            min={headFrom}
            max={200_000}
            value={headTo}
            onChange={(next) => next !== null && void move(headFrom, next)}
          />
        )}
      </Field>
      <Field label={words.lastRow}>
        {(parts) => (
          <InputNumber
            {...parts}
            min={headTo + 1}
            max={200_000}
            value={lastRow}
            onChange={(next) => onChange({ ...draft, mapping: { ...mapping, lastRow: next } })}
          />
        )}
      </Field>
    </div>
  )
}
