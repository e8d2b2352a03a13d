/** Enters a year: paste the notice, let it be read, compare, save with its source. */
import { daysBetween } from '@luoshi/domain/kernel/day'
import { publishHolidays, readHolidayNotice } from '@luoshi/server/contract/calendar'
import type { OutputOf } from '@luoshi/server/contract/kit'
import { Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords, useSay } from '../words/language.ts'

type Read = OutputOf<(typeof readHolidayNotice)['answer']>

const own = {
  notPasted: { zh: '还没有粘贴通知内容', en: 'The notice is not pasted yet' },
  notRead: { zh: '通知还没有读取，请先按“读取”', en: 'The notice is not read yet: read it first' },
}

export function EnterHolidays({
  year,
  version,
  onClose,
}: Readonly<{ year: number; version: number; onClose: () => void }>) {
  const { calendar: words } = useWords()
  const say = useSay()
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
      lacking={
        read === null
          ? say(text.trim() === '' ? own.notPasted : own.notRead)
          : lackingOf([words.sourceLabel, source])
      }
      pending={saving.isPending || reading.isPending}
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
      <LackingButton
        lacking={lackingOf([words.pasted, text])}
        loading={reading.isPending}
        onClick={() => reading.mutate(text, { onSuccess: setRead })}
      >
        {words.read}
      </LackingButton>
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
