/** Where this one opinion comes from when it is not as for the whole document. */
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../words/language.ts'
import { originOf } from '../model/obstacles.ts'
import type { Item, OwnOrigin } from '../model/review-shape.ts'
import { useReviewPage } from '../review-context.ts'
import { OriginFields } from './origin-fields.tsx'
import { useOriginLine } from './use-origin-line.ts'

export function ItemOrigin({
  item,
  onChange,
}: Readonly<{ item: Item; onChange: (about: string, own: OwnOrigin) => void }>) {
  const { imports: words } = useWords()
  const { review } = useReviewPage()
  const line = useOriginLine()
  const [isOpen, setOpen] = useState(false)
  const origin = originOf(item, review.common)
  const isOwn = Object.keys(item.own).length > 0
  return (
    <div className="item-origin">
      <div className="item-row">
        <span className="item-label">{words.item.origin}</span>
        <div className="item-field item-origin-line">
          <span>{isOwn ? line(origin) : words.common.sameAs(line(origin))}</span>
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.common.done : words.item.ownOrigin}
          </Button>
        </div>
      </div>
      {isOpen && (
        <OriginFields
          value={origin}
          onChange={(about, next) => onChange(`own ${about}`, { ...item.own, ...next })}
        />
      )}
    </div>
  )
}
