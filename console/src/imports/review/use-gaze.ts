/** What the clerk is looking at: the open item, the chosen paragraph, the part on the right, and how both sides follow each other. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createLinks } from './links.ts'
import type { ListHandle } from './long-list.tsx'
import type { Review } from './model/review-shape.ts'
import type { Part, ReviewContext } from './review-context.ts'

export type Side = 'original' | 'proposal'

type Shared = Pick<
  ReviewContext,
  'active' | 'chosen' | 'part' | 'showPart' | 'openItem' | 'choose' | 'links'
>

export type Gaze = Readonly<{
  shared: Shared
  side: Side
  setSide: (side: Side) => void
  isSynced: boolean
  setSynced: (on: boolean) => void
  /** Each side hands in its list, so that it can be scrolled from the other. */
  holdOriginal: (list: ListHandle | null) => void
  holdItems: (list: ListHandle | null) => void
  /** Told by either side when a person has scrolled it. */
  follow: (from: Side, row: number) => void
  /** Opens the item at this place. */
  openAt: (place: number) => void
}>

type Opened = Readonly<{ id: string | null; place: number }>

type Lists = { original: ListHandle | null; items: ListHandle | null }

export function useGaze(review: Review): Gaze {
  const [opened, setOpened] = useState<Opened>({ id: review.items[0]?.id ?? null, place: 0 })
  const active = useMemo(() => activeOf(review, opened), [review, opened])
  const [chosen, setChosen] = useState<number | null>(null)
  const [part, showPart] = useState<Part>('items')
  const [side, setSide] = useState<Side>('proposal')
  const [isSynced, setSynced] = useState(false)
  const [links] = useState(createLinks)
  const lists = useRef<Lists>({ original: null, items: null })
  const now = useRef(review)
  useLayoutEffect(() => {
    now.current = review
  }, [review])
  const holdOriginal = useCallback((list: ListHandle | null) => {
    lists.current.original = list
  }, [])
  const holdItems = useCallback((list: ListHandle | null) => {
    lists.current.items = list
  }, [])
  const openAt = useCallback(
    (place: number) => {
      const item = now.current.items[place]
      if (!item) return
      setOpened({ id: item.id, place })
      showPart('items')
      links.light(item.paragraphs)
      afterDrawing(() => {
        lists.current.items?.show(place)
        const [first] = item.paragraphs
        if (first !== undefined) lists.current.original?.show(first)
      })
    },
    [links],
  )
  const openItem = useCallback(
    (id: string) => {
      setSide('proposal')
      openAt(now.current.items.findIndex((item) => item.id === id))
    },
    [openAt],
  )
  const choose = useCallback(
    (paragraph: number) => {
      setChosen(paragraph)
      setSide('original')
      links.light([paragraph])
      const place = now.current.items.findIndex((one) => one.paragraphs.includes(paragraph))
      const item = now.current.items[place]
      if (item) setOpened({ id: item.id, place })
      afterDrawing(() => {
        lists.current.original?.show(paragraph)
        if (item) lists.current.items?.show(place)
      })
    },
    [links],
  )
  const follow = useCallback(
    (from: Side, row: number) => {
      if (!isSynced) return
      if (from === 'proposal') {
        const [first] = now.current.items[row]?.paragraphs ?? []
        if (first !== undefined) lists.current.original?.show(first, 'top')
        return
      }
      const place = now.current.items.findIndex((one) => one.paragraphs.some((at) => at >= row))
      if (place >= 0) lists.current.items?.show(place, 'top')
    },
    [isSynced],
  )
  return useMemo(() => {
    const shared = { active, chosen, part, showPart, openItem, choose, links }
    return { shared, side, setSide, isSynced, setSynced, holdOriginal, holdItems, follow, openAt }
  }, [
    active,
    chosen,
    part,
    openItem,
    choose,
    links,
    side,
    isSynced,
    holdOriginal,
    holdItems,
    follow,
    openAt,
  ])
}

/** An item that is gone leaves its place to the one that stands there now. */
function activeOf({ items }: Review, { id, place }: Opened): string | null {
  if (items.some((item) => item.id === id)) return id
  return items[Math.min(place, items.length - 1)]?.id ?? null
}

function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}
