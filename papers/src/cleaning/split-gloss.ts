/**
 * A site put pinyin behind bytes that looked like a character but reached over two: 龍塘 is FD 88 CC
 * C1, and 88 CC is 執, so (zhí) was put between CC and C1; CC and the bracket became `?`.
 * The lost byte is the trail of the character whose lead is the byte before and whose reading is the
 * gloss; from there all bytes are shifted until the run ends.
 *
 * Source: design/documents.md §2, "What ?? really is".
 */
import { gbkCharacter, gbkPair, gbkTrail, isCommonHan } from '../encoding/gbk-table.ts'
import { charactersRead } from './characters-read.ts'
import { type DamageReader, GAP, hex } from './damage.ts'
import { SYLLABLE } from './pinyin-reading.ts'
import {
  endOfShiftedLetters,
  readShiftedRun,
  type ShiftedRun,
  swallowedGloss,
} from './shifted-run.ts'
import { simplifiedCharacter } from './simplified-form.ts'

export const splitGloss: DamageReader = ({ text }, at, length, isWebDamaged) => {
  const gloss = length === 1 ? swallowedGloss(text, at) : undefined
  const before = gbkPair(characterBefore(text, at))
  if (gloss === undefined) return undefined
  const open = { start: at, end: endOfShiftedLetters(text, gloss.end), kind: 'open-gap' } as const
  if (before === undefined) return open
  const readings = charactersRead(gbkTrail(before), gloss.syllable)
    .map((glossed) => ({ glossed, run: runBehind(text, gloss.end, glossed) }))
    .filter(({ run }) => run !== undefined && isPlausible(run))
  const [only, ...others] = readings
  if (only?.run === undefined || others.length > 0) return open
  const { glossed, run } = only
  const facts = evidence(gbkTrail(before), glossed, gloss.syllable)
  if (run.shown <= 1 && run.closedBy !== 'nothing') {
    const offer = {
      after: run.characters.join(''),
      certain: isWebDamaged,
      evidence: `${facts}顺此读出“${run.characters.join('')}”，只有这一种读法。`,
    } as const
    return { start: at, end: run.end, kind: 'repairable-gap', offer }
  }
  return { start: at, end: run.end, kind: 'open-gap', offer: frame(run, facts) }
}

/** The character before, its own gloss left out. */
function characterBefore(text: string, at: number): string {
  const gloss = GLOSS_BEFORE.exec(text.slice(Math.max(0, at - REACH), at))?.[0] ?? ''
  return text.charAt(at - gloss.length - 1)
}

const REACH = 11
const GLOSS_BEFORE = new RegExp(`\\(${SYLLABLE}\\)$`)

function runBehind(text: string, at: number, glossed: string): ShiftedRun | undefined {
  return readShiftedRun(text, at, gbkTrail(gbkPair(glossed) ?? 0))
}

function isPlausible(run: ShiftedRun): boolean {
  const ends = [run.characters[0], run.closedBy === 'nothing' ? undefined : run.characters.at(-1)]
  return (
    run.characters.length > 0 &&
    ends.every((one) => one === undefined || isCommonHan(simplifiedCharacter(one)))
  )
}

function frame(run: ShiftedRun, facts: string) {
  const last = run.closedBy === 'nothing' ? '' : (run.characters.at(-1) ?? '')
  const first = run.characters[0] ?? ''
  const tail =
    run.closedBy === 'nothing' ? '末字缺一个字节，后面可能还丢 1 个半角字符（如数字）；' : ''
  return {
    after: `${first}${GAP}${last}`,
    certain: false,
    evidence: `${facts}其后错位，${tail}中间可能另有整字丢失，字数不明，不能据此补字，请对照原件。`,
  } as const
}

function evidence(lead: number, glossed: string, syllable: string): string {
  const lost = gbkTrail(gbkPair(glossed) ?? 0)
  const shown = gbkCharacter(lead, lost) ?? glossed
  return `网站在字节 ${hex(lead, lost)}（“${shown}”）后插入了注音“${syllable}”，而这两个字节跨着前后两个字，丢失的字节是 ${hex(lost)}。`
}
