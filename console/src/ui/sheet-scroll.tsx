/**
 * A table that may be wider than the screen or taller than its box: it scrolls inside, and when it does, the box can be
 * reached and scrolled with the keyboard. Source: WCAG 2.2, 2.1.1 Keyboard.
 */
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useWords } from '../words/language.ts'

export function SheetScroll({
  className = 'sheet-scroll',
  children,
}: Readonly<{ className?: string; children: ReactNode }>) {
  const { shell } = useWords()
  const box = useRef<HTMLElement>(null)
  const [scrolls, setScrolls] = useState(false)
  // Before the table is painted, so that there is no moment at which it scrolls and cannot be reached.
  useLayoutEffect(() => {
    if (box.current) setScrolls(isScrolling(box.current))
  }, [children])
  useEffect(() => {
    const seen = box.current
    if (!seen) return undefined
    const watch = new ResizeObserver(() => setScrolls(isScrolling(seen)))
    const watchAll = () => [seen, ...seen.children].forEach((one) => watch.observe(one))
    // What is inside may become another table later.
    const changes = new MutationObserver(watchAll)
    changes.observe(seen, { childList: true })
    watchAll()
    return () => {
      watch.disconnect()
      changes.disconnect()
    }
  }, [])
  const reached = scrolls ? { tabIndex: 0, 'aria-label': shell.wideTable } : {}
  return (
    <section ref={box} className={className} {...reached}>
      {children}
    </section>
  )
}

function isScrolling(box: HTMLElement): boolean {
  return box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight
}
