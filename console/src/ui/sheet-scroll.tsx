/**
 * A table that may be wider than the screen or taller than its box: it scrolls inside, and when it does, the box can be
 * reached and scrolled with the keyboard. Source: WCAG 2.2, 2.1.1 Keyboard.
 */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useWords } from '../words/language.ts'

export function SheetScroll({
  className = 'sheet-scroll',
  children,
}: Readonly<{ className?: string; children: ReactNode }>) {
  const { shell } = useWords()
  const box = useRef<HTMLElement>(null)
  const [scrolls, setScrolls] = useState(false)
  // Measured before the table is painted and with every change inside, so that there is no moment at which it scrolls
  // and cannot be reached.
  useLayoutEffect(() => {
    const seen = box.current
    if (!seen) return undefined
    const measure = () =>
      setScrolls(seen.scrollWidth > seen.clientWidth || seen.scrollHeight > seen.clientHeight)
    const sizes = new ResizeObserver(measure)
    const watchAll = () => {
      for (const one of [seen, ...seen.children]) sizes.observe(one)
      measure()
    }
    const changes = new MutationObserver(watchAll)
    changes.observe(seen, { childList: true, subtree: true })
    watchAll()
    return () => {
      sizes.disconnect()
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
