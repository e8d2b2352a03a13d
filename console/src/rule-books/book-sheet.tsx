/** A book on one sheet: its settings section by section, each with its source beside it and its effect on the example. */
import type { Calendar } from '@luoshi/domain/calendar/calendar'
import type { RuleBook, SettingKey } from '@luoshi/domain/rule-books/rule-book'
import { settingExplanations } from '@luoshi/domain/rule-books/setting-explanations'
import { settingLines, type SettingLine } from '@luoshi/domain/rule-books/setting-words'
import { usualExample, workedExample, type Example } from '@luoshi/domain/rule-books/worked-example'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../api/session.ts'
import { calendarQuery } from '../calendar/calendar-query.ts'
import { useSay, useWords } from '../words/language.ts'
import { ExampleCard } from './example-card.tsx'
import { sectionKeys, sections } from './sections.ts'
import { SourceNote } from './source-note.tsx'

export function BookSheet({
  book,
  changed,
  onEdit,
}: Readonly<{
  book: RuleBook
  /** Settings that this version changed. */
  changed: readonly SettingKey[]
  onEdit: ((key: SettingKey) => void) | null
}>) {
  const { ruleBooks: words } = useWords()
  const { today } = useSession()
  const { data } = useQuery(calendarQuery)
  const [example, setExample] = useState(() => usualExample(today))
  const lines = new Map(settingLines(book).map((line) => [line.key, line]))
  return (
    <>
      <ExampleCard book={book} value={example} onChange={setExample} />
      {sectionKeys.map((section) => (
        <section key={section} className="card" aria-label={words.sections[section]}>
          <div className="card-head">
            <h2>{words.sections[section]}</h2>
          </div>
          <ul className="setting-list">
            {sections[section].map((key) => {
              const line = lines.get(key)
              if (!line) return null
              return (
                <Setting
                  key={key}
                  line={line}
                  book={book}
                  example={example}
                  calendar={data?.calendar}
                  isChanged={changed.includes(key)}
                  onEdit={onEdit}
                />
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}

function Setting({
  line: { key, label, value, source },
  book,
  example,
  calendar,
  isChanged,
  onEdit,
}: Readonly<{
  line: SettingLine
  book: RuleBook
  example: Example
  calendar: Calendar | undefined
  isChanged: boolean
  onEdit: ((key: SettingKey) => void) | null
}>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  const effect = calendar && workedExample(key, book, example, calendar)
  return (
    <li id={key} className="setting">
      <div className="setting-what">
        <h3>
          {say(label)}
          {isChanged && <span className="round">{words.changedHere}</span>}
        </h3>
        <p className="quiet">{say(settingExplanations[key])}</p>
      </div>
      <div className="setting-value">
        <p className="setting-says">{say(value)}</p>
        {effect && (
          <p className="setting-effect">
            <b>{words.effect}</b> {say(effect)}
          </p>
        )}
      </div>
      <div className="setting-source">
        <SourceNote source={source} />
        {onEdit && (
          <Button
            size="small"
            className="no-print"
            aria-label={words.editThis(say(label))}
            onClick={() => onEdit(key)}
          >
            {words.edit}
          </Button>
        )}
      </div>
    </li>
  )
}
