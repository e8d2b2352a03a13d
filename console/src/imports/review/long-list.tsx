/**
 * A long list of rows of different heights: only those in sight are drawn. Heights are guessed, then measured. Rows say
 * which one they are by `data-row`, so that the list needs one listener for all of them.
 */
import {
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react'
import { useSight } from '../../ui/window-rows.ts'
import { lastAtOrBefore, offsetsOf } from './offsets.ts'

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
  ref,
  onFirst,
  empty,
}: Readonly<{
  count: number
  keyOf: (row: number) => string
  guess: (row: number) => number
  render: (row: number) => ReactNode
  label: string
  ref?: Ref<ListHandle>
  /** Told when a person has scrolled: the first row in sight. */
  onFirst?: (row: number) => void
  empty?: ReactNode
}>) {
  const box = useRef<HTMLDivElement>(null)
  const { scrolled, height } = useSight(box)
  const heights = useRef(new Map<string, number>())
  const [measured, setMeasured] = useState(0)
  const offsets = useMemo(
    () => offsetsOf(count, (row) => heights.current.get(keyOf(row)) ?? guess(row)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `measured` says that a height has changed
    [count, keyOf, guess, measured],
  )
  const first = Math.max(0, lastAtOrBefore(offsets, scrolled) - 3)
  const end = Math.min(count, lastAtOrBefore(offsets, scrolled + height) + 4)
  const sizes = useSizes(heights, setMeasured)
  const reveal = useReveal(box, offsets, measured)
  useImperativeHandle(ref, () => ({ show: reveal }), [reveal])
  const top = lastAtOrBefore(offsets, scrolled + 4)
  useFirst(box, top, onFirst)
  if (count === 0) return <div className="long-list">{empty}</div>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div className="long-list" ref={box} role="region" aria-label={label} tabIndex={0}>
      <div role="list" aria-label={label}>
        <div style={{ height: offsets[first] ?? 0 }} aria-hidden="true" />
        {Array.from({ length: Math.max(0, end - first) }, (_, at) => (
          <Row key={keyOf(first + at)} name={keyOf(first + at)} sizes={sizes} of={count}>
            {render(first + at)}
          </Row>
        ))}
        <div
          style={{ height: Math.max(0, (offsets[count] ?? 0) - (offsets[end] ?? 0)) }}
          aria-hidden="true"
        />
      </div>
    </div>
  )
}

const Row = memo(function Row({
  name,
  sizes,
  children,
}: Readonly<{ name: string; of: number; sizes: Sizes; children: ReactNode }>) {
  const line = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = line
    return current ? sizes.watch(current, name) : undefined
  }, [name, sizes])
  return (
    <div ref={line} role="listitem" className="long-list-row">
      {children}
    </div>
  )
})

type Sizes = Readonly<{ watch: (element: HTMLElement, name: string) => () => void }>

function useSizes(
  heights: Readonly<{ current: Map<string, number> }>,
  setMeasured: (next: (before: number) => number) => void,
): Sizes {
  const names = useRef(new Map<Element, string>())
  const observer = useRef<ResizeObserver | null>(null)
  useEffect(() => () => observer.current?.disconnect(), [])
  return useMemo(() => {
    const note = (element: Element, height: number) => {
      const name = names.current.get(element)
      if (name === undefined || height === 0 || heights.current.get(name) === height) return false
      heights.current.set(name, height)
      return true
    }
    observer.current = new ResizeObserver((entries) => {
      const news = entries.filter(({ target }) =>
        note(target, target.getBoundingClientRect().height),
      )
      if (news.length > 0) setMeasured((before) => before + 1)
    })
    return {
      watch: (element, name) => {
        names.current.set(element, name)
        observer.current?.observe(element)
        return () => {
          observer.current?.unobserve(element)
          names.current.delete(element)
        }
      },
    }
  }, [heights, setMeasured])
}

type Box = Readonly<{ current: HTMLDivElement | null }>

/** Guessed heights make the first jump inexact: until its surroundings are measured, the row is sought again. */
function useReveal(box: Box, offsets: Float64Array, measured: number) {
  const wanted = useRef<{ row: number; where: 'near' | 'top'; tries: number } | null>(null)
  const places = useRef(offsets)
  places.current = offsets
  const go = useCallback(() => {
    const { current } = box
    const goal = wanted.current
    if (!current || !goal || current.clientHeight === 0) return
    const from = places.current[goal.row] ?? 0
    const to = places.current[goal.row + 1] ?? from
    const { scrollTop, clientHeight } = current
    const isSeen =
      from >= scrollTop && Math.min(to, from + clientHeight) <= scrollTop + clientHeight
    if (goal.where === 'top' || !isSeen) current.scrollTop = Math.max(0, from - 12)
    goal.tries -= 1
    if (goal.tries <= 0) wanted.current = null
  }, [box])
  useLayoutEffect(go, [go, measured, offsets])
  return useCallback(
    (row: number, where: 'near' | 'top' = 'near') => {
      wanted.current = { row, where, tries: 4 }
      go()
      window.setTimeout(() => (wanted.current = null), 500)
    },
    [go],
  )
}

/** Only a person's own scrolling counts: the wheel, a finger, the scrollbar, keys. */
function useFirst(box: Box, top: number, onFirst: ((row: number) => void) | undefined): void {
  const isHere = useRef(false)
  useEffect(() => {
    const { current } = box
    const enter = () => (isHere.current = true)
    const leave = () => (isHere.current = false)
    current?.addEventListener('pointerenter', enter)
    current?.addEventListener('focusin', enter)
    current?.addEventListener('pointerleave', leave)
    return () => {
      current?.removeEventListener('pointerenter', enter)
      current?.removeEventListener('focusin', enter)
      current?.removeEventListener('pointerleave', leave)
    }
  }, [box])
  useEffect(() => {
    if (isHere.current) onFirst?.(top)
  }, [top, onFirst])
}
