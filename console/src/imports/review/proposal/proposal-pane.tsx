/** The right side: the opinions, the paragraphs left out, or the repairs and doubts. */
import type { ImportDetail } from '@luoshi/server/contract/imports'
import { Segmented } from 'antd'
import { useCallback, useEffect, useRef } from 'react'
import { useWords } from '../../../words/language.ts'
import { LongList } from '../long-list.tsx'
import { textOf } from '../model/words-of.ts'
import { useReviewPage } from '../review-context.ts'
import { RepairsPart } from '../repairs/repairs-part.tsx'
import type { Autosave } from '../save/use-autosave.ts'
import type { Gaze } from '../use-gaze.ts'
import type { ReviewState } from '../use-review.ts'
import { CommonOrigin } from './common-origin.tsx'
import { ItemCard } from './item-card.tsx'
import { LeftOutPart } from './left-out-part.tsx'

export function ProposalPane({
  gaze,
  save,
  state,
  onReread,
}: Readonly<{
  gaze: Gaze
  save: Autosave
  state: ReviewState
  onReread: (detail: ImportDetail) => void
}>) {
  const { imports: words } = useWords()
  const { paper, review, account, part, showPart } = useReviewPage()
  const looking = paper.suggestions.length + paper.flags.length + paper.revisions.length
  return (
    <section className="pane pane-proposal" aria-label={words.proposal}>
      <div className="pane-parts">
        <Segmented
          aria-label={words.partsLabel}
          value={part}
          onChange={showPart}
          options={[
            { value: 'items', label: `${words.parts.items} ${review.items.length}` },
            { value: 'left', label: `${words.parts.left} ${account.left + account.open.length}` },
            { value: 'repairs', label: `${words.parts.repairs} ${looking}` },
          ]}
        />
      </div>
      {part === 'items' && (
        <>
          <CommonOrigin />
          <ItemList gaze={gaze} />
        </>
      )}
      {part === 'left' && <LeftOutPart />}
      {part === 'repairs' && <RepairsPart save={save} state={state} onReread={onReread} />}
    </section>
  )
}

function ItemList({ gaze }: Readonly<{ gaze: Gaze }>) {
  const { imports: words } = useWords()
  const { paper, review, active, links, openItem } = useReviewPage()
  const { items } = review
  const box = useRef<HTMLDivElement>(null)
  const now = useRef({ items, openItem })
  useEffect(() => {
    now.current = { items, openItem }
  })
  useEffect(() => {
    const { current } = box
    const over = (event: Event) => {
      const item = itemOf(event.target, now.current.items)
      if (item) links.light(item.paragraphs)
    }
    const out = () => links.light([])
    const click = (event: Event) => {
      const item = itemOf(event.target, now.current.items)
      const isClosed = event.target instanceof Element && event.target.closest('.item-closed')
      if (item && isClosed) now.current.openItem(item.id)
    }
    current?.addEventListener('pointerover', over)
    current?.addEventListener('focusin', over)
    current?.addEventListener('pointerleave', out)
    current?.addEventListener('click', click)
    return () => {
      current?.removeEventListener('pointerover', over)
      current?.removeEventListener('focusin', over)
      current?.removeEventListener('pointerleave', out)
      current?.removeEventListener('click', click)
    }
  }, [links])
  const keyOf = useCallback((row: number) => items[row]?.id ?? String(row), [items])
  const guess = useCallback(
    (row: number) => {
      const item = items[row]
      if (item?.id !== active || !item) return 118
      return 420 + Math.ceil(textOf(item, paper).length / 36) * 24
    },
    [items, active, paper],
  )
  const { follow } = gaze
  return (
    <div className="item-list" ref={box}>
      <LongList
        hold={gaze.holdItems}
        count={items.length}
        keyOf={keyOf}
        guess={guess}
        label={words.parts.items}
        onFirst={useCallback((row: number) => follow('proposal', row), [follow])}
        empty={<p className="pane-empty quiet">{words.obstacles.noItems}</p>}
        render={(row) => {
          const item = items[row]
          return item ? <ItemCard item={item} place={row} isOpen={item.id === active} /> : null
        }}
      />
    </div>
  )
}

function itemOf<One extends Readonly<{ id: string }>>(
  target: EventTarget | null,
  items: readonly One[],
): One | undefined {
  const card = target instanceof Element ? target.closest('[data-item]') : null
  const place = card?.getAttribute('data-item')
  return place === null || place === undefined ? undefined : items[Number(place)]
}
