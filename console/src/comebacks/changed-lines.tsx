/** Changed cells as lines: as exported, in the sheet, in the ledger, and a box to take what the sheet says. */
import type { ConflictReason } from '@luoshi/domain/ledgers/compare-ledger'
import { Checkbox } from 'antd'
import { MatterLink } from '../ui/matter-link.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { useSay } from '../words/language.ts'
import { cellKey, toggled, type Chosen, type ShownLine } from './chosen-cells.ts'
import { useComebackWords } from './comeback-words.ts'

type Line = ShownLine & Readonly<{ why?: ConflictReason }>

export function ChangedLines({
  lines,
  chosen,
  onChoose,
}: Readonly<{ lines: readonly Line[]; chosen: Chosen; onChoose: (next: Chosen) => void }>) {
  const words = useComebackWords()
  return (
    <SheetScroll>
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{words.take}</th>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.was}</th>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.ledger}</th>
            <th scope="col">{words.does}</th>
          </tr>
        </thead>
        <tbody>
          {lines.flatMap((line) =>
            line.cells.length === 0
              ? [<WholeLine key={line.row} line={line} />]
              : line.cells.map((cell) => (
                  <ChangedCell
                    key={`${line.row} ${cell.field}`}
                    line={line}
                    cell={cell}
                    isChosen={chosen.has(cellKey({ ...cell, matter: line.matter }))}
                    onChoose={(isOn) =>
                      onChoose(toggled(chosen, cellKey({ ...cell, matter: line.matter }), isOn))
                    }
                  />
                )),
          )}
        </tbody>
      </table>
    </SheetScroll>
  )
}

function Where({ line }: Readonly<{ line: Line }>) {
  const words = useComebackWords()
  return (
    <>
      <MatterLink matter={line.matter}>{words.matter(line.number)}</MatterLink> {line.title}
      <small className="quiet comeback-row">{words.row(line.row)}</small>
    </>
  )
}

function WholeLine({ line }: Readonly<{ line: Line }>) {
  const words = useComebackWords()
  return (
    <tr>
      <td colSpan={2}>
        <Where line={line} />
      </td>
      <td colSpan={5}>{words.why[line.why ?? 'both']}</td>
    </tr>
  )
}

function ChangedCell({
  line,
  cell,
  isChosen,
  onChoose,
}: Readonly<{
  line: Line
  cell: ShownLine['cells'][number]
  isChosen: boolean
  onChoose: (isOn: boolean) => void
}>) {
  const words = useComebackWords()
  const say = useSay()
  const { heading, was, file, ledger, step, refusal } = cell
  const steps: Readonly<Record<string, string>> = words.steps
  return (
    <tr>
      <td>
        <Checkbox
          checked={isChosen}
          disabled={step === null}
          aria-label={`${words.take}：${words.matter(line.number)} ${heading}`}
          onChange={({ target }) => onChoose(target.checked)}
        />
      </td>
      <td>
        <Where line={line} />
      </td>
      <td>{heading}</td>
      <td className="comeback-text">{was || <Empty />}</td>
      <td className="comeback-text is-new">{file || <Empty />}</td>
      <td className={ledger === was ? 'comeback-text' : 'comeback-text is-moved'}>
        {ledger || <Empty />}
      </td>
      <td className="comeback-how">
        {step !== null && (steps[step] ?? step)}
        {refusal && (
          <span className="comeback-refusal">
            {say({
              zh: `${refusal.zh.what}${refusal.zh.fix}`,
              en: `${refusal.en.what} ${refusal.en.fix}`,
            })}
          </span>
        )}
      </td>
    </tr>
  )
}

function Empty() {
  const words = useComebackWords()
  return <span className="quiet">{words.empty}</span>
}
