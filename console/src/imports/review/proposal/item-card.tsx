/** One proposed opinion: a few lines while closed, everything about it while open. */
import { exitLabels } from '@luoshi/domain/opinions/exits'
import { memo } from 'react'
import { useSay, useWords } from '../../../words/language.ts'
import { useLit } from '../links.ts'
import type { Item } from '../model/review-shape.ts'
import { proposalOf, textOf } from '../model/words-of.ts'
import { useReviewPage } from '../review-context.ts'
import { ItemEditor } from './item-editor.tsx'

export const ItemCard = memo(function ItemCard({
  item,
  place,
  isOpen,
}: Readonly<{ item: Item; place: number; isOpen: boolean }>) {
  const { imports: words } = useWords()
  const { links } = useReviewPage()
  const isLit = useLit(links, item.paragraphs)
  const looks = [
    'item',
    isOpen ? 'item-open' : 'item-closed',
    isLit ? 'is-lit' : '',
    item.exit ? 'is-exit' : '',
  ]
  return (
    <article
      className={looks.join(' ')}
      data-item={place}
      aria-label={words.item.number(place + 1)}
    >
      {isOpen ? <ItemEditor item={item} place={place} /> : <ClosedItem item={item} place={place} />}
    </article>
  )
})

function ClosedItem({ item, place }: Readonly<{ item: Item; place: number }>) {
  const { imports: words } = useWords()
  const { paper, openItem } = useReviewPage()
  const text = textOf(item, paper)
  return (
    <>
      <div className="item-line">
        <span className="item-number number" aria-hidden="true">
          {place + 1}
        </span>
        <button
          type="button"
          className="item-title"
          aria-expanded={false}
          aria-label={`${words.item.open(place + 1)}：${item.title}`}
          onClick={() => openItem(item.id)}
        >
          {item.title}
        </button>
      </div>
      <p className="item-text">{text.length > 140 ? `${text.slice(0, 140)}…` : text}</p>
      <ItemFoot item={item} />
    </>
  )
}

function ItemFoot({ item }: Readonly<{ item: Item }>) {
  const { imports: words } = useWords()
  const say = useSay()
  const { paper, units } = useReviewPage()
  const proposal = proposalOf(item, paper)
  const unit = units.find(({ id }) => id === item.unit)?.name
  return (
    <p className="item-foot">
      {item.exit ? (
        <span className="tag tag-exit">{say(exitLabels[item.exit.exit])}</span>
      ) : (
        <span className={unit === undefined ? 'quiet' : 'item-unit'}>
          {unit ?? words.item.unitNone}
        </span>
      )}
      {proposal?.due !== undefined && (
        <span className="quiet">
          {words.item.due}：{proposal.due.slice(0, 20)}
        </span>
      )}
      {item.reread && <span className="tag tag-doubt">{words.item.reread}</span>}
      {(proposal?.doubts ?? []).map((doubt) => (
        <span key={doubt} className="tag tag-doubt">
          {words.doubts[doubt]}
        </span>
      ))}
    </p>
  )
}
