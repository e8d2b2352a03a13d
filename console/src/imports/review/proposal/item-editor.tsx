/** The open item: its title may be worded; its words may only be divided, joined and moved; then who answers for it, or how it leaves. */
import { Button, Input } from 'antd'
import { useId } from 'react'
import { useWords } from '../../../words/language.ts'
import { leaveOut, mergeWithNext, patchItem } from '../model/change-items.ts'
import type { Item } from '../model/review-shape.ts'
import { proposalOf } from '../model/words-of.ts'
import { ReasonPicker } from '../original/reason-picker.tsx'
import { useReviewPage } from '../review-context.ts'
import { useState } from 'react'
import { emptyExit } from './exit-draft.ts'
import { ExitFields } from './exit-fields.tsx'
import { ItemFacts } from './item-facts.tsx'
import { ItemOrigin } from './item-origin.tsx'
import { UnitField } from './unit-field.tsx'
import { WordsBox } from './words-box.tsx'

/** Beyond this many, naming every paragraph helps nobody. */
const mostChips = 12

export function ItemEditor({ item, place }: Readonly<{ item: Item; place: number }>) {
  const { imports: words } = useWords()
  const { paper, change, choose } = useReviewPage()
  const titleLabel = useId()
  const proposal = proposalOf(item, paper)
  const patch = (about: string, next: Partial<Item>) =>
    change(`${about} ${item.id}`, (review) => patchItem(review, item.id, next))
  return (
    <>
      <div className="item-line">
        <span className="item-number number" aria-hidden="true">
          {place + 1}
        </span>
        <label className="sr-only" htmlFor="item-title" id={titleLabel}>
          {words.item.title}
        </label>
        <Input.TextArea
          id="item-title"
          className="item-title-input"
          autoSize
          maxLength={500}
          value={item.title}
          placeholder={words.item.title}
          aria-describedby="item-title-hint"
          onChange={(event) =>
            patch('title', { title: event.target.value.replaceAll('\n', ''), titled: true })
          }
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' || event.key === 'Escape') {
              event.preventDefault()
              event.currentTarget.blur()
            }
          }}
        />
      </div>
      <p id="item-title-hint" className="sr-only">
        {words.item.titleHint}
      </p>
      {item.reread && (
        <p className="item-reread">
          {words.item.reread}
          <Button size="small" onClick={() => patch('seen', { reread: false })}>
            {words.item.seen}
          </Button>
        </p>
      )}
      <WordsBox item={item} />
      <p className="item-source">
        {item.paragraphs.slice(0, mostChips).map((paragraph) => (
          <button
            key={paragraph}
            type="button"
            className="para-chip number"
            onClick={() => choose(paragraph)}
          >
            {words.paragraph(paragraph + 1)}
          </button>
        ))}
        {item.paragraphs.length > mostChips && (
          <span className="quiet">{words.item.moreParagraphs(item.paragraphs.length)}</span>
        )}
        {(proposal?.doubts ?? []).map((doubt) => (
          <span key={doubt} className="tag tag-doubt">
            {words.doubts[doubt]}
          </span>
        ))}
      </p>
      <ItemActions item={item} />
      {item.exit ? (
        <ExitFields
          exit={item.exit}
          onChange={(about, exit) => patch(about, { exit })}
          onMatter={() => patch('exit', { exit: null })}
        />
      ) : (
        <UnitField item={item} proposal={proposal} onChange={(unit) => patch('unit', { unit })} />
      )}
      {proposal && <ItemFacts proposal={proposal} />}
      <ItemOrigin item={item} onChange={(about, own) => patch(about, { own })} />
    </>
  )
}

function ItemActions({ item }: Readonly<{ item: Item }>) {
  const { imports: words } = useWords()
  const { paper, review, change } = useReviewPage()
  const [asks, setAsks] = useState(false)
  const isLast = review.items.at(-1)?.id === item.id
  return (
    <div className="item-actions">
      <Button
        size="small"
        disabled={isLast}
        onClick={() => change(null, (now) => mergeWithNext(now, item.id, paper))}
      >
        {words.item.merge}
        <kbd aria-hidden="true">M</kbd>
      </Button>
      {item.exit === null && (
        <Button
          size="small"
          onClick={() => change(null, (now) => patchItem(now, item.id, { exit: emptyExit(now) }))}
        >
          {words.item.toExit}
          <kbd aria-hidden="true">X</kbd>
        </Button>
      )}
      {asks ? (
        <ReasonPicker
          onPick={(reason) => {
            setAsks(false)
            change(null, (now) => leaveOut(now, item.paragraphs, { reason, paper }))
          }}
        />
      ) : (
        <Button size="small" onClick={() => setAsks(true)}>
          {words.item.leave}
        </Button>
      )}
    </div>
  )
}
