/** Every doubtful place with its surroundings; a click leads to its paragraph. Long lists are shown in portions. */
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../words/language.ts'
import { paragraphAt, type Flag } from '../original/marks-of.ts'
import { useReviewPage } from '../review-context.ts'
import { flagWords } from './kinds.ts'

const portion = 50

export function FlagList() {
  const { imports: words, desk } = useWords()
  const { paper } = useReviewPage()
  const [shown, setShown] = useState(portion)
  const { flags } = paper
  return (
    <section aria-label={words.repairs.flags}>
      <h2>
        {words.repairs.flags}
        {flags.length > 0 && <small className="number"> {flags.length}</small>}
      </h2>
      <p className="quiet">
        {flags.length === 0 ? words.repairs.noFlags : words.repairs.flagsIntro}
      </p>
      <ul className="flag-list">
        {flags.slice(0, shown).map((flag) => (
          <FlagLine key={`${flag.at} ${flag.kind}`} flag={flag} />
        ))}
      </ul>
      {flags.length > shown && (
        <Button size="small" onClick={() => setShown(shown + portion)}>
          {desk.more(flags.length - shown)}
        </Button>
      )}
    </section>
  )
}

function FlagLine({ flag }: Readonly<{ flag: Flag }>) {
  const { imports: words } = useWords()
  const { paper, choose } = useReviewPage()
  const paragraph = paragraphAt(paper, flag.at)
  const { from = 0, to = 0 } = paper.paragraphs[paragraph] ?? {}
  const isThere = paper.text.startsWith(flag.text, flag.at)
  const width = isThere ? flag.text.length : 1
  return (
    <li>
      <span className="flag-kind">{flagWords(flag.kind, words.flags)}</span>
      <span className="flag-words">
        {paper.text.slice(Math.max(from, flag.at - 10), flag.at)}
        <mark className="mark-flag">{paper.text.slice(flag.at, flag.at + width)}</mark>
        {!isThere && <span className="quiet">（{flag.text}）</span>}
        {paper.text.slice(flag.at + width, Math.min(to, flag.at + width + 10))}
      </span>
      <button type="button" className="para-chip number" onClick={() => choose(paragraph)}>
        {words.repairs.go(paragraph + 1)}
      </button>
    </li>
  )
}
