/** A long list of rows of different heights: only those in sight are drawn. Heights are guessed, then measured. */
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
  type RefObject,
} from 'react'
import { useSight } from '../../ui/window-rows.ts'
import { lastAtOrBefore, offsetsOf } from './offsets.ts'
import { createRowHeights, type RowHeights } from './row-heights.ts'

export type ListHandle = Readonly<{
  /** Scrolls so that the row is in sight; `top` brings it to the top even when it is in sight. */
  show: (row: number, where?: 'near' | 'top') => void
}>

export function LongList({
  count,
  keyOf,
  guess,
  render,
  label,
  hold,
  onFirst,
  empty,
}: Readonly<{
  count: number
  keyOf: (row: number) => string
  guess: (row: number) => number
  render: (row: number) => ReactNode
  label: string
  /** Given the means to scroll the list from elsewhere. */
  hold?: (list: ListHandle | null) => void
  /** Told when a person has scrolled: the first row in sight. */
  onFirst?: (row: number) => void
  empty?: ReactNode
}>) {
  const box = useRef<HTMLElement>(null)
  const { scrolled, height } = useSight(box)
  const [heights] = useState(createRowHeights)
  const heightOf = useSyncExternalStore(heights.subscribe, heights.heights)
  const offsets = useMemo(
    () => offsetsOf(count, (row) => heightOf(keyOf(row)) ?? guess(row)),
    [count, keyOf, guess, heightOf],
  )
  const first = Math.max(0, lastAtOrBefore(offsets, scrolled) - 3)
  const end = Math.min(count, lastAtOrBefore(offsets, scrolled + height) + 4)
  const show = useShow(box, offsets)
  useImperativeHandle(hold, () => ({ show }), [show])
  useFirst(box, lastAtOrBefore(offsets, scrolled + 4), onFirst)
  const after = Math.max(0, (offsets[count] ?? 0) - (offsets[end] ?? 0))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className="long-list" ref={box} aria-label={label} tabIndex={0}>
      {count === 0 && empty}
      <ul>
        <li aria-hidden="true" style={{ height: offsets[first] ?? 0 }} />
        {Array.from({ length: Math.max(0, end - first) }, (_, at) => (
          <Row key={keyOf(first + at)} name={keyOf(first + at)} heights={heights}>
            {render(first + at)}
          </Row>
        ))}
        <li aria-hidden="true" style={{ height: after }} />
      </ul>
    </section>
  )
}

function Row({
  name,
  heights,
  children,
}: Readonly<{ name: string; heights: RowHeights; children: ReactNode }>) {
  const line = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    const { current } = line
    return current ? heights.watch(current, name) : undefined
  }, [name, heights])
  return (
    <li ref={line} className="long-list-row">
      {children}
    </li>
  )
}

type Goal = { row: number; where: 'near' | 'top'; until: number }

/** Guessed heights make the first jump inexact: while its surroundings are being measured, the row is sought again. */
function useShow(box: RefObject<HTMLElement | null>, offsets: Float64Array) {
  const goal = useRef<Goal | null>(null)
  const places = useRef(offsets)
  const go = useCallback(() => {
    const { current } = box
    const { current: wanted } = goal
    if (!current || !wanted || current.clientHeight === 0) return
    if (performance.now() > wanted.until) {
      goal.current = null
      return
    }
    const from = places.current[wanted.row] ?? 0
    const to = places.current[wanted.row + 1] ?? from
    const { scrollTop, clientHeight } = current
    const isSeen =
      from >= scrollTop && Math.min(to, from + clientHeight) <= scrollTop + clientHeight
    if (wanted.where === 'top' || !isSeen) current.scrollTo({ top: Math.max(0, from - 12) })
  }, [box])
  useLayoutEffect(() => {
    places.current = offsets
    go()
  }, [offsets, go])
  return useCallback(
    (row: number, where: 'near' | 'top' = 'near') => {
      goal.current = { row, where, until: performance.now() + 400 }
      go()
    },
    [go],
  )
}

/** Only a person's own scrolling counts: the pointer or the focus is here. */
function useFirst(
  box: RefObject<HTMLElement | null>,
  top: number,
  onFirst: ((row: number) => void) | undefined,
): void {
  useEffect(() => {
    const { current } = box
    if (current?.matches(':hover, :focus-within')) onFirst?.(top)
  }, [box, top, onFirst])
}
