/**
 * A site replaced the bytes A3 BF (？) by `?` wherever they stood, also across two characters:
 * 。縣 is A1 A3 BF 68, left is A1 3F 68, shown as `??h`. Behind the `?` the byte BF waits for its trail.
 *
 * One ASCII letter behind it: one reading, 。and the character BF + letter. More shown characters
 * behind it: the first and the last can be read, the middle may have holes, so a frame is offered
 * that says so and nothing is called certain.
 *
 * Source: design/documents.md §2, "What ?? really is"; domain.md §17.3.
 */
import { gbkPair, isCommonHan } from '../encoding/gbk-table.ts'
import { type DamageReader, GAP, hex } from './damage.ts'
import { isHan } from './han.ts'
import { SYLLABLE } from './pinyin-reading.ts'
import { readShiftedRun, type ShiftedRun } from './shifted-run.ts'
import { simplifiedCharacter, simplifiedText } from './simplified-form.ts'

export const splitQuestion: DamageReader = ({ text }, at, length, isWebDamaged) => {
  const end = at + length
  if (!isSentenceEnd(text, at)) return undefined
  const run = readShiftedRun(text, end, QUESTION_TRAIL)
  if (run === undefined || run.closedBy === 'nothing' || !isPlausible(run)) return undefined
  if (run.shown === 0) {
    if (LATIN.test(text.charAt(run.end))) return undefined
    if (!isWebDamaged && (length < 2 || !isHan(text.charAt(run.end)))) return undefined
    return whole(text, at, run, isWebDamaged)
  }
  if (!isWebDamaged || !showsRubbish(text.slice(end, run.end))) return undefined
  return run.keptPrivateUse ? whole(text, at, run, true) : frame(text, at, end, run)
}

const QUESTION_TRAIL = 0xbf
const GLOSSES = new RegExp(`\\(${SYLLABLE}\\)`, 'g')
const LATIN = /^[A-Za-z]$/

function whole(text: string, start: number, run: ShiftedRun, certain: boolean) {
  const after = `。${run.characters.join('')}`
  const shown = text.slice(start, run.end)
  return {
    start,
    end: run.end,
    kind: 'repairable-gap',
    offer: {
      after,
      certain,
      evidence: `原文“${after}”的 GBK 字节为 ${bytesOf(after)}，网站把其中的 A3 BF（全角问号）换成了 3F，显示成“${shown}”。按字节只有这一种读法。`,
    },
  } as const
}

function frame(text: string, start: number, end: number, run: ShiftedRun) {
  const first = run.characters[0] ?? ''
  const after = `。${first}${GAP}${lastWord(run)}`
  return {
    start,
    end: run.end,
    kind: 'open-gap',
    offer: {
      after,
      certain: false,
      evidence: `“?”处丢了字节 A3 BF，其后各字节错位（现存 ${bytesOf(text.slice(end, run.end).replaceAll(GLOSSES, ''))}）。句号与首尾可按字节认出，中间可能另有整字丢失，字数不明，不能据此补字，请对照原件。`,
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

function isPlausible(run: ShiftedRun): boolean {
  const [first = '', ...others] = run.characters
  const last = others.at(-1) ?? first
  if (run.keptPrivateUse) return run.characters.every(isTextCharacter)
  return [first, last].every((one) => isCommonHan(simplifiedCharacter(one)))
}

function isTextCharacter(character: string): boolean {
  return (
    isCommonHan(simplifiedCharacter(character)) || '，。、；：！？“”《》（）'.includes(character)
  )
}

/** A shifted run shows at least one character that hardly anybody writes. */
function showsRubbish(shown: string): boolean {
  return Array.from(shown).some(
    (one) => gbkPair(one) !== undefined && !isCommonHan(simplifiedCharacter(one)),
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
