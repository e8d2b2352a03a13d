/** The example every setting is tried on: one ballot and one hand-over, the clerk's own figures if she likes. */
import { countDeadline, type CountedUnit } from '@luoshi/domain/calendar/count-deadline'
import type { Deadline } from '@luoshi/domain/calendar/deadline'
import { countOfficialBallot } from '@luoshi/domain/rule-books/official-ballot'
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import { settingLabels } from '@luoshi/domain/rule-books/setting-words'
import { exampleDays, type Example } from '@luoshi/domain/rule-books/worked-example'
import { useQuery } from '@tanstack/react-query'
import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { calendarQuery } from '../calendar/calendar-query.ts'
import { CountedDays } from '../calendar/counted-days.tsx'
import '../calendar/calendar.css'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useSay, useWords } from '../words/language.ts'

const limits = ['planDue', 'reportDue', 'misassignWindow', 'meetingDue', 'redoDue'] as const

type Limit = (typeof limits)[number]

export function ExampleCard({
  book,
  value,
  onChange,
}: Readonly<{ book: RuleBook; value: Example; onChange: (next: Example) => void }>) {
  const { ruleBooks: words } = useWords()
  return (
    <details className="card example-card no-print">
      <summary>
        <b>{words.example}</b> <span className="quiet">{words.exampleSays(value)}</span>
      </summary>
      <div className="card-body example-parts">
        <BallotExample book={book} value={value} onChange={onChange} />
        <DayExample book={book} value={value} onChange={onChange} />
      </div>
    </details>
  )
}

type PartProps = Readonly<{ book: RuleBook; value: Example; onChange: (next: Example) => void }>

function BallotExample({ book, value, onChange }: PartProps) {
  const { ruleBooks: words } = useWords()
  const language = useLanguage()
  const { box } = value
  const set = (change: Partial<Example['box']>) => {
    const next = { ...box, ...change }
    const { satisfied, basically, dissatisfied, abstain = 0 } = next.votes
    const returned = satisfied + basically + dissatisfied + abstain + (next.invalid ?? 0)
    onChange({ ...value, box: { ...next, issued: next.present, returned } })
  }
  const count = countOfficialBallot(book.settings.officialBallot.value, box)
  const number = (label: string, shown: number, write: (n: number) => void) => (
    <Field key={label} label={label}>
      {(parts) => (
        <InputNumber
          {...parts}
          min={0}
          max={9999}
          precision={0}
          value={shown}
          onChange={(n) => write(n ?? 0)}
        />
      )}
    </Field>
  )
  const vote = (change: Partial<typeof box.votes>) => set({ votes: { ...box.votes, ...change } })
  return (
    <div>
      <h3>{words.exampleBallot}</h3>
      <div className="field-row">
        {number(words.members, box.members, (members) => set({ members }))}
        {number(words.present, box.present, (present) => set({ present }))}
        {number(words.invalid, box.invalid ?? 0, (invalid) => set({ invalid }))}
      </div>
      <div className="field-row">
        {number(words.satisfied, box.votes.satisfied, (satisfied) => vote({ satisfied }))}
        {number(words.basically, box.votes.basically, (basically) => vote({ basically }))}
        {number(words.dissatisfied, box.votes.dissatisfied, (dissatisfied) =>
          vote({ dissatisfied }),
        )}
        {number(words.abstain, box.votes.abstain ?? 0, (abstain) => vote({ abstain }))}
      </div>
      {count.ok && (
        <ol className="example-steps">
          {(language === 'zh' ? count.value.steps : count.value.stepsEn).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </div>
  )
}

function DayExample({ book, value, onChange }: PartProps) {
  const { ruleBooks: words } = useWords()
  const language = useLanguage()
  const say = useSay()
  const { data } = useQuery(calendarQuery)
  const [limit, setLimit] = useState<Limit>('planDue')
  const rule = book.settings[limit].value
  const start = exampleDays(value.handOver)[rule.from]
  const counted =
    data && countedAs(rule) !== null
      ? countDeadline({
          from: start,
          count: rule.count,
          unit: countedAs(rule) ?? 'natural',
          calendar: data.calendar,
          rollOver: book.settings.rollOver.value,
        })
      : null
  return (
    <div>
      <h3>{words.exampleDays}</h3>
      <div className="field-row">
        <Field label={words.handOver} hint={words.handOverHint}>
          {(parts) => (
            <DayInput
              {...parts}
              value={value.handOver}
              onChange={(day) => day !== null && onChange({ ...value, handOver: day })}
            />
          )}
        </Field>
        <Field label={words.limit}>
          {(parts) => (
            <Select
              {...parts}
              value={limit}
              onChange={setLimit}
              options={limits.map((one) => ({ value: one, label: say(settingLabels[one]) }))}
            />
          )}
        </Field>
        <Field label={words.round}>
          {(parts) => (
            <InputNumber
              {...parts}
              min={1}
              max={99}
              precision={0}
              value={value.round}
              onChange={(round) => onChange({ ...value, round: round ?? 1 })}
            />
          )}
        </Field>
      </div>
      {data && counted && (
        <CountedDays
          start={start}
          end={counted.date}
          skipped={counted.skipped}
          uncertain={counted.uncertain}
          rule={counted.rule[language]}
          calendar={data.calendar}
        />
      )}
      {countedAs(rule) === null && <p className="quiet">{words.bySession}</p>}
    </div>
  )
}

/** A session is no count of days, so it has no small calendar. */
function countedAs({ unit }: Deadline): CountedUnit | null {
  switch (unit) {
    case 'day':
      return 'natural'
    case 'workday':
      return 'working'
    case 'month':
      return 'month'
    case 'session':
      return null
  }
}
