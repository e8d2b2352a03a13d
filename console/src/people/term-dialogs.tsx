/** The term that runs, and the change to the next one: who is elected again. */
import type { Day } from '@luoshi/domain/kernel/day'
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { changeTerm, openTerm, type TermRow } from '@luoshi/server/contract/terms'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, InputNumber } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'
import { personsQuery } from './queries.ts'

type Draft = Readonly<{ number: number | null; from: Day | null; until: Day | null }>

function partsOf({ number, from, until }: Draft) {
  return number !== null && from !== null && until !== null ? { number, from, until } : null
}

type Names = Readonly<Record<'termNumber' | 'termFrom' | 'termUntil', string>>

function lackingIn({ number, from, until }: Draft, names: Names): readonly string[] {
  return lackingOf([names.termNumber, number], [names.termFrom, from], [names.termUntil, until])
}

export function OpenTerm({ onClose }: Readonly<{ onClose: () => void }>) {
  const { roster: words } = useWords()
  const [draft, setDraft] = useState<Draft>({ number: null, from: null, until: null })
  const body = partsOf(draft)
  return (
    <ActDialog
      title={words.openTermTitle}
      action={words.openTerm}
      changes={['terms']}
      onClose={onClose}
      send={body ? () => ask(openTerm, { body }) : lackingIn(draft, words)}
    >
      <TermFields draft={draft} onChange={setDraft} />
    </ActDialog>
  )
}

export function ChangeTerm({ term, onClose }: Readonly<{ term: TermRow; onClose: () => void }>) {
  const { roster: words, shell } = useWords()
  const navigate = useNavigate()
  const { data: persons = [], isPending } = useQuery(personsQuery)
  const [draft, setDraft] = useState<Draft>({ number: term.number + 1, from: null, until: null })
  const [goOn, setGoOn] = useState<readonly Id<'person'>[]>([])
  const elected = persons.filter(
    ({ capacity, status }) => (capacity === 'member' || capacity === 'deputy') && status !== 'left',
  )
  const parts = partsOf(draft)
  const act = useAct(
    (next: NonNullable<typeof parts>) =>
      ask(changeTerm, {
        params: { term: term.id },
        body: { version: term.version, ...next, goOn: [...goOn] },
      }),
    ['terms', 'persons', 'hand-overs'],
  )
  return (
    <FormDialog
      title={words.changeTermTitle(term.title)}
      action={words.changeTerm}
      // Whoever is not ticked leaves with the term: first everybody has to be there to be ticked.
      lacking={isPending ? shell.loading : lackingIn(draft, words)}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() => {
        if (parts === null) return
        act.mutate(parts, {
          onSuccess: ({ handOver }) => {
            onClose()
            if (handOver !== null)
              void navigate({ to: '/hand-overs/$handOver', params: { handOver } })
          },
        })
      }}
    >
      <TermFields draft={draft} onChange={setDraft} />
      <fieldset className="go-on">
        <legend>{words.goOn}</legend>
        <Button size="small" onClick={() => setGoOn(elected.map(({ id }) => id))}>
          {words.goOnAll}
        </Button>
        <Checkbox.Group
          value={[...goOn]}
          onChange={(chosen) =>
            setGoOn(chosen.flatMap((one) => (isId('person', one) ? [one] : [])))
          }
          options={elected.map((one) => ({
            value: one.id,
            label: `${one.name}（${one.office === null ? words.capacities[one.capacity] : words.offices[one.office]}）`,
          }))}
        />
      </fieldset>
      <p>{words.changeNote(goOn.length, elected.length - goOn.length)}</p>
      <p className="consequence">{shell.irreversible}</p>
    </FormDialog>
  )
}

function TermFields({
  draft,
  onChange,
}: Readonly<{ draft: Draft; onChange: (next: Draft) => void }>) {
  const { roster: words } = useWords()
  return (
    <div className="field-row">
      <Field label={words.termNumber}>
        {(parts) => (
          <InputNumber
            {...parts}
            min={1}
            max={99}
            precision={0}
            value={draft.number}
            onChange={(number) => onChange({ ...draft, number })}
          />
        )}
      </Field>
      <Field label={words.termFrom}>
        {(parts) => (
          <DayInput
            {...parts}
            value={draft.from}
            onChange={(from) => onChange({ ...draft, from })}
          />
        )}
      </Field>
      <Field label={words.termUntil}>
        {(parts) => (
          <DayInput
            {...parts}
            value={draft.until}
            onChange={(until) => onChange({ ...draft, until })}
          />
        )}
      </Field>
    </div>
  )
}
