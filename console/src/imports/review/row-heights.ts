/** Heights of rows as they were measured. Outside React's state, so that measuring draws anew only when a height changed. */
export type HeightOf = (row: string) => number | undefined

export type RowHeights = Readonly<{
  /** Measures the row for as long as it is drawn. */
  watch: (element: Element, row: string) => () => void
  subscribe: (listener: () => void) => () => void
  /** Another one whenever a height has changed. */
  heights: () => HeightOf
}>

export function createRowHeights(): RowHeights {
  const heights = new Map<string, number>()
  const names = new Map<Element, string>()
  const listeners = new Set<() => void>()
  const read = (): HeightOf => (row) => heights.get(row)
  let current = read()
  const observer = new ResizeObserver((entries) => {
    let isNews = false
    for (const { target } of entries) {
      const row = names.get(target)
      const { height } = target.getBoundingClientRect()
      if (row === undefined || height === 0 || heights.get(row) === height) continue
      heights.set(row, height)
      isNews = true
    }
    if (!isNews) return
    current = read()
    for (const listener of listeners) listener()
  })
  return {
    watch: (element, row) => {
      names.set(element, row)
      observer.observe(element)
      return () => {
        observer.unobserve(element)
        names.delete(element)
      }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    heights: () => current,
  }
}
