/**
 * Shows only the rows of a long table that are in sight, so that a hundred thousand rows scroll like a hundred.
 * Rows have one height; above and below them stand two spacers.
 */
import { useCallback, useEffect, useState, type RefObject } from 'react'

export type RowWindow = Readonly<{
  first: number
  /** One past the last row shown. */
  end: number
  above: number
  below: number
}>

const spare = 8

export function rowWindow(
  count: number,
  rowHeight: number,
  scrolled: number,
  viewHeight: number,
): RowWindow {
  const first = Math.max(0, Math.min(count, Math.floor(scrolled / rowHeight) - spare))
  const end = Math.min(count, Math.ceil((scrolled + viewHeight) / rowHeight) + spare)
  return { first, end, above: first * rowHeight, below: (count - end) * rowHeight }
}

/** Where to scroll so that a row is in sight below a head of `headHeight`; null when it is already. */
export function scrollToShow(
  row: number,
  rowHeight: number,
  scrolled: number,
  bodyHeight: number,
): number | null {
  const top = row * rowHeight
  if (top < scrolled) return top
  return top + rowHeight > scrolled + bodyHeight ? top + rowHeight - bodyHeight : null
}

type Sight = Readonly<{ scrolled: number; height: number }>

/** What of a scrolling element is in sight, read once a frame. */
export function useSight(element: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState<Sight>({ scrolled: 0, height: 900 })
  const read = useCallback(() => {
    const { current } = element
    if (current) setSight({ scrolled: current.scrollTop, height: current.clientHeight })
  }, [element])
  useEffect(() => {
    const { current } = element
    let frame = 0
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(read)
    }
    const sizes = new ResizeObserver(soon)
    if (current) sizes.observe(current)
    current?.addEventListener('scroll', soon, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      current?.removeEventListener('scroll', soon)
    }
  }, [element, read])
  return sight
}
