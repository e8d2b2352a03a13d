/** Which paragraphs are lit because the pointer or the focus is on them or on their item. Outside React's state: only rows that change are drawn anew. */
import { useCallback, useSyncExternalStore } from 'react'

export type Links = Readonly<{
  light: (paragraphs: readonly number[]) => void
  isLit: (paragraphs: readonly number[]) => boolean
  subscribe: (listener: () => void) => () => void
}>

export function createLinks(): Links {
  let lit: ReadonlySet<number> = new Set()
  const listeners = new Set<() => void>()
  return {
    light: (paragraphs) => {
      if (paragraphs.length === lit.size && paragraphs.every((one) => lit.has(one))) return
      lit = new Set(paragraphs)
      for (const listener of listeners) listener()
    },
    isLit: (paragraphs) => lit.size > 0 && paragraphs.some((one) => lit.has(one)),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useLit(links: Links, paragraphs: readonly number[]): boolean {
  const isLit = useCallback(() => links.isLit(paragraphs), [links, paragraphs])
  return useSyncExternalStore(links.subscribe, isLit)
}
