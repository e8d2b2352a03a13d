/** A sheet as it is, with the meaning of each column to choose above it. Merged cells stand merged. */
import { sheetFieldLabels, sheetFields, type SheetField } from '@luoshi/domain/ledgers/sheet-fields'
import { Select } from 'antd'
import { useMemo } from 'react'
import { SheetScroll } from '../../ui/sheet-scroll.tsx'
import { useSay, useWords } from '../../words/language.ts'
import { columnLetters, withField, type SeenSheet, type SheetDraft } from './mapping-state.ts'
import { spansOf } from './spans.ts'

const shownRows = 40
const unmapped = 'none'

export function SheetSightTable({
  seen,
  draft,
  onChange,
}: Readonly<{ seen: SeenSheet; draft: SheetDraft; onChange: (next: SheetDraft) => void }>) {
  const { columns: words } = useWords()
  const { sight } = seen
  const rows = sight.rows.slice(0, shownRows)
  const places = Array.from({ length: sight.width }, (_, place) => place)
  const spans = useMemo(() => spansOf(sight), [sight])
  return (
    <>
      <SheetScroll>
        <table className="sheet sight" aria-label={words.sight}>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {places.map((place) => (
                <th key={place} scope="col">
                  <ColumnMeaning seen={seen} draft={draft} place={place} onChange={onChange} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells, hidden }) => (
              <tr key={row} className={rowLook(row, draft, hidden)}>
                <th scope="row" className="number">
                  {row}
                  {hidden && <small className="quiet"> {words.hiddenRow}</small>}
                </th>
                {places.map((place) => {
                  const span = spans.get(`${row} ${place + 1}`)
                  if (span === 'covered') return null
                  return (
                    <td key={place} {...span}>
                      {cells[place]}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
      {sight.total > rows.length && (
        <p className="quiet">{words.moreRows(sight.total - rows.length)}</p>
      )}
    </>
  )
}

function rowLook(row: number, { mapping }: SheetDraft, hidden: boolean): string {
  const { headFrom, headTo, lastRow } = mapping
  const isHead = row >= headFrom && row <= headTo
  const isOutside = row < headFrom || (lastRow !== null && row > lastRow)
  return [isHead ? 'is-head' : isOutside ? 'is-outside' : '', hidden ? 'is-hidden' : ''].join(' ')
}

function ColumnMeaning({
  seen: { sight },
  draft,
  place,
  onChange,
}: Readonly<{
  seen: SeenSheet
  draft: SheetDraft
  place: number
  onChange: (next: SheetDraft) => void
}>) {
  const { columns: words } = useWords()
  const say = useSay()
  const proposed = sight.proposed.columns[place]
  const isChosen = draft.chosen.has(place)
  const options = [
    { value: unmapped, label: words.none },
    ...sheetFields.map((field) => ({ value: field, label: say(sheetFieldLabels[field]) })),
  ]
  const confidence = isChosen ? 'chosen' : (proposed?.confidence ?? 'none')
  return (
    <div className="column-meaning">
      <Select<string>
        aria-label={words.column(columnLetters(place), proposed?.heading ?? '')}
        value={draft.mapping.columns[place] ?? unmapped}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(value) => onChange(withField(draft, place, fieldOf(value)))}
      />
      <small className={`confidence is-${confidence}`}>{words.confidence[confidence]}</small>
      {!isChosen && proposed?.fit !== null && proposed?.fit !== undefined && (
        <small className="quiet">{words.fit(proposed.fit)}</small>
      )}
      {sight.hiddenColumns.includes(place + 1) && (
        <small className="quiet">{words.hiddenColumn}</small>
      )}
    </div>
  )
}

function fieldOf(value: string): SheetField | null {
  return sheetFields.find((field) => field === value) ?? null
}
