/** What one can do with the whole list: sort, row height, columns, another day, a file, paper. */
import { Button, Checkbox, Popover, Segmented, Select } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useSession } from '../api/session.ts'
import { ExportMenu } from '../ledgers/export-menu.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { useWords } from '../words/language.ts'
import type { Narrow } from './ledger-filters.tsx'
import { densities, optionalColumns, type LedgerLook } from './ledger-look.ts'
import { RaiseByHand } from './raise-by-hand.tsx'
import { ledgerSorts, type LedgerSearch } from './ledger-search.ts'

export function LedgerActions({
  search,
  narrow,
}: Readonly<{ search: LedgerSearch; narrow: Narrow }>) {
  const { matters: words } = useWords()
  const { today } = useSession()
  return (
    <>
      <RaiseButton search={search} />
      <Popover
        trigger="click"
        placement="bottomRight"
        content={
          <label className="as-of">
            {words.asOfPick}
            <DayInput
              max={today}
              value={search.on ?? null}
              onChange={(on) => narrow({ on: on ?? undefined })}
            />
          </label>
        }
      >
        <Button>{words.asOf}</Button>
      </Popover>
      <ExportMenu search={search} />
      <Button onClick={() => window.print()}>{words.print}</Button>
    </>
  )
}

/** An opinion that came without a file: by telephone, over the counter, in a corridor. */
function RaiseButton({ search }: Readonly<{ search: LedgerSearch }>) {
  const { matters: words } = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  if (!may('RaiseOpinion') || search.on !== undefined) return null
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.byHand.open}
      </Button>
      {isOpen && (
        <RaiseByHand
          appraisal={search.appraisal ?? null}
          onClose={() => setOpen(false)}
          onRaised={(matter) => {
            setOpen(false)
            if (matter !== null) void navigate({ to: '/matters/$matter', params: { matter } })
          }}
        />
      )}
    </>
  )
}

export function LookTools({
  search,
  narrow,
  look,
  setLook,
}: Readonly<{
  search: LedgerSearch
  narrow: Narrow
  look: LedgerLook
  setLook: (next: LedgerLook) => void
}>) {
  const { matters: words } = useWords()
  return (
    <div className="look-tools no-print">
      <Select
        size="small"
        variant="borderless"
        popupMatchSelectWidth={false}
        aria-label={words.sort}
        value={search.sort ?? 'newest'}
        onChange={(sort) => narrow({ sort: sort === 'newest' ? undefined : sort })}
        options={ledgerSorts.map((one) => ({ value: one, label: words.sorts[one] }))}
      />
      <Segmented
        size="small"
        aria-label={words.density.label}
        value={look.density}
        onChange={(density) => setLook({ ...look, density })}
        options={densities.map((one) => ({ value: one, label: words.density[one] }))}
      />
      <Popover
        trigger="click"
        placement="bottomRight"
        content={
          <Checkbox.Group
            className="column-choice"
            value={[...look.columns]}
            onChange={(columns) =>
              setLook({ ...look, columns: optionalColumns.filter((one) => columns.includes(one)) })
            }
            options={optionalColumns.map((one) => ({ value: one, label: words.columns[one] }))}
          />
        }
      >
        <Button size="small">{words.columnsButton}</Button>
      </Popover>
    </div>
  )
}
