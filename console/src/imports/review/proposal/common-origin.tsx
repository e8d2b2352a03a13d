/** What holds for every opinion of the document unless it says otherwise. */
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../words/language.ts'
import { useReviewPage } from '../review-context.ts'
import { OriginFields } from './origin-fields.tsx'
import { useOriginLine } from './use-origin-line.ts'

export function CommonOrigin() {
  const { imports: words } = useWords()
  const { review, change } = useReviewPage()
  const line = useOriginLine()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="common-origin" aria-label={words.common.title}>
      <div className="common-line">
        <p>
          <strong>{words.common.title}</strong>
          <span>{line(review.common)}</span>
        </p>
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.common.done : words.common.change}
        </Button>
      </div>
      {isOpen && (
        <OriginFields
          value={review.common}
          onChange={(about, next) =>
            change(`common ${about}`, (now) => ({ ...now, common: { ...now.common, ...next } }))
          }
        />
      )}
    </section>
  )
}
