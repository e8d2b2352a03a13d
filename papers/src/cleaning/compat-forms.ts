/**
 * Radicals and compatibility forms that PDF copies put in the place of characters become the
 * characters: ⼀ → 一, ⻓ → 长, 六 (U+F9D1) → 六.
 * Source: design/documents.md §2, rule 3 (NFKC); the simplified radicals have no NFKC form and are
 * taken from Unicode's EquivalentUnifiedIdeograph.
 */
import type { Replacement } from './manuscript.ts'
import { replaceMatches } from './replace-matches.ts'

export function compatForms(text: string): readonly Replacement[] {
  return replaceMatches(
    text,
    /[\u2e80-\u2fdf\uf900-\ufaff]/g,
    (found) => SIMPLIFIED_RADICALS.get(found) ?? found.normalize('NFKC'),
  )
}

const SIMPLIFIED_RADICALS: ReadonlyMap<string, string> = new Map(
  '⺠民 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
)
