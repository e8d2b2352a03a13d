/** Keys of the review: j k go, s splits, m merges, x leaves, Enter edits the title; all of them are in the help (`?`). */
import { App } from 'antd'
import { useMemo } from 'react'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import { useWords } from '../../words/language.ts'
import { mergeWithNext, patchItem, splitItem } from './model/change-items.ts'
import type { Paper, Review } from './model/review-shape.ts'
import { caretOf } from './proposal/caret.ts'
import { emptyExit } from './proposal/exit-draft.ts'
import type { Gaze } from './use-gaze.ts'
import type { ReviewState } from './use-review.ts'

type Given = Readonly<{
  state: ReviewState
  paper: Paper
  gaze: Gaze
  toggleEdits: () => void
}>

export function useReviewKeys({ state, paper, gaze, toggleEdits }: Given): void {
  const { imports } = useWords()
  const { message } = App.useApp()
  const shortcuts = useMemo<readonly Shortcut[]>(() => {
    const { keys: words, item: said } = imports
    const { items } = state.review
    const place = items.findIndex(({ id }) => id === gaze.shared.active)
    const item = items[place]
    const key = (keys: string, name: string, run: () => void): Shortcut => ({
      keys,
      words: name,
      group: 'page',
      run,
    })
    const change = (next: Review | null, otherwise: string) => {
      if (next) state.change(null, () => next)
      else void message.info(otherwise)
    }
    const split = (id: string) =>
      change(splitItem(state.review, id, caretOf(id) ?? 0, paper), said.splitNowhere)
    const merge = (id: string) => change(mergeWithNext(state.review, id, paper), said.mergeNowhere)
    const leave = (id: string) =>
      state.change(null, (review) =>
        patchItem(review, id, { exit: item?.exit ? null : emptyExit(review) }),
      )
    return [
      key('j', words.next, () => gaze.openAt(Math.min(items.length - 1, place + 1))),
      key('k', words.previous, () => gaze.openAt(Math.max(0, place - 1))),
      key('s', words.split, () => item && split(item.id)),
      key('m', words.merge, () => item && merge(item.id)),
      key('x', words.exit, () => item && leave(item.id)),
      key('Enter', words.title, () => document.getElementById('item-title')?.focus()),
      key('e', words.edits, toggleEdits),
      key('mod+z', words.undo, state.undo),
    ]
  }, [state, paper, gaze, toggleEdits, imports, message])
  useShortcuts(shortcuts)
}
