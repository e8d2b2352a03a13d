/** The head of the ledger's table: names of columns, some of which sort, and the box that selects all. */
import { useWords } from '../words/language.ts'
import type { Narrow } from './ledger-filters.tsx'
import type { OptionalColumn } from './ledger-look.ts'
import type { LedgerSort } from './ledger-search.ts'
import type { Selection } from './selection.ts'

const sortOf: Partial<Readonly<Record<OptionalColumn | 'number', LedgerSort>>> = {
  number: 'number',
  due: 'due',
  updated: 'updated',
}

const directions: Readonly<Record<LedgerSort, 'ascending' | 'descending'>> = {
  newest: 'descending',
  number: 'ascending',
  due: 'ascending',
  updated: 'descending',
}

type Props = Readonly<{
  columns: readonly OptionalColumn[]
  sort: LedgerSort
  narrow: Narrow
  selection: Selection | null
}>

export function LedgerHead({ columns, sort, narrow, selection }: Props) {
  const { matters: words } = useWords()
  const { unit, official, ...rest } = Object.fromEntries(columns.map((one) => [one, true]))
  const late = columns.filter((one) => Object.hasOwn(rest, one))
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection && (
          <th scope="col" className="cell-select no-print">
            <input
              type="checkbox"
              aria-label={words.selectAll}
              checked={selection.isAll}
              onChange={selection.toggleAll}
            />
          </th>
        )}
        <HeadCell name="number" sort={sort} narrow={narrow} />
        <th scope="col" className="cell-title">
          {words.columns.title}
        </th>
        {unit && <HeadCell name="unit" sort={sort} narrow={narrow} />}
        {official && <HeadCell name="official" sort={sort} narrow={narrow} />}
        <th scope="col" className="cell-status">
          {words.columns.status}
        </th>
        {late.map((one) => (
          <HeadCell key={one} name={one} sort={sort} narrow={narrow} />
        ))}
      </tr>
    </thead>
  )
}

function HeadCell({
  name,
  sort,
  narrow,
}: Readonly<{ name: OptionalColumn | 'number'; sort: LedgerSort; narrow: Narrow }>) {
  const { matters: words } = useWords()
  const own = sortOf[name]
  if (own === undefined)
    return (
      <th scope="col" className={`cell-${name}`}>
        {words.columns[name]}
      </th>
    )
  const isSorted = own === sort
  return (
    <th scope="col" className={`cell-${name}`} aria-sort={isSorted ? directions[own] : 'none'}>
      <button
        type="button"
        className={isSorted ? 'sorter is-sorted' : 'sorter'}
        onClick={() => narrow({ sort: isSorted ? undefined : own })}
      >
        {words.columns[name]}
        <span aria-hidden="true">{isSorted && directions[own] === 'descending' ? '▾' : '▴'}</span>
      </button>
    </th>
  )
}
