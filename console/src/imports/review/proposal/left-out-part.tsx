/** Paragraphs that are no opinions, each with its reason; those nobody has decided on come first, in red. */
import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useWords } from '../../../words/language.ts'
import { LongList } from '../long-list.tsx'
import { itemOfParagraph, leaveOut } from '../model/change-items.ts'
import { paragraphText } from '../model/words-of.ts'
import { ReasonPicker } from '../original/reason-picker.tsx'
import { useReviewPage } from '../review-context.ts'

export function LeftOutPart() {
  const { imports: words } = useWords()
  const { account } = useReviewPage()
  const rows = useMemo(
    () => [...account.open, ...[...account.reasons.keys()].sort((a, b) => a - b)],
    [account],
  )
  const keyOf = useCallback((row: number) => String(rows[row] ?? row), [rows])
  return (
    <>
      <p className={account.open.length > 0 ? 'pane-note is-open' : 'pane-note'}>
        {account.open.length > 0 ? words.left.openIntro : words.left.intro}
      </p>
      <LongList
        count={rows.length}
        keyOf={keyOf}
        guess={leftHeight}
        label={words.parts.left}
        empty={<p className="pane-empty quiet">{words.left.none}</p>}
        render={(row) => <LeftOutRow paragraph={rows[row] ?? 0} />}
      />
    </>
  )
}

function leftHeight(): number {
  return 104
}

function LeftOutRow({ paragraph }: Readonly<{ paragraph: number }>) {
  const { imports: words } = useWords()
  const { paper, account, change, choose, links } = useReviewPage()
  const reason = account.reasons.get(paragraph) ?? ''
  const text = paragraphText(paper, paragraph)
  return (
    <div
      className={reason === '' ? 'left-row is-open' : 'left-row'}
      onPointerEnter={() => links.light([paragraph])}
    >
      <div className="left-words">
        <button
          type="button"
          className="para-chip number"
          onClick={() => choose(paragraph)}
          onFocus={() => links.light([paragraph])}
        >
          {words.paragraph(paragraph + 1)}
        </button>
        <span>{text.length > 120 ? `${text.slice(0, 120)}…` : text || words.emptyLine}</span>
      </div>
      <div className="left-actions">
        <ReasonPicker
          key={reason}
          value={reason}
          isQuiet
          onPick={(next) =>
            change(null, (now) => leaveOut(now, [paragraph], { reason: next, paper }))
          }
        />
        <Button
          size="small"
          disabled={text === ''}
          onClick={() => change(null, (now) => itemOfParagraph(now, paragraph, paper))}
        >
          {words.left.toItem}
        </Button>
      </div>
    </div>
  )
}
