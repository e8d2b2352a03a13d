/** The cleaned text paragraph by paragraph: what is lit here is lit on the right, and the other way round. */
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useWords } from '../../../words/language.ts'
import { LongList } from '../long-list.tsx'
import { useReviewPage } from '../review-context.ts'
import type { Gaze } from '../use-gaze.ts'
import { ParagraphRow } from './paragraph-row.tsx'

export function OriginalPane({ showsEdits, gaze }: Readonly<{ showsEdits: boolean; gaze: Gaze }>) {
  const { imports: words } = useWords()
  const { paper, choose, links } = useReviewPage()
  const box = useRef<HTMLDivElement>(null)
  const doubtful = useMemo(() => new Set(paper.doubtful), [paper])
  usePointing(box, { onPoint: links.light, onPick: choose })
  const { follow } = gaze
  const guess = useCallback(
    (row: number) => 24 + Math.ceil((paper.paragraphs[row]?.text.length ?? 0) / 34) * 26,
    [paper],
  )
  return (
    <div className="pane pane-original" ref={box}>
      <LongList
        hold={gaze.holdOriginal}
        count={paper.paragraphs.length}
        keyOf={paragraphKey}
        guess={guess}
        label={words.original}
        onFirst={useCallback((row: number) => follow('original', row), [follow])}
        render={(row) => (
          <ParagraphRow paragraph={row} showsEdits={showsEdits} isDoubtful={doubtful.has(row)} />
        )}
      />
    </div>
  )
}

function paragraphKey(row: number): string {
  return String(row)
}

/** One listener for all paragraphs; keys reach the same through the button of each paragraph's number. */
function usePointing(
  box: Readonly<{ current: HTMLElement | null }>,
  act: Readonly<{
    onPoint: (paragraphs: readonly number[]) => void
    onPick: (paragraph: number) => void
  }>,
): void {
  const { onPoint, onPick } = act
  useEffect(() => {
    const { current } = box
    const over = (event: Event) => {
      const found = paragraphOf(event.target)
      if (found !== null) onPoint([found])
    }
    const out = () => onPoint([])
    const click = (event: Event) => {
      const found = paragraphOf(event.target)
      const isControl =
        event.target instanceof Element && event.target.closest('button, input, .para-actions')
      if (found !== null && !isControl && window.getSelection()?.isCollapsed !== false)
        onPick(found)
    }
    current?.addEventListener('pointerover', over)
    current?.addEventListener('pointerleave', out)
    current?.addEventListener('focusin', over)
    current?.addEventListener('click', click)
    return () => {
      current?.removeEventListener('pointerover', over)
      current?.removeEventListener('pointerleave', out)
      current?.removeEventListener('focusin', over)
      current?.removeEventListener('click', click)
    }
  }, [box, onPoint, onPick])
}

function paragraphOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest('[data-paragraph]') : null
  const raw = row?.getAttribute('data-paragraph')
  return raw === null || raw === undefined ? null : Number(raw)
}
