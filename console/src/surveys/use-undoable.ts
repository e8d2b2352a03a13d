/** A value with its past: every change can be taken back, and done again, until it is saved elsewhere. */
import { useCallback, useState } from 'react'

const most = 200

export type Undoable<Value> = Readonly<{
  value: Value
  set: (next: Value) => void
  undo: () => void
  redo: () => void
  canUndo: boolean
  canRedo: boolean
}>

type History<Value> = Readonly<{
  past: readonly Value[]
  value: Value
  future: readonly Value[]
}>

export function useUndoable<Value>(first: Value): Undoable<Value> {
  const [{ past, value, future }, setHistory] = useState<History<Value>>({
    past: [],
    value: first,
    future: [],
  })
  const set = useCallback((next: Value) => {
    setHistory((before) =>
      next === before.value
        ? before
        : { past: [...before.past.slice(-most), before.value], value: next, future: [] },
    )
  }, [])
  const undo = useCallback(() => {
    setHistory((before) => {
      const [last] = before.past.slice(-1)
      if (last === undefined) return before
      return {
        past: before.past.slice(0, -1),
        value: last,
        future: [before.value, ...before.future],
      }
    })
  }, [])
  const redo = useCallback(() => {
    setHistory((before) => {
      const [next, ...future] = before.future
      if (next === undefined) return before
      return { past: [...before.past, before.value], value: next, future }
    })
  }, [])
  return { value, set, undo, redo, canUndo: past.length > 0, canRedo: future.length > 0 }
}
