/** One setting of a draft: its value, the words it rests on, where they stand; and what it would do, while it is typed. */
import { checkSetting, explainRuleBookRefusal } from '@luoshi/domain/rule-books/check-rule-book'
import { contradictionsOf } from '@luoshi/domain/rule-books/contradictions'
import type { RuleBook, SettingKey, Source } from '@luoshi/domain/rule-books/rule-book'
import { settingExplanations } from '@luoshi/domain/rule-books/setting-explanations'
import { settingLabels, settingLines } from '@luoshi/domain/rule-books/setting-words'
import { usualExample, workedExample } from '@luoshi/domain/rule-books/worked-example'
import { stepOnCountyBook, type CountyBookRow } from '@luoshi/server/contract/county-books'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { calendarQuery } from '../calendar/calendar-query.ts'
import { Field } from '../ui/field.tsx'
import { WholeDialog } from '../ui/whole-dialog.tsx'
import { useSay, useWords } from '../words/language.ts'
import { bookChanges } from './books-query.ts'
import { SettingEditor } from './editors/setting-editor.tsx'

export function SettingDialog({
  row,
  settingKey: key,
  onClose,
}: Readonly<{ row: CountyBookRow; settingKey: SettingKey; onClose: () => void }>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  const { book } = row.book
  const [value, setValue] = useState<unknown>(book.settings[key].value)
  const [source, setSource] = useState<Source>(book.settings[key].source)
  const checked = checkSetting(key, { value, source })
  const send = (version: number) =>
    ask(stepOnCountyBook, {
      params: { book: row.id },
      body: { version, told: { type: 'ChangeSetting', key, value, source } },
    })
  return (
    <WholeDialog
      now={row.version}
      title={words.editThis(say(settingLabels[key]))}
      action={words.save}
      width={720}
      send={checked.ok ? send : say(whatOf(explainRuleBookRefusal(checked.refusal)))}
      changes={bookChanges}
      onClose={onClose}
    >
      <p className="quiet setting-about">{say(settingExplanations[key])}</p>
      <SettingEditor settingKey={key} initial={book.settings[key].value} onChange={setValue} />
      {checked.ok && (
        <Effect
          settingKey={key}
          book={{ ...book, settings: { ...book.settings, ...checked.value } }}
        />
      )}
      <SourceFields value={source} onChange={setSource} />
    </WholeDialog>
  )
}

function whatOf({ zh, en }: ReturnType<typeof explainRuleBookRefusal>) {
  return { zh: zh.what + zh.fix, en: `${en.what} ${en.fix}` }
}

function Effect({ settingKey: key, book }: Readonly<{ settingKey: SettingKey; book: RuleBook }>) {
  const { ruleBooks: words } = useWords()
  const { today } = useSession()
  const say = useSay()
  const { data } = useQuery(calendarQuery)
  const line = settingLines(book).find((one) => one.key === key)
  const effect = data && workedExample(key, book, usualExample(today), data.calendar)
  const faults = contradictionsOf(book).filter((one) => one.key === key)
  return (
    <div className="setting-effect" aria-live="polite">
      {line && (
        <p>
          <b>{words.reads}</b> {say(line.value)}
        </p>
      )}
      {effect && (
        <p>
          <b>{words.effect}</b> {say(effect)}
        </p>
      )}
      {faults.map((fault) => (
        <p key={fault.zh} className="due-red">
          {say(fault)}
        </p>
      ))}
    </div>
  )
}

function SourceFields({
  value,
  onChange,
}: Readonly<{ value: Source; onChange: (next: Source) => void }>) {
  const { ruleBooks: words } = useWords()
  return (
    <>
      <Field label={words.sourceText} hint={words.sourceTextHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.sourceRef} hint={words.sourceRefHint}>
        {(parts) => (
          <Input
            {...parts}
            value={value.ref}
            onChange={(event) => onChange({ ...value, ref: event.target.value })}
          />
        )}
      </Field>
      <Checkbox
        checked={value.verified}
        onChange={(event) => onChange({ ...value, verified: event.target.checked })}
      >
        {words.verifiedCheck}
      </Checkbox>
    </>
  )
}
