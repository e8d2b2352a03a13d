/**
 * Decides by sequence what the words alone cannot: is `3.5所敬老院` item 3, section 3.5, or a sentence?
 * A doubtful label is taken only where its number is the next one of a list, and nobody else has that number.
 */
import { type Marker, rankOf } from './marker.ts'
import type { OpenLists } from './open-lists.ts'

/** How far ahead a doubtful first number looks for its second. */
const horizon = 200

export type MarkersAhead = (paragraph: number) => readonly Marker[]

export function acceptMarker(
  paragraph: number,
  count: number,
  markersAt: MarkersAhead,
  open: OpenLists,
): Marker | undefined {
  return markersAt(paragraph).find((marker) => {
    if (marker.sure) return true
    const expected = (open.lastOf(marker) ?? 0) + 1
    if (marker.number !== expected) return false
    if (marker.prefix !== undefined && expected === 1 && open.holdsPrefix(marker.prefix))
      return true
    const next = nextInList(marker, paragraph, count, markersAt)
    return expected === 1 ? next === 2 : next !== marker.number
  })
}

/** The number of the next label of the same list, as far as no higher list begins before it. */
function nextInList(
  marker: Marker,
  paragraph: number,
  count: number,
  markersAt: MarkersAhead,
): number | undefined {
  const end = Math.min(count, paragraph + horizon)
  for (let ahead = paragraph + 1; ahead < end; ahead += 1) {
    for (const other of markersAt(ahead)) {
      if (other.style === marker.style && other.prefix === marker.prefix) {
        if (other.sure || other.number === marker.number + 1) return other.number
      }
      if (other.sure && rankOf(other.style) < rankOf(marker.style)) return undefined
    }
  }
  return undefined
}
