/** Why a paragraph is no opinion: one of the usual reasons, or one's own words. */
import { AutoComplete } from 'antd'
import { useEffect, useRef, useState, type ComponentRef } from 'react'
import { useLanguage, useWords } from '../../../words/language.ts'
import { commonReasons, reasonText } from '../../left-out-reasons.ts'

export function ReasonPicker({
  value = '',
  isQuiet = false,
  onPick,
}: Readonly<{
  value?: string
  /** Does not take the focus by itself. */
  isQuiet?: boolean
  onPick: (reason: string) => void
}>) {
  const { imports: words } = useWords()
  const language = useLanguage()
  const [text, setText] = useState(value === '' ? '' : reasonText(value, language))
  const labels = commonReasons.map((code) => ({ code, label: reasonText(code, language) }))
  const field = useRef<ComponentRef<typeof AutoComplete>>(null)
  useEffect(() => {
    if (!isQuiet) field.current?.focus()
  }, [isQuiet])
  const pick = (raw: string) => {
    const said = raw.trim()
    if (said === '' || (value !== '' && said === reasonText(value, language))) return
    onPick(labels.find(({ label }) => label === said)?.code ?? said.slice(0, 500))
  }
  return (
    <AutoComplete
      size="small"
      className="reason-picker"
      aria-label={words.reason}
      placeholder={words.reasonHint}
      ref={field}
      defaultOpen={!isQuiet}
      value={text}
      options={labels.map(({ label }) => ({ value: label }))}
      popupMatchSelectWidth={280}
      onChange={(next: string) => setText(next)}
      onSelect={pick}
      onBlur={() => pick(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') pick(text)
      }}
    />
  )
}
