/** A roster comes in: choose the file, check the columns, look at every line, decide the doubtful ones, confirm. */
import {
  fieldsOf,
  rosterFields,
  rosterKinds,
  type Columns,
  type RosterField,
  type RosterKind,
} from '@luoshi/domain/people/roster-columns'
import { hrefOf, type AnswerOf } from '@luoshi/server/contract/kit'
import {
  checkRoster,
  importRoster,
  readRoster,
  rosterTemplate,
} from '@luoshi/server/contract/rosters'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords, useSay } from '../words/language.ts'
import './people.css'
import { isDecided, writes, type RosterChoice } from './roster-choice.ts'
import { RosterPreview } from './roster-preview.tsx'
import { UnknownUnits } from './unknown-units.tsx'

type Sheet = AnswerOf<typeof readRoster>
type Choices = Readonly<Record<string, RosterChoice>>

export function ImportRosterPage() {
  const { people, roster: words } = useWords()
  const [kind, setKind] = useState<RosterKind>('official')
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const read = useAct(
    (file: File) => ask(readRoster, { query: { kind }, bytes: file }, { fileName: file.name }),
    [],
  )
  return (
    <>
      <PageHead
        title={words.importTitle}
        lead={words.importLead}
        actions={
          <Link className="page-link" to="/people">
            {people.title}
          </Link>
        }
      />
      <section className="card" aria-label={words.importTitle}>
        <div className="card-body">
          <div className="field-row">
            <Field label={words.kind}>
              {(parts) => (
                <Select
                  {...parts}
                  value={kind}
                  onChange={(next) => {
                    setKind(next)
                    setSheet(null)
                  }}
                  options={rosterKinds.map((one) => ({
                    value: one,
                    label: words.capacities[one],
                  }))}
                />
              )}
            </Field>
          </div>
          <div className="roster-file">
            <label className="file-button">
              {words.choose}
              <input
                className="sr-only"
                type="file"
                accept=".xlsx,.csv"
                onChange={(event) => {
                  const [file] = event.target.files ?? []
                  event.target.value = ''
                  setSheet(null)
                  if (file) read.mutate(file, { onSuccess: setSheet })
                }}
              />
            </label>
            <a href={hrefOf(rosterTemplate, {}, { kind })}>{words.template}</a>
            {read.isPending && <span className="quiet">{words.reading}</span>}
          </div>
          {read.error && <ProblemNote error={read.error} />}
        </div>
      </section>
      {sheet && (
        <Review
          key={`${kind} ${sheet.lines.length}`}
          kind={kind}
          sheet={sheet}
          onDone={() => setSheet(null)}
        />
      )}
    </>
  )
}

const own = { nothing: { zh: '没有要写入的人', en: 'There is nobody to write' } }

/** Says how many lines are still to be decided. */
const leftNote = 'roster-left'

function Review({
  kind,
  sheet,
  onDone,
}: Readonly<{ kind: RosterKind; sheet: Sheet; onDone: () => void }>) {
  const { roster: words } = useWords()
  const say = useSay()
  const { message } = App.useApp()
  const [columns, setColumns] = useState<Columns>(sheet.columns)
  const [choices, setChoices] = useState<Choices>({})
  const { lines } = sheet
  const missing = fieldsOf(kind).needed.filter((field) => columns[field] === undefined)
  const body = { kind, columns, lines }
  const checked = useQuery({
    queryKey: ['roster-check', kind, columns, lines],
    queryFn: async () => (await ask(checkRoster, { body })).lines,
    enabled: missing.length === 0,
    retry: false,
    gcTime: 0,
  })
  const act = useAct(
    () => ask(importRoster, { body: { ...body, choices } }),
    ['officials', 'persons', 'units', 'roster-check'],
  )
  const rows = checked.data ?? []
  const left = rows.filter((row) => !isDecided(row, choices[row.row])).length
  const writing = rows.filter((row) => writes(row, choices[row.row])).length
  return (
    <>
      <ColumnsCard kind={kind} sheet={sheet} columns={columns} onChange={setColumns} />
      {missing.length === 0 && checked.isPending && <Waiting lines={6} />}
      {checked.error && <ProblemNote error={checked.error} />}
      {checked.data && (
        <section className="card" aria-label={words.preview}>
          <div className="card-head">
            <h2>{words.preview}</h2>
            <LackingButton
              type="primary"
              lacking={left > 0 ? words.hint(left) : writing === 0 ? say(own.nothing) : []}
              saidAt={left > 0 ? leftNote : undefined}
              loading={act.isPending}
              onClick={() =>
                act.mutate(undefined, {
                  onSuccess: ({ added, changed }) => {
                    void message.success(words.done(added, changed))
                    onDone()
                  },
                })
              }
            >
              {words.confirm(writing)}
            </LackingButton>
          </div>
          <div className="card-body">
            {act.error && <ProblemNote error={act.error} />}
            {left > 0 && (
              <p id={leftNote} className="due-amber">
                ▲ {words.hint(left)}
              </p>
            )}
            <UnknownUnits rows={rows} />
            <RosterPreview
              rows={rows}
              choices={choices}
              onChoose={(row, choice) => setChoices({ ...choices, [row]: choice })}
            />
          </div>
        </section>
      )}
    </>
  )
}

function ColumnsCard({
  kind,
  sheet,
  columns,
  onChange,
}: Readonly<{
  kind: RosterKind
  sheet: Sheet
  columns: Columns
  onChange: (columns: Columns) => void
}>) {
  const { roster: words } = useWords()
  const { needed, taken } = fieldsOf(kind)
  const fields = rosterFields.filter((one) => needed.includes(one) || taken.includes(one))
  const choose = (field: RosterField, at: number) => {
    const { [field]: _, ...others } = columns
    onChange(at < 0 ? others : { ...others, [field]: at })
  }
  return (
    <section className="card" aria-label={words.columns}>
      <div className="card-head">
        <h2>{words.columns}</h2>
      </div>
      <div className="card-body">
        <p className="quiet">{words.columnsHint}</p>
        <div className="field-row">
          {fields.map((field) => (
            <Field
              key={field}
              label={words.fields[field]}
              fault={needed.includes(field) && columns[field] === undefined ? words.notThere : null}
            >
              {(parts) => (
                <Select
                  {...parts}
                  value={columns[field] ?? -1}
                  onChange={(at) => choose(field, at)}
                  options={[
                    { value: -1, label: words.notThere },
                    ...sheet.headings.map((heading, at) => ({
                      value: at,
                      label: heading === '' ? String(at + 1) : heading,
                    })),
                  ]}
                />
              )}
            </Field>
          ))}
        </div>
      </div>
    </section>
  )
}
