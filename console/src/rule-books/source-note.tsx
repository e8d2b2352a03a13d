/** The words a setting rests on, where they were printed, and the mark 未核实 when nobody compared them. */
import type { Source } from '@luoshi/domain/rule-books/rule-book'
import { useWords } from '../words/language.ts'

export function SourceNote({ source: { text, ref, verified } }: Readonly<{ source: Source }>) {
  const { ruleBooks: words } = useWords()
  return (
    <div className="source-note">
      <p>
        {verified ? (
          <span className="source-mark is-verified">{words.verified}</span>
        ) : (
          <span className="source-mark">▲ {words.unverified}</span>
        )}
        {text}
      </p>
      <p className="quiet">{ref}</p>
    </div>
  )
}
