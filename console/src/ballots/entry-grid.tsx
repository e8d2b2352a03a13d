/** The form as a sheet: one row a question, sums that run along, and what the figures lead to as they are typed. */
import {
  isOverReturned,
  sumOfRow,
  validForms,
  type Difference,
} from '@luoshi/domain/ballots/ballot-count'
import type { RowField } from '@luoshi/domain/ballots/ballot-count'
import { judgeRow } from '@luoshi/domain/ballots/ballot-results'
import { voterGroupLabels } from '@luoshi/domain/rule-books/choice-words'
import type { VoterGroup } from '@luoshi/domain/rule-books/official-ballot'
import { weighing } from '@luoshi/domain/rule-books/voter-groups'
import { worstOf } from '@luoshi/domain/verdicts/verdict'
import { sheetColumns } from '@luoshi/domain/ballots/ballot-sheet'
import type { BallotDetail } from '@luoshi/server/contract/ballots'
import { useRef, type KeyboardEvent } from 'react'
import { useSay, useWords } from '../words/language.ts'
import {
  countOf,
  figureOf,
  formFields,
  rowOf,
  withCell,
  withForm,
  type BallotDraft,
} from './ballot-draft.ts'
import { useRowName } from './row-names.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { useGradeName } from '../ui/grade-name.ts'

export function EntryGrid({
  ballot,
  group,
  draft,
  onChange,
}: Readonly<{
  ballot: BallotDetail
  /** Whose forms these are; absent: the members'. */
  group?: VoterGroup
  draft: BallotDraft
  onChange: (draft: BallotDraft) => void
}>) {
  const { ballots: words } = useWords()
  const say = useSay()
  const nameOf = useRowName(ballot)
  const grid = useRef<HTMLTableElement>(null)
  const columns = sheetColumns(ballot.subject, ballot.ruleBook)
  const asked = columns.map(({ field }) => field)
  const count = countOf(draft, asked)
  const valid = validOf(draft)
  const { overReturned } = ballot.ruleBook.settings.officialBallot.value
  const differs = (row: number | null, field: Difference['field']) =>
    ballot.differences.some((one) => one.group === group && one.row === row && one.field === field)
  const whose = group ? `${say(voterGroupLabels[group])} ` : ''
  return (
    <>
      <div className="ballot-forms">
        {formFields.map((field) => (
          <label key={field}>
            {words[field]}
            <input
              className="control control-count"
              inputMode="numeric"
              autoComplete="off"
              maxLength={6}
              aria-label={`${whose}${words[field]}`}
              aria-invalid={differs(null, field)}
              value={draft[field]}
              onChange={(event) => onChange(withForm(draft, field, event.target.value))}
            />
          </label>
        ))}
        <p>
          {words.valid} <b className="number">{valid ?? '—'}</b>
        </p>
      </div>
      {count && isOverReturned(count) && (
        <p className="ballot-alarm">
          {overReturned === 'chairsDecide' ? words.surplusAhead : words.overReturned}
        </p>
      )}
      <p className="quiet no-print">{words.enterHint}</p>
      <SheetScroll className="ballot-scroll">
        <table className="sheet ballot-grid" ref={grid}>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {columns.map((column) => (
                <th key={column.field} scope="col">
                  {say(column)}
                </th>
              ))}
              <th scope="col">{words.sum}</th>
              <th scope="col">{words.grade}</th>
            </tr>
          </thead>
          <tbody>
            {ballot.rows.map((row, at) => (
              <tr key={nameOf(row)} className={startsMatter(ballot, at) ? 'starts-matter' : ''}>
                <th scope="row">
                  {startsMatter(ballot, at) && <MatterName ballot={ballot} at={at} />}
                  {nameOf(row)}
                </th>
                {columns.map((column, place) => (
                  <td key={column.field} data-label={say(column)}>
                    <input
                      className="control control-count"
                      inputMode="numeric"
                      autoComplete="off"
                      maxLength={6}
                      data-cell={`${at}.${place}`}
                      aria-label={`${whose}${nameOf(row)} ${say(column)}`}
                      aria-invalid={differs(at, column.field)}
                      value={draft.rows[at]?.[column.field] ?? ''}
                      onChange={(event) =>
                        onChange(withCell(draft, at, column.field, event.target.value))
                      }
                      onKeyDown={(event) => moveBy(event, grid.current, at, place)}
                    />
                  </td>
                ))}
                <SumCell draft={draft} at={at} asked={asked} valid={valid} />
                {isWeighed(ballot, at) || group ? (
                  <td className="quiet" data-label={words.grade}>
                    {group ? '—' : say(byWeights)}
                  </td>
                ) : (
                  <GradeCell ballot={ballot} draft={draft} at={at} asked={asked} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
    </>
  )
}

const byWeights = { zh: '按权重合计后得出', en: 'By weights, from all forms' }

/** Whether the grade of this row comes from more than its own marks. */
function isWeighed({ rows, ruleBook }: BallotDetail, at: number): boolean {
  if (rows[at]?.type !== 'official') return false
  const { voters, officialBallot } = ruleBook.settings
  const hasItems = at === 0 && officialBallot.value.itemWeights !== undefined
  return hasItems || weighing(voters.value).length > 0
}

function validOf(draft: BallotDraft): number | null {
  const returned = figureOf(draft.returned)
  if (returned === null) return null
  return validForms({ issued: 0, rows: [], returned, invalid: figureOf(draft.invalid) ?? 0 })
}

/** Enter and arrows move as in a spreadsheet; Tab is the browser's own. */
function moveBy(
  event: KeyboardEvent<HTMLInputElement>,
  grid: HTMLTableElement | null,
  at: number,
  place: number,
) {
  if (event.nativeEvent.isComposing) return
  const step = event.key === 'ArrowUp' ? -1 : ['Enter', 'ArrowDown'].includes(event.key) ? 1 : 0
  if (step === 0) return
  event.preventDefault()
  const to = grid?.querySelector<HTMLInputElement>(`[data-cell="${at + step}.${place}"]`)
  to?.focus()
  to?.select()
}

const startsMatter = ({ rows }: BallotDetail, at: number) =>
  rows[at]?.type === 'matter' && at % 3 === 0

function MatterName({ ballot, at }: Readonly<{ ballot: BallotDetail; at: number }>) {
  const row = ballot.rows[at]
  const matter = row?.type === 'matter' ? ballot.judged.find(({ id }) => id === row.matter) : null
  return matter ? <strong className="ballot-matter">{matter.title}</strong> : null
}

type CellProps = Readonly<{ draft: BallotDraft; at: number; asked: readonly RowField[] }>

function SumCell({ draft, at, asked, valid }: CellProps & Readonly<{ valid: number | null }>) {
  const { ballots: words } = useWords()
  const typed = draft.rows[at]
  const row = typed && rowOf(typed, asked)
  if (!row)
    return (
      <td className="vote-sum quiet" data-label={words.sum}>
        —
      </td>
    )
  const sum = sumOfRow(row)
  if (valid === null)
    return (
      <td className="vote-sum number" data-label={words.sum}>
        {sum}
      </td>
    )
  const note =
    sum === valid ? words.adds : sum < valid ? words.short(valid - sum) : words.over(sum - valid)
  return (
    <td className="vote-sum" data-label={words.sum}>
      <b className="number">{sum}</b>
      <small className={sum === valid ? 'sum-good' : 'sum-bad'}>{note}</small>
    </td>
  )
}

function GradeCell({ ballot, draft, at, asked }: CellProps & Readonly<{ ballot: BallotDetail }>) {
  const gradeName = useGradeName()
  const { ballots: words } = useWords()
  const judged = [0, 1, 2].map((step) => judgedAt(ballot, draft, at - (at % 3) + step, asked))
  const own = judgedAt(ballot, draft, at, asked)
  if (!own)
    return (
      <td className="quiet" data-label={words.grade}>
        —
      </td>
    )
  const results = judged.flatMap((one) => one?.result ?? [])
  const isLast = at % 3 === 2 && results.length === 3 && ballot.rows[at]?.type !== 'official'
  return (
    <td className={`outcome-${own.result}`} data-label={words.grade}>
      {gradeName(own.report.grade)}
      {isLast && <small> · {words.outcomes[worstOf(results)]}</small>}
    </td>
  )
}

function judgedAt(
  ballot: BallotDetail,
  draft: BallotDraft,
  at: number,
  asked: readonly RowField[],
) {
  const [row, typed] = [ballot.rows[at], draft.rows[at]]
  const votes = typed && rowOf(typed, asked)
  const [issued, returned] = [figureOf(draft.issued), figureOf(draft.returned)]
  if (!row || !votes || issued === null || returned === null) return null
  const invalid = figureOf(draft.invalid) ?? 0
  if (sumOfRow(votes) !== returned - invalid) return null
  const about = { ...ballot, recused: ballot.recused.length }
  const found = judgeRow(about, { issued, returned, invalid }, votes, row, ballot.ruleBook)
  return found.ok ? found.value : null
}
