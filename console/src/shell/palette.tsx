/** Ctrl/⌘-K: type a few characters, go to a room, a matter or what a unit owes. */
import { listMatters } from '@luoshi/server/contract/matters'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useDeferredValue, useState, type KeyboardEvent } from 'react'
import { unitsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { useWords } from '../words/language.ts'
import { roomsFor } from './rooms.ts'

type Choice = Readonly<{ key: string; group: string; text: string; hint?: string; go: () => void }>

export function Palette({ onClose }: Readonly<{ onClose: () => void }>) {
  const { shell } = useWords()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState(0)
  const choices = useChoices(useDeferredValue(typed.trim()))
  const at = Math.min(picked, choices.length - 1)
  const take = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    choice.go()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setPicked(Math.min(at + 1, choices.length - 1))
    else if (event.key === 'ArrowUp') setPicked(Math.max(at - 1, 0))
    else if (event.key === 'Enter') take(choices[at])
    else return
    event.preventDefault()
  }
  return (
    <Modal open onCancel={onClose} footer={null} closable={false} width={620} className="palette">
      <input
        className="palette-input"
        ref={focusOnce}
        aria-label={shell.palette.label}
        aria-controls="palette-list"
        autoComplete="off"
        placeholder={shell.palette.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setPicked(0)
        }}
        onKeyDown={onKey}
      />
      <output className="sr-only">{choices[at]?.text}</output>
      <ul id="palette-list" aria-label={shell.palette.label}>
        {choices.map((choice, index) => (
          <li key={choice.key}>
            <button
              type="button"
              tabIndex={-1}
              className={index === at ? 'is-picked' : ''}
              onMouseMove={() => setPicked(index)}
              onClick={() => take(choice)}
            >
              <span className="palette-group">{choice.group}</span>
              <span className="palette-text">{choice.text}</span>
              {choice.hint !== undefined && <span className="quiet">{choice.hint}</span>}
            </button>
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className="palette-nothing">{shell.palette.nothing}</p>}
      <p className="palette-hint">{shell.palette.hint}</p>
    </Modal>
  )
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus()
}

function useChoices(text: string): readonly Choice[] {
  const { shell, matters: words } = useWords()
  const session = useSession()
  const navigate = useNavigate()
  const { data: units } = useQuery(unitsQuery)
  const { data: found } = useQuery({
    queryKey: ['palette', text],
    queryFn: ({ signal }) => ask(listMatters, { query: { text, limit: 8 } }, { signal }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
  const rooms = roomsFor(session.roles)
    .filter((room) => shell.rooms[room.words].toLowerCase().includes(text.toLowerCase()))
    .map((room): Choice => ({
      key: room.to,
      group: shell.palette.pages,
      text: shell.rooms[room.words],
      hint: `g ${room.key}`,
      go: () => void navigate({ to: room.to }),
    }))
  if (text === '') return rooms
  const rows = (found?.rows ?? []).map((row): Choice => ({
    key: row.id,
    group: words.numberSign(row.number),
    text: row.title,
    hint: row.unitName ?? words.noUnit,
    go: () => void navigate({ to: '/matters/$matter', params: { matter: row.id } }),
  }))
  const owing = (units ?? [])
    .filter((unit) => unit.name.includes(text))
    .slice(0, 5)
    .map((unit): Choice => ({
      key: unit.id,
      group: shell.palette.units,
      text: unit.name,
      go: () => void navigate({ to: '/matters', search: { unit: unit.id } }),
    }))
  return [...rooms, ...rows, ...owing]
}
