/**
 * , ; : ! ( ) beside Han become full-width. Not inside numbers and times (3,000 and 8:30 have no Han
 * beside the mark), not inside web addresses. Brackets change in pairs, never one alone of two.
 * Source: design/documents.md §2, rule 7.
 */
import { bracketPairs } from './bracket-pairs.ts'
import { isHan } from './han.ts'
import type { Replacement } from './manuscript.ts'

export function chinesePunctuation(text: string): readonly Replacement[] {
  const addresses = addressUnits(text)
  const changed = new Set<number>()
  for (const pair of bracketPairs(text)) {
    if (!pair.some((at) => isWideBracket(text, at) || isBesideHan(text, at, changed))) continue
    if (pair.some((at) => addresses.has(at))) continue
    for (const at of pair) changed.add(at)
  }
  const replacements: Replacement[] = []
  for (const match of text.matchAll(/[,;:!()]/g)) {
    const at = match.index
    const isBracket = match[0] === '(' || match[0] === ')'
    if (isBracket ? !changed.has(at) : addresses.has(at) || !isBesideHan(text, at, changed))
      continue
    changed.add(at)
    replacements.push({ at, length: 1, after: WIDE.get(match[0]) ?? match[0] })
  }
  return replacements
}

const WIDE: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
])

const CLOSING = '”’）》】〕」』、。，；：！？…％'
const OPENING = '“‘（《【〔「『'

function isWideBracket(text: string, at: number): boolean {
  return text.charAt(at) === '（' || text.charAt(at) === '）'
}

/** A mark made wide just before counts as Chinese, so that `）,` becomes `），`. */
function isBesideHan(text: string, at: number, changed: ReadonlySet<number>): boolean {
  const before = at === 0 ? '' : text.charAt(at - 1)
  const after = text.charAt(at + 1)
  if (before !== '' && (isHanUnit(before) || CLOSING.includes(before) || changed.has(at - 1)))
    return true
  return after !== '' && (isHanUnit(after) || OPENING.includes(after))
}

/** Half of a surrogate pair counts as Han: rare characters of names are written so. */
function isHanUnit(unit: string): boolean {
  return (
    isHan(unit) || (unit >= '\ud840' && unit <= '\ud8ff') || (unit >= '\udc00' && unit <= '\udfff')
  )
}

function addressUnits(text: string): ReadonlySet<number> {
  const units = new Set<number>()
  for (const match of text.matchAll(/(?:https?:\/\/|www\.)[!-~]*[\w/#=&%-]/gi)) {
    for (let at = match.index; at < match.index + match[0].length; at += 1) units.add(at)
  }
  return units
}
