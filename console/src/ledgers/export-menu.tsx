/** The whole list as a file: each form of the offices as a workbook, or plain CSV; and a workbook that comes back. */
import { layoutKeys, layouts } from '@luoshi/domain/ledgers/layouts'
import { exportLedger } from '@luoshi/server/contract/ledgers'
import { hrefOf } from '@luoshi/server/contract/kit'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import { useMay } from '../api/session.ts'
import { csvHref, filterOf } from '../matters/ledger-query.ts'
import type { LedgerSearch } from '../matters/ledger-search.ts'
import { useWords } from '../words/language.ts'

const ComparedSheet = lazy(async () => ({
  default: (await import('./compared-sheet.tsx')).ComparedSheet,
}))

export function ExportMenu({ search }: Readonly<{ search: LedgerSearch }>) {
  const { ledgers: words } = useWords()
  const may = useMay()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const { sort: _, ...filter } = filterOf(search)
  const forms = layoutKeys.map((layout) => ({
    key: layout,
    label: (
      <a href={hrefOf(exportLedger, {}, { ...filter, layout })} download>
        {layouts[layout].name}（{words.workbook}）
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
  const back = { key: 'back', label: words.compare }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...forms,
            csv,
            ...(may('ImportDocument') ? [{ type: 'divider' as const }, back] : []),
          ],
          onClick: ({ key }) => {
            if (key === 'back') input.current?.click()
          },
        }}
      >
        <Button>{words.menu}</Button>
      </Dropdown>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        className="sr-only"
        tabIndex={-1}
        aria-label={words.compare}
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null)
          event.target.value = ''
        }}
      />
      {file && (
        <Suspense>
          <ComparedSheet file={file} onClose={() => setFile(null)} />
        </Suspense>
      )}
    </>
  )
}
