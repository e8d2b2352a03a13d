/** Enters a year: paste the notice, let it be read, compare, save with its source. */
import { daysBetween } from '@luoshi/domain/kernel/day'
import { publishHolidays, readHolidayNotice } from '@luoshi/server/contract/calendar'
import type { OutputOf } from '@luoshi/server/contract/kit'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/language.ts'

type Read = OutputOf<(typeof readHolidayNotice)['answer']>

export function EnterHolidays({
  year,
  version,
  onClose,
}: Readonly<{ year: number; version: number; onClose: () => void }>) {
  const { calendar: words } = useWords()
  const [text, setText] = useState('')
  const [source, setSource] = useState(words.sourceOf(year))
  const [read, setRead] = useState<Read | null>(null)
  const reading = useAct(
    (pasted: string) => ask(readHolidayNotice, { params: { year }, body: { text: pasted } }),
    [],
  )
  const saving = useAct(
    (table: Read) =>
      ask(publishHolidays, { params: { year }, body: { version, source, ...table } }),
    ['holidays', 'matter', 'matters'],
  )
  return (
    <FormDialog
      title={words.enterTitle(year)}
      action={words.save}
      ready={read !== null && source.trim() !== ''}
      pending={saving.isPending}
      error={saving.error ?? reading.error}
      onClose={onClose}
      onSubmit={() => {
        if (read) saving.mutate(read, { onSuccess: onClose })
      }}
      width={640}
    >
      <Field label={words.pasted} hint={words.pastedHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            rows={8}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setRead(null)
            }}
          />
        )}
      </Field>
      <Button
        disabled={text.trim() === ''}
        loading={reading.isPending}
        onClick={() => reading.mutate(text, { onSuccess: setRead })}
      >
        {words.read}
      </Button>
      {read && (
        <div className="notice-read" aria-live="polite">
          <p>{words.readRows(read.holidays.length, read.workdays.length)}</p>
          <HolidayList {...read} />
        </div>
      )}
      <Field label={words.sourceLabel}>
        {(parts) => (
          <Input {...parts} value={source} onChange={(event) => setSource(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  )
}

export function HolidayList({ holidays, workdays }: Read) {
  const { calendar: words } = useWords()
  return (
    <dl className="holiday-list">
      {holidays.map(({ name, from, to }) => (
        <div key={`${name} ${from}`}>
          <dt>{name}</dt>
          <dd className="number">{words.span(from, to, daysBetween(from, to) + 1)}</dd>
        </div>
      ))}
      {workdays.length > 0 && (
        <div>
          <dt>{words.workdays}</dt>
          <dd className="number">{workdays.join('、')}</dd>
        </div>
      )}
    </dl>
  )
}
