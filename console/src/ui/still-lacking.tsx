/** Why the button beside it cannot be pressed yet: the fields that are still empty, by their names. Nothing when none is. */
import { useWords } from '../words/language.ts'

export function StillLacking({ names }: Readonly<{ names: readonly string[] }>) {
  const { shell } = useWords()
  return (
    <p className="still-lacking" aria-live="polite">
      {names.length > 0 && shell.lacking([...new Set(names)])}
    </p>
  )
}
