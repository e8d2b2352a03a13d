/** Why the button beside it cannot be pressed yet, in words; nothing when it can. The button names it as its description. */
import { useWords } from '../words/language.ts'
import type { Lacking } from './lacking.ts'

export function StillLacking({ id, lacking }: Readonly<{ id: string; lacking: Lacking }>) {
  const { shell } = useWords()
  const text = typeof lacking === 'string' ? lacking : shell.lacking([...new Set(lacking)])
  return (
    <span id={id} className="still-lacking" aria-live="polite">
      {lacking.length > 0 && text}
    </span>
  )
}
