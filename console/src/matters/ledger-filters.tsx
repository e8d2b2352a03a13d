/** The filters of the ledger; every one of them lives in the address. */
import { matterStatuses } from '@luoshi/domain/matters/matter'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import { originPhases } from '@luoshi/domain/opinions/opinion'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select, type InputRef } from 'antd'
import { useCallback, useState, type RefObject } from 'react'
import { appraisalsQuery, unitsQuery } from '../api/lists.ts'
import { useSay, useWords } from '../words/language.ts'
import { filterCount, readStatuses, type LedgerSearch } from './ledger-search.ts'
import { TextFilter } from './text-filter.tsx'

/** Changes some filters; a key set to undefined is taken out of the address. */
export type Narrow = (change: {
  [Key in keyof LedgerSearch]?: LedgerSearch[Key] | undefined
}) => void

const matches = (typed: string, option?: Readonly<{ label: string }>) =>
  (option?.label ?? '').toLowerCase().includes(typed.toLowerCase())

const byText = { filterOption: matches }

export function LedgerFilters({
  search,
  narrow,
  textRef,
}: Readonly<{ search: LedgerSearch; narrow: Narrow; textRef: RefObject<InputRef | null> }>) {
  const { matters: words } = useWords()
  const [shown, setShown] = useState(false)
  const onText = useCallback(
    (text: string) => narrow({ text: text === '' ? undefined : text }),
    [narrow],
  )
  const count = filterCount(search)
  return (
    <search className={shown ? 'filters no-print is-shown' : 'filters no-print'}>
      <TextFilter value={search.text ?? ''} onChange={onText} inputRef={textRef} />
      <Button className="filters-toggle" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {words.filters.more}
        {count > 0 && `（${count}）`}
      </Button>
      <div className="filters-rest">
        <ListFilters search={search} narrow={narrow} />
        <Checkbox
          checked={search.late ?? false}
          onChange={(event) => narrow({ late: event.target.checked || undefined })}
        >
          {words.filters.late}
        </Checkbox>
        <Checkbox
          checked={search.mine ?? false}
          onChange={(event) => narrow({ mine: event.target.checked || undefined })}
        >
          {words.filters.mine}
        </Checkbox>
      </div>
    </search>
  )
}

function ListFilters({ search, narrow }: Readonly<{ search: LedgerSearch; narrow: Narrow }>) {
  const { matters: words } = useWords()
  const say = useSay()
  const { data: units = [] } = useQuery(unitsQuery)
  const { data: appraisals = [] } = useQuery(appraisalsQuery)
  return (
    <>
      <Select
        className="filter-status"
        mode="multiple"
        maxTagCount={1}
        allowClear
        aria-label={words.filters.status}
        placeholder={words.filters.status}
        value={readStatuses(search.status)}
        onChange={(statuses) =>
          narrow({ status: statuses.length === 0 ? undefined : statuses.join(',') })
        }
        options={matterStatuses.map((one) => ({ value: one, label: say(statusLabels[one]) }))}
      />
      <Select
        className="filter-unit"
        showSearch={byText}
        allowClear
        popupMatchSelectWidth={240}
        aria-label={words.filters.unit}
        placeholder={words.filters.unit}
        value={search.unit ?? null}
        onChange={(unit) => narrow({ unit: unit ?? undefined })}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <Select
        className="filter-appraisal"
        showSearch={byText}
        allowClear
        popupMatchSelectWidth={320}
        aria-label={words.filters.appraisal}
        placeholder={words.filters.appraisal}
        value={search.appraisal ?? null}
        onChange={(one) => narrow({ appraisal: one ?? undefined })}
        options={appraisals.map((one) => ({ value: one.id, label: one.title }))}
      />
      <Select
        className="filter-phase"
        allowClear
        aria-label={words.filters.phase}
        placeholder={words.filters.phase}
        value={search.phase ?? null}
        onChange={(phase) => narrow({ phase: phase ?? undefined })}
        options={originPhases.map((one) => ({ value: one, label: words.phases[one] }))}
      />
    </>
  )
}

/** Takes every filter out of the address; the sort and the day stay. */
export function ClearFilters({
  search,
  narrow,
}: Readonly<{ search: LedgerSearch; narrow: Narrow }>) {
  const { matters: words } = useWords()
  if (filterCount(search) === 0) return null
  const clear = () =>
    narrow({
      text: undefined,
      appraisal: undefined,
      unit: undefined,
      status: undefined,
      phase: undefined,
      late: undefined,
      mine: undefined,
    })
  return (
    <Button type="link" size="small" className="no-print" onClick={clear}>
      {words.filters.clear}
    </Button>
  )
}
