/** Counts any limit by the congress's own days, and shows how. */
import {
  countDeadline,
  countedUnits,
  type CountedUnit,
} from '@luoshi/domain/calendar/count-deadline'
import type { Calendar } from '@luoshi/domain/calendar/calendar'
import type { Day } from '@luoshi/domain/kernel/day'
import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useSession } from '../api/session.ts'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { CountedDays } from './counted-days.tsx'

type Draft = Readonly<{ from: Day | null; count: number | null; unit: CountedUnit }>

export function CountCard({ calendar }: Readonly<{ calendar: Calendar }>) {
  const { calendar: words } = useWords()
  const language = useLanguage()
  const { today } = useSession()
  const [{ from, count, unit }, setDraft] = useState<Draft>({
    from: today,
    count: 15,
    unit: 'natural',
  })
  const set = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }))
  const counted =
    from === null || count === null
      ? null
      : countDeadline({ from, count, unit, calendar, rollOver: true })
  return (
    <section className="card" aria-label={words.count}>
      <div className="card-head">
        <h2>{words.count}</h2>
      </div>
      <div className="card-body">
        <div className="field-row">
          <Field label={words.from} hint={words.fromHint}>
            {(parts) => (
              <DayInput
                {...parts}
                min="2000-01-01"
                max="2099-12-31"
                value={from}
                onChange={(day) => set({ from: day })}
              />
            )}
          </Field>
          <Field label={words.number}>
            {(parts) => (
              <InputNumber
                {...parts}
                min={1}
                max={400}
                precision={0}
                value={count}
                onChange={(value) => set({ count: value })}
              />
            )}
          </Field>
          <Field label={words.unit}>
            {(parts) => (
              <Select
                {...parts}
                value={unit}
                onChange={(chosen) => set({ unit: chosen })}
                options={countedUnits.map((one) => ({ value: one, label: words.units[one] }))}
              />
            )}
          </Field>
        </div>
        {from !== null && counted !== null && (
          <div aria-live="polite">
            <p className="counted-end">{words.counted(fullDayText(counted.date, language))}</p>
            <CountedDays
              start={from}
              end={counted.date}
              skipped={counted.skipped}
              uncertain={counted.uncertain}
              rule={counted.rule[language]}
              calendar={calendar}
            />
          </div>
        )}
      </div>
    </section>
  )
}
