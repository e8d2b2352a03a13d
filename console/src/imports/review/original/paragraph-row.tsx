/** One paragraph: its number, its words, where it went; when chosen, what can be done with it. */
import { useMemo } from 'react'
import { useLanguage, useWords } from '../../../words/language.ts'
import { reasonText } from '../../left-out-reasons.ts'
import { useLit } from '../links.ts'
import { useReviewPage } from '../review-context.ts'
import { ParagraphActions } from './paragraph-actions.tsx'
import { ParagraphWords } from './paragraph-words.tsx'

export function ParagraphRow({
  paragraph,
  showsEdits,
  isDoubtful,
}: Readonly<{ paragraph: number; showsEdits: boolean; isDoubtful: boolean }>) {
  const { imports: words } = useWords()
  const { paper, account, review, active, chosen, choose, links } = useReviewPage()
  const own = useMemo(() => [paragraph], [paragraph])
  const isLit = useLit(links, own)
  const owners = account.owners[paragraph] ?? []
  const isActive = owners.some((place) => review.items[place]?.id === active)
  const state = owners.length > 0 ? 'item' : account.reasons.has(paragraph) ? 'left' : 'open'
  const isChosen = chosen === paragraph
  const looks = [
    `para is-${state}`,
    isLit ? 'is-lit' : '',
    isActive ? 'is-active' : '',
    isChosen ? 'is-chosen' : '',
    paper.paragraphs[paragraph]?.text === '' ? 'is-empty' : '',
  ]
  return (
    <div className={looks.join(' ')} data-paragraph={paragraph}>
      <button
        type="button"
        className="para-number number"
        aria-label={words.chooseParagraph(paragraph + 1)}
        aria-pressed={isChosen}
        onClick={() => choose(paragraph)}
      >
        {paragraph + 1}
      </button>
      <div className="para-body">
        <p className="para-words">
          <ParagraphWords paper={paper} paragraph={paragraph} showsEdits={showsEdits} />
        </p>
        <p className="para-owner">
          <Owner paragraph={paragraph} />
          {isDoubtful && <span className="para-doubt">{words.doubtful}</span>}
        </p>
        {isChosen && <ParagraphActions paragraph={paragraph} />}
      </div>
    </div>
  )
}

function Owner({ paragraph }: Readonly<{ paragraph: number }>) {
  const { imports: words } = useWords()
  const language = useLanguage()
  const { account, review } = useReviewPage()
  const owners = account.owners[paragraph] ?? []
  const [only] = owners
  if (only !== undefined) {
    if (owners.length === 1 && review.items[only]?.exit) return <>{words.ownerExit(only + 1)}</>
    return <>{words.ownerItem(owners.map((place) => place + 1).join('、'))}</>
  }
  const reason = account.reasons.get(paragraph)
  return reason === undefined ? (
    <strong className="para-open">{words.ownerOpen}</strong>
  ) : (
    <>{words.ownerLeft(reasonText(reason, language))}</>
  )
}
