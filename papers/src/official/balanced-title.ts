/**
 * A long title in lines of like length (梯形或菱形), broken where the words allow: never one word left alone on its line.
 * Source: GB/T 9704-2012, 7.3.1 (回行时词意完整，排列对称，长短适宜).
 */
import { placesOf } from './paper-words.ts'

/** 156 mm of 22-point characters. */
const mostPlaces = 20

/** Better places to break at: after these, or before those; a break inside a word comes last. */
const after = /(?:关于|开展|同志|委员会|人民政府|局|的|、|，|对|情况)$/
const before = /^(?:关于|的|同志|、|，|》|）|”)/

export function balancedTitle(title: string): string {
  return title.split('\n').flatMap(linesOf).join('\n')
}

function linesOf(line: string): readonly string[] {
  const places = placesOf(line)
  if (places <= mostPlaces) return [line]
  const characters = [...line]
  const lines = Math.ceil(places / mostPlaces)
  const at = breakOf(characters, characters.length / lines)
  const [first, rest] = [characters.slice(0, at).join(''), characters.slice(at).join('')]
  return [first, ...linesOf(rest)]
}

/** The place near the wished one that costs least: a step away costs one, an ugly break costs eight. */
function breakOf(characters: readonly string[], wished: number): number {
  let [best, least] = [Math.ceil(wished), Number.POSITIVE_INFINITY]
  for (let at = 1; at < characters.length; at += 1) {
    const [left, right] = [characters.slice(0, at).join(''), characters.slice(at).join('')]
    if (placesOf(left) > mostPlaces) break
    const isGood = after.test(left) && !before.test(right)
    const cost = Math.abs(at - wished) + (isGood ? 0 : 8) + (before.test(right) ? 8 : 0)
    if (cost < least) [best, least] = [at, cost]
  }
  return best
}
