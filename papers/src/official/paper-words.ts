/** How the standard writes days and counts the places of a line. Source: GB/T 9704-2012, 7.3.5.4; 5.2.3. */
import type { Day } from '@luoshi/domain/kernel/day'
import { dayInChinese } from '@luoshi/domain/kernel/day-words'

/** 2026年9月4日: Arabic digits, no leading zeros. */
export function dayText(on: Day): string {
  return dayInChinese(on)
}

/** In characters: a Chinese one takes one place, digits and letters half of one. */
export function placesOf(text: string): number {
  let halves = 0
  for (const character of text)
    halves += (character.codePointAt(0) ?? 0) > 0x2e7f || '“”‘’—…·'.includes(character) ? 2 : 1
  return halves / 2
}
