/**
 * A table that may be wider than the screen or taller than its box: it scrolls inside, and when it does, the box can be
 * reached and scrolled with the keyboard. Source: WCAG 2.2, 2.1.1 Keyboard.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useWords } from '../words/language.ts'

export function SheetScroll({
  className = 'sheet-scroll',
  children,
}: Readonly<{ className?: string; children: ReactNode }>) {
  const { shell } = useWords()
  const box = useRef<HTMLElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const seen = box.current
    if (!seen) return undefined
    const watch = new ResizeObserver(() =>
      setScrolls(seen.scrollWidth > seen.clientWidth || seen.scrollHeight > seen.clientHeight),
    )
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
