/** Grey lines of the size of what is coming; says so to screen readers. */
import { useWords } from '../words/language.ts'

export function Waiting({ lines = 6 }: Readonly<{ lines?: number }>) {
  const { shell } = useWords()
  return (
    <output className="waiting" aria-label={shell.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="waiting-line" />
      ))}
    </output>
  )
}
