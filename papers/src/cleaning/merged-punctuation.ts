/**
 * A site deleted the bytes A1 A1 (ideographic blank) wherever they stood, also across two characters:
 * 省、 is CA A1 A1 A2, left is CA A2, shown as 盛. The text bears no mark of it, so the trace is the
 * sense: with the two characters back, the clause falls into fewer words, and at least two characters
 * that stood alone have found their word (自|盛|自警 → 自省|、|自警).
 * Only in texts with other damage; always a suggestion, never certain.
 * Source: design/documents.md §2, "What ?? really is".
 */
import { gbkCharacter, gbkLead, gbkPair, gbkTrail, isCommonHan } from '../encoding/gbk-table.ts'
import { hex } from './damage.ts'
import { isHan } from './han.ts'
import type { Span } from './manuscript.ts'
import { simplifiedCharacter, simplifiedText } from './simplified-form.ts'

export type MergedPunctuation = Span & Readonly<{ shown: Span; after: string; evidence: string }>

export function mergedPunctuation(text: string): readonly MergedPunctuation[] {
  const found: MergedPunctuation[] = []
  let looks = 0
  for (const match of text.matchAll(/(?<=\p{Script=Han})\p{Script=Han}(?=\p{Script=Han})/gu)) {
    const after = apart(match[0])
    if (after === undefined) continue
    looks += 1
    if (looks > MOST_LOOKS) return found
    const start = match.index
    const merged = { start, end: start + match[0].length }
    const clause = clauseAround(text, merged)
    if (!makesMoreSense(text, clause, merged, after)) continue
    found.push({
      ...merged,
      shown: near(clause, merged),
      after,
      evidence: evidence(match[0], after),
    })
  }
  return found
}

const FEWER_ALONE = 2
/** Enough for 200,000 characters of damaged text; segmenting costs about 20 µs a look. */
const MOST_LOOKS = 20_000
const REACH = 8
const SHOWN = 3

/** The two characters whose four bytes were A1 A1 in the middle, if they are a word and a stop. */
function apart(character: string): string | undefined {
  const pair = gbkPair(character)
  if (pair === undefined) return undefined
  const stop = gbkCharacter(BLANK, gbkTrail(pair))
  if (stop === undefined || !'、。“”《》'.includes(stop)) return undefined
  const word = gbkCharacter(gbkLead(pair), BLANK)
  if (word === undefined || !isCommonHan(simplifiedCharacter(word))) return undefined
  return word + stop
}

const BLANK = 0xa1

function clauseAround(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (start - from < REACH && isHan(text.charAt(from - 1))) from -= 1
  while (to - end < REACH && isHan(text.charAt(to))) to += 1
  return { start: from, end: to }
}

function near(clause: Span, merged: Span): Span {
  return {
    start: Math.max(clause.start, merged.start - SHOWN),
    end: Math.min(clause.end, merged.end + SHOWN),
  }
}

function makesMoreSense(text: string, clause: Span, merged: Span, after: string): boolean {
  const before = text.slice(clause.start, merged.start)
  const behind = text.slice(merged.end, clause.end)
  const shown = countWords(text.slice(clause.start, clause.end))
  const repaired = countWords(before + after + behind)
  return repaired.words < shown.words && repaired.alone <= shown.alone - FEWER_ALONE
}

function countWords(clause: string): { words: number; alone: number } {
  const count = { words: 0, alone: 0 }
  for (const { segment, isWordLike } of WORDS.segment(simplifiedText(clause))) {
    if (!isWordLike) continue
    count.words += 1
    if (segment.length === 1) count.alone += 1
  }
  return count
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })

function evidence(shown: string, after: string): string {
  const pair = gbkPair(shown) ?? 0
  const [lead, trail] = [gbkLead(pair), gbkTrail(pair)]
  return `“${after}”的 GBK 字节为 ${hex(lead, BLANK, BLANK, trail)}，网站删去了其中的 A1 A1（全角空格），余下 ${hex(lead, trail)} 显示成“${shown}”。原文没有留下痕迹，只是改后更通顺，请对照原件。`
}
