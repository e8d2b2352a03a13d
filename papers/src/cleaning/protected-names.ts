/**
 * Where names from the directory stand in a text. Only names that simplifying would change are
 * sought, by their first character, so that a directory of thousands costs nothing.
 * Source: design/documents.md §2, rule 6.
 */
import type { Span } from './manuscript.ts'
import { simplifiedText } from './simplified-form.ts'

export function findNames(text: string, names: readonly string[]): readonly Span[] {
  const endangered = names.filter((name) => name.length > 1 && mayChange(name))
  if (endangered.length === 0) return []
  const byFirst = Map.groupBy(new Set(endangered), (name) => name.charAt(0))
  for (const group of byFirst.values()) group.sort((one, other) => other.length - one.length)
  const spans: Span[] = []
  for (let at = 0; at < text.length; at += 1) {
    const name = byFirst.get(text.charAt(at))?.find((one) => text.startsWith(one, at))
    if (name === undefined) continue
    spans.push({ start: at, end: at + name.length })
    at += name.length - 1
  }
  return spans
}

/** Alone or in a sentence: a word around the name might change a character that by itself stays. */
function mayChange(name: string): boolean {
  return (
    simplifiedText(name) !== name || Array.from(name).some((one) => simplifiedText(one) !== one)
  )
}
