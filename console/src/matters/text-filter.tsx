/** The search field: waits for a pause, and for the input method to finish, before it changes the address. */
import { Input, type InputRef } from 'antd'
import { useEffect, useState, type RefObject } from 'react'
import { useWords } from '../words/language.ts'

export function TextFilter({
  value,
  onChange,
  inputRef,
}: Readonly<{
  value: string
  onChange: (text: string) => void
  inputRef: RefObject<InputRef | null>
}>) {
  const { matters } = useWords()
  const [typed, setTyped] = useState(value)
  const [composing, setComposing] = useState(false)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    if (value !== typed.trim()) setTyped(value)
  }
  useEffect(() => {
    if (composing || typed.trim() === value) return
    const pause = window.setTimeout(() => onChange(typed.trim()), 250)
    return () => window.clearTimeout(pause)
  }, [typed, composing, value, onChange])
  return (
    <Input
      ref={inputRef}
      className="text-filter"
      allowClear
      aria-label={matters.filters.textLabel}
      placeholder={matters.filters.text}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') inputRef.current?.blur()
      }}
    />
  )
}
