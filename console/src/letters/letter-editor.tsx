/** The text of a letter, section by section and item by item, with what its wording leaves open beside it. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { lintWording } from '@luoshi/domain/letters/lint-wording'
import type { LetterContentRow, LetterDetail } from '@luoshi/server/contract/letters'
import { useNavigate, type NavigateOptions } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { Field } from '../ui/field.tsx'
import { Frozen } from '../ui/frozen.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'
import { FindingsList } from './findings-list.tsx'
import { linesOf } from './letter-content.ts'
import { ItemEditor } from './item-editor.tsx'
import './letters.css'

type Item = LetterContentRow['items'][number]
export type MatterName = Readonly<{ id: MatterId; number: number; title: string }>
type TextSection = 'overall' | 'achievements' | 'suggestions' | 'ballot'

export function LetterEditor({
  initial,
  matters,
  proposed = initial.items,
  send,
  back,
}: Readonly<{
  initial: LetterContentRow
  matters: readonly MatterName[]
  /** Items that could be put in. */
  proposed?: readonly Item[]
  send: (content: LetterContentRow) => Promise<LetterDetail>
  back: NavigateOptions
}>) {
  const { letters: words } = useWords()
  const navigate = useNavigate()
  const [content, setContent] = useState(initial)
  const [names, setNames] = useState({
    to: initial.to.join('\n'),
    copies: initial.copies.join('\n'),
  })
  const act = useAct(send, ['letters', 'letter', 'letter-draft'])
  const change = (part: Partial<LetterContentRow>) => setContent((now) => ({ ...now, ...part }))
  const written = { ...content, to: linesOf(names.to), copies: linesOf(names.copies) }
  const section = (name: TextSection) => (
    <Field label={words.sections[name]}>
      {(parts) => (
        <Input.TextArea
          {...parts}
          autoSize={{ minRows: 2, maxRows: 16 }}
          value={content[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  const namesField = (name: 'to' | 'copies') => (
    <Field label={words[name]} hint={words.namesHint}>
      {(parts) => (
        <Input.TextArea
          {...parts}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={names[name]}
          onChange={(event) => setNames((now) => ({ ...now, [name]: event.target.value }))}
        />
      )}
    </Field>
  )
  const save = () =>
    act.mutate(written, {
      onSuccess: ({ id }) => void navigate({ to: '/letters/$letter', params: { letter: id } }),
    })
  return (
    <div className="letter-desk">
      <div className="card card-body letter-editor">
        <Frozen isFrozen={act.isPending}>
          {section('overall')}
          {section('achievements')}
          <h2>{words.sections.problems}</h2>
          <Items content={content} matters={matters} proposed={proposed} onChange={change} />
          {section('suggestions')}
          {section('ballot')}
          <div className="field-row">
            {namesField('to')}
            {namesField('copies')}
          </div>
        </Frozen>
        {act.error && <ProblemNote error={act.error} />}
        <div className="letter-actions">
          <Button type="primary" loading={act.isPending} onClick={save}>
            {words.save}
          </Button>
          <Button onClick={() => void navigate(back)}>{words.leave}</Button>
        </div>
      </div>
      <FindingsList findings={lintWording(written)} matters={matters} />
    </div>
  )
}

function Items({
  content,
  matters,
  proposed,
  onChange,
}: Readonly<{
  content: LetterContentRow
  matters: readonly MatterName[]
  proposed: readonly Item[]
  onChange: (part: Partial<LetterContentRow>) => void
}>) {
  const { letters: words } = useWords()
  const { items } = content
  const nameOf = (id: MatterId) => matters.find((one) => one.id === id)
  const left = proposed.filter((one) => items.every(({ matter }) => matter !== one.matter))
  const move = (at: number, by: number) => {
    const next = [...items]
    const [moved] = next.splice(at, 1)
    if (moved) next.splice(at + by, 0, moved)
    onChange({ items: next })
  }
  return (
    <>
      <ol className="letter-items">
        {items.map((item, at) => (
          <ItemEditor
            key={item.matter}
            item={item}
            name={nameOf(item.matter)}
            isFirst={at === 0}
            isLast={at === items.length - 1}
            onChange={(next) => onChange({ items: items.with(at, next) })}
            onMove={(by) => move(at, by)}
            onRemove={() => onChange({ items: items.filter((one) => one !== item) })}
          />
        ))}
      </ol>
      {left.length > 0 && (
        <div className="letter-not-in">
          <h3>{words.notIn}</h3>
          <p className="quiet">{words.notInFix}</p>
          <ul>
            {left.map((item) => (
              <li key={item.matter}>
                {words.matterNumber(nameOf(item.matter)?.number ?? 0)} {nameOf(item.matter)?.title}{' '}
                <Button size="small" onClick={() => onChange({ items: [...items, item] })}>
                  {words.putIn}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
