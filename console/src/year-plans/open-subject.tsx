/** Opens the appraisal of one subject of an adopted plan; whom it is about is already settled. */
import type { Subject } from '@luoshi/domain/appraisals/year-plan'
import { openFromPlan, type YearPlanRow } from '@luoshi/server/contract/yearplans'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ruleBooksQuery } from '../rule-books/books-query.ts'
import { SessionField } from '../people/session-field.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'
import { useYearPlanWords } from './year-plan-words.ts'
import { planChanges } from './plan-queries.ts'
import { useSubjectName } from './subject-name.ts'

export function OpenSubject({
  row: { id, version, plan },
  subject: one,
  onClose,
}: Readonly<{ row: YearPlanRow; subject: Subject; onClose: () => void }>) {
  const words = useYearPlanWords()
  const { appraisals, roster, ruleBooks } = useWords()
  const nameOf = useSubjectName()
  const { data: books = [] } = useQuery(ruleBooksQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const book = books.find(({ key }) => key === chosen) ?? books[0]
  const [title, setTitle] = useState<string | null>(null)
  const [session, setSession] = useState('')
  const name = nameOf(one)
  const activity = book?.book.settings.activityName.value ?? ''
  const shown =
    title ??
    words.appraisalTitle(plan.year, name.replace(' · ', '').replace(/（.*）$/u, ''), activity)
  const body =
    book && shown.trim() !== '' && session.trim() !== ''
      ? { version, subject: one.subject, title: shown, ruleBook: book.key, session }
      : null
  return (
    <ActDialog
      title={words.openTitle(name)}
      action={words.openAppraisal}
      send={
        body
          ? () => ask(openFromPlan, { params: { yearplan: id }, body })
          : lackingOf(
              [appraisals.name, shown],
              [roster.sessionOf, session],
              [appraisals.ruleBook, book],
            )
      }
      changes={planChanges}
      onClose={onClose}
    >
      <Field label={appraisals.name}>
        {(parts) => (
          <Input {...parts} value={shown} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      <SessionField value={session} onChange={setSession} />
      <Field label={appraisals.ruleBook} hint={appraisals.ruleBookHint}>
        {(parts) => (
          <Select
            {...parts}
            value={book?.key ?? null}
            onChange={setChosen}
            options={books.map(({ key, name: label, edition }) => ({
              value: key,
              label: edition === null ? label : `${label}（${ruleBooks.edition(edition)}）`,
            }))}
          />
        )}
      </Field>
    </ActDialog>
  )
}
