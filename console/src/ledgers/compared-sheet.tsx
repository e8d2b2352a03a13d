/** A workbook that came back: what was changed in it, beside what the ledger says now. Nothing is written from here. */
import type { LedgerComparison } from '@luoshi/domain/ledgers/compare-ledger'
import { previewLedger } from '@luoshi/server/contract/ledgers'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { ask } from '../api/server.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import './ledgers.css'

export function ComparedSheet({ file, onClose }: Readonly<{ file: File; onClose: () => void }>) {
  const { ledgers: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['ledger-preview', file.name, file.size, file.lastModified],
    queryFn: () => ask(previewLedger, { bytes: file }, { fileName: file.name }),
    gcTime: 0,
    retry: false,
  })
  return (
    <Modal
      open
      width={960}
      title={words.title(file.name)}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{words.close}</Button>}
    >
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      {data && <Comparison found={data} />}
    </Modal>
  )
}

function Comparison({ found }: Readonly<{ found: LedgerComparison }>) {
  const { ledgers: words } = useWords()
  const { changed, conflicts, removed, unchanged } = found
  return (
    <div className="compared">
      <p>
        <b>
          {words.sum(found.new.length, changed.length, removed.length, conflicts.length, unchanged)}
        </b>{' '}
        {words.nothingWritten}
      </p>
      {conflicts.length > 0 && (
        <section aria-label={words.conflicts}>
          <h3>{words.conflicts}</h3>
          <Changes lines={conflicts} isConflict />
        </section>
      )}
      {changed.length > 0 && (
        <section aria-label={words.changed}>
          <h3>{words.changed}</h3>
          <p className="quiet">{words.changedHint}</p>
          <Changes lines={changed} />
        </section>
      )}
      {found.new.length > 0 && (
        <section aria-label={words.added}>
          <h3>{words.added}</h3>
          <p className="quiet">{words.addedHint}</p>
          <ul>
            {found.new.map(({ row, cells }) => (
              <li key={row}>
                {words.row(row)}
                {Object.entries(cells)
                  .map(([heading, text]) => `${heading}：${text}`)
                  .join('　')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {removed.length > 0 && (
        <section aria-label={words.removed}>
          <h3>{words.removed}</h3>
          <p className="quiet">{words.removedHint}</p>
          <ul>
            {removed.map(({ matter, number, title }) => (
              <li key={matter}>
                <MatterLink matter={matter}>{words.matter(number)}</MatterLink> {title}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

type Line = LedgerComparison['changed'][number] &
  Partial<Pick<LedgerComparison['conflicts'][number], 'why'>>

function Changes({
  lines,
  isConflict = false,
}: Readonly<{ lines: readonly Line[]; isConflict?: boolean }>) {
  const { ledgers: words } = useWords()
  return (
    <SheetScroll>
      <table className="sheet">
        <thead>
          <tr>
            <th>{words.where}</th>
            <th>{words.column}</th>
            <th>{words.was}</th>
            <th>{words.inFile}</th>
            {isConflict && <th>{words.inLedger}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.flatMap(({ row, matter, number, why, changes }) => {
            const where = (
              <>
                {words.row(row)}
                <MatterLink matter={matter}>{words.matter(number)}</MatterLink>
              </>
            )
            if (changes.length === 0)
              return [
                <tr key={row}>
                  <td>{where}</td>
                  <td colSpan={4}>{why === 'twice' ? words.twice : words.gone}</td>
                </tr>,
              ]
            return changes.map(({ heading, was, file, ledger }) => (
              <tr key={`${row} ${heading}`}>
                <td>{where}</td>
                <td>{heading}</td>
                <td className="compared-text">{was}</td>
                <td className="compared-text">{file}</td>
                {isConflict && <td className="compared-text">{ledger}</td>}
              </tr>
            ))
          })}
        </tbody>
      </table>
    </SheetScroll>
  )
}
