/**
 * A list inside one paragraph: 一是……；二是……, 第一，……第二，……, （1）……；（2）……, ①……②…….
 * It counts only when it runs 1, 2, … without a gap and has two members at least.
 */
import { chineseNumber } from './chinese-number.ts'
import { circledNumber } from './find-marker.ts'

export type InlineList = Readonly<{
  /** What stands before the first member. */
  lead: string
  members: readonly Readonly<{ from: number; to: number; text: string }>[]
}>

type Family = Readonly<{ pattern: RegExp; value: (number: string) => number | undefined }>

/** A paragraph with more is no list that a person wrote. */
const mostMembers = 200

const before = '(?<=^|[。；;：:，,、！\\s—“（])'
const count = '[一二三四五六七八九十]{1,3}'

const families: readonly Family[] = [
  {
    pattern: new RegExp(`${before}(${count})是(?![一二三四五六七八九十否])[，：:]?`, 'g'),
    value: chineseNumber,
  },
  { pattern: new RegExp(`${before}第(${count})点?[，,、：:]`, 'g'), value: chineseNumber },
  { pattern: new RegExp(`${before}(${count})要(?!求|点|素|件|闻)`, 'g'), value: chineseNumber },
  { pattern: new RegExp(`${before}[（(](\\d{1,2})[）)]`, 'g'), value: Number },
  { pattern: new RegExp(`${before}[（(](${count})[）)](?!项|款|目)`, 'g'), value: chineseNumber },
  { pattern: /([①-⑳])/g, value: circledNumber },
]

type Sign = Readonly<{ from: number; to: number }>

export function inlineListIn(text: string): InlineList | undefined {
  let best: readonly Sign[] = []
  for (const family of families) {
    const run = longestRun(text, family)
    const earlier = run[0] !== undefined && (best[0] === undefined || run[0].from < best[0].from)
    if (run.length >= 2 && earlier) best = run
  }
  const first = best[0]
  if (first === undefined || best.length > mostMembers) return undefined
  const members = best.map((sign, place) => {
    const to = best[place + 1]?.from ?? text.length
    return { from: sign.from, to, text: trimmed(text.slice(sign.to, to)) }
  })
  return { lead: text.slice(0, first.from).trim(), members }
}

/** Signs must count 1, 2, 3 …; they may begin again at 1; a gap means that it is no list. */
function longestRun(text: string, { pattern, value }: Family): readonly Sign[] {
  const run: Sign[] = []
  let expected = 1
  for (const match of text.matchAll(pattern)) {
    const found = value(match[1] ?? '')
    if (found === undefined || found > expected) return []
    if (found !== expected && (found !== 1 || expected === 2)) continue
    run.push({ from: match.index, to: match.index + match[0].length })
    expected = found + 1
  }
  return run
}

function trimmed(words: string): string {
  return words.trim().replace(/[；;，,]$/, '')
}
