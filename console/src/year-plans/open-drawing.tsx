/** Begins a drawing: the list is fixed and hashed, and who takes part is named, before anybody seals. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { openDrawing } from '@luoshi/server/contract/drawings'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { officialsQuery, unitsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import { useAct } from '../api/act.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { officialsOf } from '../ui/responsible.ts'
import { useSay, useWords } from '../words/language.ts'
import { useYearPlanWords } from './year-plan-words.ts'
import { drawingChanges } from './plan-queries.ts'

const own = {
  tooMany: {
    zh: '要抽的比候选的还多，或者正好一样多，不用抽',
    en: 'As many are to be drawn as there are, or more: there is nothing to draw',
  },
}

export function OpenDrawing({
  plan,
  onClose,
}: Readonly<{ plan: Id<'yearplan'> | null; onClose: () => void }>) {
  const words = useYearPlanWords()
  const say = useSay()
  const { shell } = useWords()
  const navigate = useNavigate()
  const { data: units = [] } = useQuery(unitsQuery)
  const { data: officials = [], isPending } = useQuery(officialsQuery)
  const [title, setTitle] = useState(words.drawing.titleReady)
  const [count, setCount] = useState<number | null>(1)
  const [names, setNames] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const active = units.filter(({ status }) => status === 'active')
  const candidates = active
    .filter(({ id }) => !left.has(id))
    .map(({ id, name }) => {
      const [official] = officialsOf(officials, id)
      const label = official ? `${name} ${official.name}` : name
      return { unit: id, official: official?.id ?? null, label }
    })
  const participants = names
    .split(/[\n、，,]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const act = useAct(
    (wanted: number) =>
      ask(openDrawing, { body: { title, plan, candidates, count: wanted, participants } }),
    drawingChanges,
  )
  // A lot drawn before the officials are known would be a lot among units.
  const lacking = isPending
    ? shell.loading
    : (count ?? 0) >= candidates.length
      ? say(own.tooMany)
      : lackingOf(
          [words.drawing.name, title],
          [words.drawing.count, count],
          [words.drawing.participants, participants.length > 1],
        )
  return (
    <FormDialog
      title={words.drawing.open}
      action={words.drawing.fix}
      lacking={lacking}
      pending={act.isPending}
      error={act.error}
      width={640}
      onClose={onClose}
      onSubmit={() => {
        if (count === null) return
        act.mutate(count, {
          onSuccess: ({ id }) =>
            void navigate({ to: '/drawings/$drawing', params: { drawing: id } }),
        })
      }}
    >
      <div className="field-row">
        <Field label={words.drawing.name}>
          {(parts) => (
            <Input {...parts} value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label={words.drawing.count}>
          {(parts) => (
            <InputNumber
              {...parts}
              min={1}
              max={499}
              precision={0}
              value={count}
              onChange={setCount}
            />
          )}
        </Field>
      </div>
      <Field label={words.drawing.participants} hint={words.drawing.participantsHint}>
        {(parts) => (
          <Input {...parts} value={names} onChange={(event) => setNames(event.target.value)} />
        )}
      </Field>
      <p className="quiet">{words.drawing.candidates(candidates.length)}</p>
      <ul className="rotation-list">
        {active.map(({ id, name }) => (
          <li key={id}>
            <Checkbox
              checked={!left.has(id)}
              onChange={({ target }) => {
                const next = new Set(left)
                if (target.checked) next.delete(id)
                else next.add(id)
                setLeft(next)
              }}
            >
              {name}
              {officialsOf(officials, id)[0]
                ? ` · ${officialsOf(officials, id)[0]?.name ?? ''}`
                : ''}
            </Checkbox>
          </li>
        ))}
      </ul>
    </FormDialog>
  )
}
