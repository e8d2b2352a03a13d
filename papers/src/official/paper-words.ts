/** How the standard writes days and counts the places of a line. Source: GB/T 9704-2012, 7.3.5.4; 5.2.3. */
import type { Day } from '@luoshi/domain/kernel/day'
import { dayInChinese } from '@luoshi/domain/kernel/day-words'
import { approvingBodyLabels, type Approval } from '@luoshi/domain/people/approval'

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

/** A word, and a figure, that is not on record: left to be written in by hand. */
export const toFill = '＿＿＿＿'
export const toFillIn = '＿＿'

/** With a stop at its end, unless it has one. */
export function stopped(text: string): string {
  const said = text.trim()
  return said === '' || /[。！？；…]$/.test(said) ? said : `${said}。`
}

/** Without the stop at its end: before a bracket that closes. */
export function unstopped(text: string): string {
  return text.trim().replace(/。$/, '')
}

/** 第1号至第4号、第7号: three or more that follow each other are told by the first and the last. */
export function numbersText(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const one of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && one === last[1] + 1) last[1] = one
    else runs.push([one, one])
  }
  return runs
    .flatMap(([from, to]) => {
      if (to - from >= 2) return [`第${from}号至第${to}号`]
      return from === to ? [`第${from}号`] : [`第${from}号`, `第${to}号`]
    })
    .join('、')
}

/** 经第18次主任会议: who decided it is said once, when the number of the meeting says it already. */
export function decidedBy({ body, reference }: Pick<Approval, 'body' | 'reference'>): string {
  const { zh } = approvingBodyLabels[body]
  return reference.includes(zh) ? reference : `${zh}（${reference}）`
}

/** 秦小满，人事代表工委: what stands between brackets of its own. */
export function withoutBrackets(text: string): string {
  return text.replaceAll(/（([^（）]*)）/g, '，$1')
}

/** A check value, to be read aloud and compared by eye; no line is too narrow for its parts. */
export function inGroups(hash: string, each: number): string {
  return hash.match(new RegExp(`.{1,${each}}`, 'g'))?.join(' ') ?? ''
}
