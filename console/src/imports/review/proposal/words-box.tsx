/** The words as raised: the cursor can be put into them to divide them there, but no letter can be changed. */
import { App, Button } from 'antd'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../../words/language.ts'
import { splitItem } from '../model/change-items.ts'
import type { Item } from '../model/review-shape.ts'
import { textOf } from '../model/words-of.ts'
import { useReviewPage } from '../review-context.ts'
import { rememberCaret } from './caret.ts'

export function WordsBox({ item }: Readonly<{ item: Item }>) {
  const { imports: words } = useWords()
  const { message } = App.useApp()
  const { paper, review, change } = useReviewPage()
  const text = textOf(item, paper)
  const box = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)
  const id = useId()
  useGrowing(box, text)
  const note = () => {
    const at = box.current?.selectionStart ?? 0
    rememberCaret(item.id, at)
    setCaret(at)
  }
  const split = () => {
    const next = splitItem(review, item.id, box.current?.selectionStart ?? caret, paper)
    if (!next) {
      void message.info(words.item.splitNowhere)
      return
    }
    change(null, () => next)
    setCaret(0)
    rememberCaret(item.id, 0)
  }
  const isInside = caret > 0 && caret < text.length
  return (
    <div className="words-box">
      <label className="sr-only" htmlFor={id}>
        {words.item.text}
      </label>
      <textarea
        id={id}
        ref={box}
        value={text}
        rows={2}
        spellCheck={false}
        inputMode="none"
        aria-readonly="true"
        aria-describedby={`${id}-hint`}
        onChange={keepAsItIs}
        onSelect={note}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return
          if (event.key === 'Escape') event.currentTarget.blur()
          if (event.key !== 's' && event.key !== 'S' && event.key !== 'Enter') return
          event.preventDefault()
          split()
        }}
      />
      <div className="words-foot">
        <Button size="small" disabled={!isInside} aria-describedby={`${id}-hint`} onClick={split}>
          {words.item.splitHere}
          <kbd aria-hidden="true">S</kbd>
        </Button>
        <p id={`${id}-hint`} className="quiet">
          {isInside
            ? words.item.splitAt(
                oneLine(text.slice(Math.max(0, caret - 8), caret)),
                oneLine(text.slice(caret, caret + 8)),
              )
            : words.item.textHint}
        </p>
      </div>
    </div>
  )
}

/** The box shows a cursor only while it takes keys; what they would write is not taken. */
function keepAsItIs(): void {
  return
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}

/** As high as its words, up to half a screen. */
function useGrowing(box: Readonly<{ current: HTMLTextAreaElement | null }>, text: string): void {
  useLayoutEffect(() => {
    const { current } = box
    if (!current || text === '') return
    current.style.setProperty('height', 'auto')
    const high = Math.min(current.scrollHeight + 2, window.innerHeight * 0.42)
    current.style.setProperty('height', `${high}px`)
  }, [box, text])
}
