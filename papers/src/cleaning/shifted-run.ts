/**
 * Reads on from a place where one byte was lost, with all bytes behind it shifted by one.
 *
 * From there each shown character is the trail of one true character and the lead of the next, until
 * a byte below 80 ends the run: an ASCII letter that is the trail of the last true character, or a
 * lost byte whose character its pinyin names. User-defined pairs that the copying site dropped leave
 * no mark, so a run with two shown characters or more may have holes that nothing tells of.
 *
 * Source: design/documents.md §2, "What ?? really is".
 */
import { gbkCharacter, gbkLead, gbkPair, gbkTrail } from '../encoding/gbk-table.ts'
import { charactersRead } from './characters-read.ts'
import { readingOf, SYLLABLE } from './pinyin-reading.ts'
import { looksLikeRubbish } from './rubbish.ts'

export type ShiftedRun = Readonly<{
  /** The true characters, if nothing between them was dropped. */
  characters: readonly string[]
  /** How many characters are shown in their place. */
  shown: number
  /** Where the damaged letters end, a gloss or a `?` of the last character included. */
  end: number
  closedBy: 'letter' | 'gloss' | 'nothing'
  /** Private-use characters are still there, so this copy dropped no user-defined pairs. */
  keptPrivateUse: boolean
  /** Whether the last character has a gloss that fits it. */
  confirmed: boolean
}>

/** `lead` is the byte that waits for its trail at position `at`. Nothing if no run can be read. */
export function readShiftedRun(text: string, at: number, lead: number): ShiftedRun | undefined {
  const characters: string[] = []
  let waiting = lead
  let position = at
  let shown = 0
  let keptPrivateUse = false
  const done = (end: number, closedBy: ShiftedRun['closedBy'], confirmed: boolean): ShiftedRun => ({
    characters,
    shown,
    end,
    closedBy,
    keptPrivateUse,
    confirmed,
  })
  while (shown <= LONGEST) {
    const unit = text.charAt(position)
    const pair = gbkPair(unit)
    if (pair === undefined) break
    const character = gbkCharacter(waiting, gbkLead(pair))
    if (character === undefined) return undefined
    characters.push(character)
    waiting = gbkTrail(pair)
    if (isPrivateUse(unit)) keptPrivateUse = true
    shown += 1
    position += 1
    position += glossLength(text, position)
  }
  const swallowed = lostTrail(text, position, waiting)
  if (swallowed !== undefined) {
    characters.push(swallowed.character)
    return done(swallowed.end, 'gloss', true)
  }
  const letter = text.charAt(position)
  const last =
    letter >= '@' && letter <= '~' ? gbkCharacter(waiting, letter.charCodeAt(0)) : undefined
  if (last === undefined) return done(endOfClosing(text, position), 'nothing', false)
  const [gloss = '', syllable] =
    GLOSS_HERE.exec(text.slice(position + 1, position + 1 + GLOSS_REACH)) ?? []
  const end = position + 1 + gloss.length
  if (syllable !== undefined && readingOf(last, syllable) === 'none') {
    // The letter belongs to a character whose lead was dropped: one hole is just before it.
    return shown === 0 ? undefined : done(end, 'nothing', false)
  }
  characters.push(last)
  return done(end, 'letter', syllable !== undefined)
}

/**
 * Where shown letters out of step end, if nobody knows the byte that waits: behind the letter or the
 * `?` that closes them, or at `at` if nothing closes them or they look like text.
 */
export function endOfShiftedLetters(text: string, at: number): number {
  const position = endOfPairs(text, at)
  const gloss = swallowedGloss(text, position)
  if (gloss !== undefined && position - at <= NEAR) return gloss.end
  if (position - at > FEW && !looksLikeRubbish(text.slice(at, position))) return at
  const end = endOfClosing(text, position)
  return end > position ? end : at
}

/** Behind the letter or the `?` that closes a run; a letter only where no Latin word begins. `at` if there is none. */
function endOfClosing(text: string, at: number): number {
  if (CLOSING_LETTER.test(text.slice(at, at + 2))) return at + 1 + glossLength(text, at + 1)
  return endOfLostTrail(text, at)
}

/**
 * Behind the `?` that a lost trail left and all that belongs to it: its gloss, the letter of a split
 * question (`?h`), further runs out of step. `at` if there is no `?`.
 */
function endOfLostTrail(text: string, at: number): number {
  let end = at
  for (let run = 0; run < MOST_RUNS; run += 1) {
    const gloss = swallowedGloss(text, end)
    if (gloss !== undefined) return gloss.end
    const marks = MARKS.exec(text.slice(end, end + GLOSS_REACH + 5))?.[0] ?? ''
    end += marks.length
    const next = endOfPairs(text, end)
    if (marks === '' || !looksLikeRubbish(text.slice(end, next))) return end
    const closing = text.charAt(next)
    if (closing >= '@' && closing <= '~') return next + 1 + glossLength(text, next + 1)
    if (!isQuestion(closing)) return end
    end = next
  }
  return end
}

/** Behind the two-byte characters that stand here, with their glosses. */
function endOfPairs(text: string, at: number): number {
  let position = at
  while (position - at <= LONGEST && gbkPair(text.charAt(position)) !== undefined) {
    position += 1
    position += glossLength(text, position)
  }
  return position
}

function isQuestion(character: string): boolean {
  return character === '?' || character === '\ufffd'
}

/** The gloss with its bracket eaten or not: `?zhèn)` or `?(zhèn)`; where it ends. */
export function swallowedGloss(
  text: string,
  at: number,
): { syllable: string; end: number } | undefined {
  const match = SWALLOWED.exec(text.slice(at, at + GLOSS_REACH + 1))
  const syllable = match?.[1]
  return match && syllable ? { syllable, end: at + match[0].length } : undefined
}

/** A run may reach to the end of its paragraph; what is longer is no text. */
const LONGEST = 2000
/** Two broken glosses so close belong to one run, whatever stands between them. */
const NEAR = 8
/** What stands between two traces of damage so close is damaged, too, be it ever so common (伶). */
const FEW = 2
const CLOSING_LETTER = /^[@-~](?:[\p{Script=Han}，。、；：！“”《》（(]|$)/u
const GLOSS_REACH = 11
const MOST_RUNS = 20
const MARKS = new RegExp(`^[?\\ufffd]{1,3}(?:[@-~](?:\\(${SYLLABLE}\\))?(?=\\p{Script=Han}))?`, 'u')
const GLOSS_HERE = new RegExp(`^\\((${SYLLABLE})\\)`)
const SWALLOWED = new RegExp(`^[?\\ufffd]\\(?(${SYLLABLE})\\)`)

function isPrivateUse(unit: string): boolean {
  return unit >= '\ue000' && unit <= '\uf8ff'
}

function glossLength(text: string, at: number): number {
  if (text.charAt(at) !== '(') return 0
  return GLOSS_HERE.exec(text.slice(at, at + GLOSS_REACH))?.[0].length ?? 0
}

function lostTrail(text: string, at: number, lead: number) {
  const gloss = swallowedGloss(text, at)
  if (gloss === undefined) return undefined
  const [character, ...others] = charactersRead(lead, gloss.syllable)
  return character === undefined || others.length > 0 ? undefined : { character, end: gloss.end }
}
