/** The table of a rating as a form: counts only; percentages and checks follow while one types. */
import { ratingFaults, type Ratings } from '@luoshi/domain/inquiries/ratings'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'
import { RatingFaults } from './ratings-table.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

const numberOf = (raw: string) => Math.min(Number(raw.replaceAll(/\D/g, '')), 1_000_000)

export function RatingsField({
  ratings,
  onChange,
}: Readonly<{ ratings: Ratings; onChange: (next: Ratings) => void }>) {
  const { ratings: words } = useWords().inquiries
  const [gradeText, setGradeText] = useState(ratings.grades.join('、'))
  const { enrolled, took, grades, rows } = ratings
  const withGrades = (raw: string) => {
    setGradeText(raw)
    const next = [...new Set(raw.split(/[、，,]/).map((one) => one.trim()))].filter(Boolean)
    const counts = (before: readonly number[]) => next.map((_, at) => before[at] ?? 0)
    const kept = rows.map((row) => ({ ...row, counts: counts(row.counts) }))
    onChange({ ...ratings, grades: next, rows: kept })
  }
  const withRow = (at: number, part: Partial<(typeof rows)[number]>) =>
    onChange({ ...ratings, rows: rows.map((row, n) => (n === at ? { ...row, ...part } : row)) })
  return (
    <fieldset className="ratings-field">
      <legend>{words.title}</legend>
      <div className="field-row">
        <Count
          label={words.enrolled}
          value={enrolled}
          onChange={(next) => onChange({ ...ratings, enrolled: next })}
        />
        <Count
          label={words.took}
          value={took}
          onChange={(next) => onChange({ ...ratings, took: next })}
        />
        <Field label={words.grades}>
          {(parts) => (
            <Input
              {...parts}
              value={gradeText}
              onChange={(event) => withGrades(event.target.value)}
            />
          )}
        </Field>
      </div>
      <SheetScroll>
        <table className="sheet ratings">
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              {grades.map((grade) => (
                <th key={grade} scope="col">
                  {grade}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // Items may be renamed while typing; their place does not change.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <td>
                  <Input
                    aria-label={`${words.item} ${at + 1}`}
                    value={row.item}
                    onChange={(event) => withRow(at, { item: event.target.value })}
                  />
                </td>
                {grades.map((grade, n) => (
                  <td key={grade}>
                    <Input
                      aria-label={words.count(row.item, grade)}
                      inputMode="numeric"
                      value={row.counts[n] ?? 0}
                      onChange={(event) =>
                        withRow(at, { counts: row.counts.with(n, numberOf(event.target.value)) })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
      <Button
        size="small"
        onClick={() =>
          onChange({ ...ratings, rows: [...rows, { item: '', counts: grades.map(() => 0) }] })
        }
      >
        {words.addItem}
      </Button>
      {took > 0 && <RatingFaults faults={ratingFaults(ratings)} />}
    </fieldset>
  )
}

function Count({
  label,
  value,
  onChange,
}: Readonly<{ label: string; value: number; onChange: (next: number) => void }>) {
  return (
    <Field label={label}>
      {(parts) => (
        <Input
          {...parts}
          inputMode="numeric"
          value={value}
          onChange={(event) => onChange(numberOf(event.target.value))}
        />
      )}
    </Field>
  )
}
