/** The whole list as a file: each form of the offices and of the county as a workbook, or CSV; and a workbook that comes back. */
import { layoutKeys, layouts } from '@luoshi/domain/ledgers/layouts'
import { bringLedgerBack } from '@luoshi/server/contract/comebacks'
import { exportLedger } from '@luoshi/server/contract/ledgers'
import { hrefOf } from '@luoshi/server/contract/kit'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, Modal } from 'antd'
import { useRef } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { ownLayoutsQuery } from '../imports/columns/layouts-query.ts'
import { csvHref, filterOf } from '../matters/ledger-query.ts'
import type { LedgerSearch } from '../matters/ledger-search.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'

export function ExportMenu({ search }: Readonly<{ search: LedgerSearch }>) {
  const { ledgers: words } = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const { data: own = [] } = useQuery(ownLayoutsQuery)
  const back = useAct(
    (file: File) => ask(bringLedgerBack, { bytes: file }, { fileName: file.name }),
    ['comebacks'],
  )
  const { sort: _, ...filter } = filterOf(search)
  const forms = [
    ...layoutKeys.map((layout) => ({ layout, name: layouts[layout].name })),
    ...own.map(({ id, name }) => ({ layout: id, name: words.own(name) })),
  ].map(({ layout, name }) => ({
    key: layout,
    label: (
      <a href={hrefOf(exportLedger, {}, { ...filter, layout })} download>
        {name}（{words.workbook}）
      </a>
    ),
  }))
  const csv = {
    key: 'csv',
    label: (
      <a href={csvHref(search)} download>
        {words.csv}
      </a>
    ),
  }
  const returning = may('BringLedgerBack')
    ? [
        { type: 'divider' as const },
        { key: 'back', label: words.back },
        { key: 'backs', label: <Link to="/comebacks">{words.backs}</Link> },
      ]
    : []
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [...forms, csv, ...returning],
          onClick: ({ key }) => {
            if (key === 'back') input.current?.click()
          },
        }}
      >
        <Button loading={back.isPending}>{words.menu}</Button>
      </Dropdown>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        className="sr-only"
        tabIndex={-1}
        aria-label={words.back}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file)
            back.mutate(file, {
              onSuccess: ({ comeback }) =>
                void navigate({ to: '/comebacks/$comeback', params: { comeback } }),
            })
        }}
      />
      {back.error && (
        <Modal open title={words.back} footer={null} onCancel={() => back.reset()}>
          <ProblemNote error={back.error} />
        </Modal>
      )}
    </>
  )
}
