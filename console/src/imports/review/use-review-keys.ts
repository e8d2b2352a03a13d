/** Keys of the review: j k go, s splits, m merges, x leaves, Enter edits the title; all of them are in the help (`?`). */
import { App } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import { useWords } from '../../words/language.ts'
import { emptyExit } from './proposal/exit-draft.ts'
import { caretOf } from './proposal/caret.ts'
import { mergeWithNext, patchItem, splitItem } from './model/change-items.ts'
import type { Paper } from './model/review-shape.ts'
import type { Gaze } from './use-gaze.ts'
import type { ReviewState } from './use-review.ts'

type Given = Readonly<{
  state: ReviewState
  paper: Paper
  gaze: Gaze
  toggleEdits: () => void
}>

export function useReviewKeys(given: Given): void {
  const { imports: words } = useWords()
  const { message } = App.useApp()
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  const shortcuts = useMemo<readonly Shortcut[]>(() => {
    const step = (by: number) => {
      const { state, gaze } = latest.current
      const { items } = state.review
      const place = items.findIndex(({ id }) => id === gaze.shared.active)
      gaze.openAt(Math.max(0, Math.min(items.length - 1, place + by)))
    }
    const onActive = (act: (id: string) => void) => () => {
      const { active } = latest.current.gaze.shared
      if (active !== null) act(active)
    }
    const key = (keys: string, name: string, run: () => void): Shortcut => ({
      keys,
      words: name,
      group: 'page',
      run,
    })
    return [
      key('j', words.keys.next, () => step(1)),
      key('k', words.keys.previous, () => step(-1)),
      key(
        's',
        words.keys.split,
        onActive((id) => {
          const { state, paper } = latest.current
          const split = splitItem(state.review, id, caretOf(id) ?? 0, paper)
          if (split) state.change(null, () => split)
          else void message.info(words.item.splitNowhere)
        }),
      ),
      key(
        'm',
        words.keys.merge,
        onActive((id) => {
          const { state, paper } = latest.current
          const merged = mergeWithNext(state.review, id, paper)
          if (merged) state.change(null, () => merged)
          else void message.info(words.item.mergeNowhere)
        }),
      ),
      key(
        'x',
        words.keys.exit,
        onActive((id) => {
          latest.current.state.change(null, (review) => {
            const item = review.items.find((one) => one.id === id)
            return item
              ? patchItem(review, id, { exit: item.exit === null ? emptyExit(review) : null })
              : null
          })
        }),
      ),
      key(
        'Enter',
        words.keys.title,
        onActive(() => document.getElementById('item-title')?.focus()),
      ),
      key('e', words.keys.edits, () => latest.current.toggleEdits()),
      key('mod+z', words.keys.undo, () => latest.current.state.undo()),
    ]
  }, [words, message])
  useShortcuts(shortcuts)
}
