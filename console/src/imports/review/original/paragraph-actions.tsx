/** What can be done with the chosen paragraph: an item of its own, part of a neighbour, or left out for a reason. */
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../words/language.ts'
import { giveParagraph, itemOfParagraph, leaveOut } from '../model/change-items.ts'
import { paragraphText } from '../model/words-of.ts'
import { useReviewPage } from '../review-context.ts'
import { ReasonPicker } from './reason-picker.tsx'

export function ParagraphActions({ paragraph }: Readonly<{ paragraph: number }>) {
  const { imports: words } = useWords()
  const { paper, review, account, change, openItem } = useReviewPage()
  const [asks, setAsks] = useState(false)
  const owners = account.owners[paragraph] ?? []
  const neighbours = neighboursOf(review.items, paragraph, owners)
  const [owner] = owners
  const owning = owner === undefined ? undefined : review.items[owner]
  const isAlone = owning?.paragraphs.length === 1 && owners.length === 1
  return (
    <div className="para-actions">
      {owning && owner !== undefined && (
        <Button size="small" type="primary" onClick={() => openItem(owning.id)}>
          {words.goItem(owner + 1)}
        </Button>
      )}
      {!isAlone && paragraphText(paper, paragraph) !== '' && (
        <Button
          size="small"
          onClick={() => change(null, (now) => itemOfParagraph(now, paragraph, paper))}
        >
          {words.toItem}
        </Button>
      )}
      {neighbours.map(({ id, place }) => (
        <Button
          key={id}
          size="small"
          onClick={() => change(null, (now) => giveParagraph(now, paragraph, { to: id, paper }))}
        >
          {words.toPrevious(place + 1)}
        </Button>
      ))}
      {asks ? (
        <ReasonPicker
          onPick={(reason) => {
            setAsks(false)
            change(null, (now) => leaveOut(now, [paragraph], { reason, paper }))
          }}
        />
      ) : (
        <Button size="small" onClick={() => setAsks(true)}>
          {words.leaveOut}
        </Button>
      )}
    </div>
  )
}

type Near = Readonly<{ id: string; paragraphs: readonly number[] }>

/** The items just before and just after, other than its own. */
function neighboursOf(items: readonly Near[], paragraph: number, owners: readonly number[]) {
  const others = items.map(({ id, paragraphs }, place) => ({ id, paragraphs, place }))
  const free = others.filter(({ place }) => !owners.includes(place))
  const before = free.findLast(({ paragraphs }) => (paragraphs[0] ?? 0) <= paragraph)
  const after = free.find(({ paragraphs }) => (paragraphs[0] ?? 0) > paragraph)
  return [before, after].filter((one) => one !== undefined)
}
