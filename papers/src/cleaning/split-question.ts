/**
 * A site replaced the bytes A3 BF (？) by `?` wherever they stood, also across two characters:
 * 。縣 is A1 A3 BF 68, left is A1 3F 68, shown as `??h`. Behind the `?` the byte BF waits for its trail.
 *
 * One ASCII letter behind it: 。and the character BF + letter, certain unless another character that
 * ends in A3 would end a word there (學校縣 leaves the same marks as 學。縣). More shown characters
 * behind it: the first and the last can be read, the middle may have holes, so a frame is offered
 * that says so and nothing is called certain.
 *
 * Source: design/documents.md §2, "What ?? really is"; domain.md §17.3.
 */
import { gbkPair, isCommonHan } from '../encoding/gbk-table.ts'
import { type DamageReader, GAP, hex } from './damage.ts'
import { isHan } from './han.ts'
import { SYLLABLE } from './pinyin-reading.ts'
import { endOfShiftedLetters, readShiftedRun, type ShiftedRun } from './shifted-run.ts'
import { isOutOfStep } from './rubbish.ts'
import { simplifiedCharacter, simplifiedText } from './simplified-form.ts'
import { wordsEndedBy } from './words-ended-by.ts'

export const splitQuestion: DamageReader = ({ text }, at, length, isWebDamaged) => {
  const end = at + length
  const run = readShiftedRun(text, end, QUESTION_TRAIL)
  if (run === undefined) return unread(text, at, end, isWebDamaged)
  const open = { start: at, end: run.end, kind: 'open-gap' } as const
  if (run.shown === 0) {
    if (run.closedBy === 'nothing') return undefined
    const isSentence = isSentenceEnd(text, at) && hasPlausibleEnds(run)
    if (isSentence && mayBeSplit(text, run, length, isWebDamaged)) {
      return whole(text, at, run, isWebDamaged)
    }
    return isWebDamaged && isHan(text.charAt(run.end)) ? open : undefined
  }
  if (!isWebDamaged) return undefined
  const shown = text.slice(end, run.end)
  const isClosed = run.closedBy !== 'nothing' || isBroken(shown, length)
  if (!isOutOfStep(shown, { characters: run.characters, isClosed })) {
    return unread(text, at, end, isWebDamaged)
  }
  if (!isSentenceEnd(text, at)) return open
  if (run.keptPrivateUse && run.closedBy !== 'nothing' && run.characters.every(isTextCharacter)) {
    return whole(text, at, run, true)
  }
  return hasPlausibleEnds(run) ? frame(text, at, end, run) : open
}

/** Whether a letter closes the run, or another lost byte; behind a single `?` that may be a question, too. */
function isBroken(shown: string, length: number): boolean {
  return (length === 2 ? /[@-~?\ufffd]$/ : /[@-~]$/).test(shown)
}

/** Behind a plain `??` the letters up to the next trace of damage, if that is near or they look like it. */
function unread(text: string, start: number, end: number, isWebDamaged: boolean) {
  if (!isWebDamaged || end - start < 2) return undefined
  const shifted = endOfShiftedLetters(text, end)
  return shifted > end ? ({ start, end: shifted, kind: 'open-gap' } as const) : undefined
}

/** Not the first letter of a Latin word; and in a text without other damage only a plain `??h人`. */
function mayBeSplit(text: string, run: ShiftedRun, length: number, isWebDamaged: boolean): boolean {
  const next = text.charAt(run.end)
  return !LATIN.test(next) && (isWebDamaged || (length === 2 && isHan(next)))
}

const QUESTION_TRAIL = 0xbf
const STOP_TRAIL = 0xa3
const GLOSSES = new RegExp(`\\(${SYLLABLE}\\)`, 'g')
const LATIN = /^[A-Za-z]$/

function whole(text: string, start: number, run: ShiftedRun, isWebDamaged: boolean) {
  const after = `。${run.characters.join('')}`
  const words = wordsEndedBy(lastHan(text, start), STOP_TRAIL)
  const doubt =
    words.length === 0
      ? '上文之后没有别的字能以 A3 结尾成词，只有这一种读法。'
      : `但句号的前一字节 A1 没有留下，“${words.slice(0, 3).join('”“')}”的末字也以 A3 结尾，请对照原件。`
  return {
    start,
    end: run.end,
    kind: 'repairable-gap',
    offer: {
      after,
      certain: isWebDamaged && words.length === 0,
      evidence: `原文“${after}”的 GBK 字节为 ${bytesOf(after)}，网站把其中的 A3 BF（全角问号）换成了 3F，显示成“${text.slice(start, run.end)}”。${doubt}`,
    },
  } as const
}

/** The Han just before, glosses left out: enough to see which word may have ended there. */
function lastHan(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 24), at).replaceAll(GLOSSES, '')
  return /\p{Script=Han}{0,4}$/u.exec(before)?.[0] ?? ''
}

function frame(text: string, start: number, end: number, run: ShiftedRun) {
  const first = run.characters[0] ?? ''
  const isOpen = run.closedBy === 'nothing'
  const after = `。${first}${GAP}${isOpen ? '' : lastWord(run)}`
  return {
    start,
    end: run.end,
    kind: 'open-gap',
    offer: {
      after,
      certain: false,
      evidence: `“?”处丢了字节 A3 BF，其后各字节错位（现存 ${bytesOf(text.slice(end, run.end).replaceAll(GLOSSES, ''))}）。句号与${isOpen ? '首字' : '首尾'}可按字节认出，中间可能另有整字丢失，字数不明，不能据此补字，请对照原件。`,
    },
  } as const
}

/** The last character, and what stands before it as far as both are one word (有关). */
function lastWord(run: ShiftedRun): string {
  const characters = run.characters.slice(1)
  const simplified = simplifiedText(characters.join(''))
  let last = ''
  for (const { segment } of WORDS.segment(simplified)) last = segment
  const length = run.confirmed && last.length < characters.length ? last.length : 1
  return characters.slice(-length).join('')
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })

function hasPlausibleEnds(run: ShiftedRun): boolean {
  const [first = '', ...others] = run.characters
  const last = run.closedBy === 'nothing' ? first : (others.at(-1) ?? first)
  return [first, last].every((one) => isCommonHan(simplifiedCharacter(one)))
}

function isTextCharacter(character: string): boolean {
  return (
    isCommonHan(simplifiedCharacter(character)) || '，。、；：！？“”《》（）'.includes(character)
  )
}

function isSentenceEnd(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  return at > 0 && (isHan(before) || /^[)）”’》】\d]$/.test(before))
}

function bytesOf(text: string): string {
  return Array.from(text, (one) => {
    const pair = gbkPair(one)
    return pair === undefined ? hex(one.charCodeAt(0) & 0xff) : hex(pair >>> 8, pair & 0xff)
  }).join(' ')
}
