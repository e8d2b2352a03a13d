/**
 * A title that needs several lines is parted between words, into lines of much the same length, as a trapezium or a
 * diamond and not as a full line with a tail. A name of a person is never parted. Source: GB/T 9704-2012, 7.3.1.
 */
import { placesOf } from './paper-words.ts'

/** Figures and letters of the bold face are wider than half a character. */
const wider = 0.12

function titlePlaces(text: string): number {
  return placesOf(text) + wider * (text.match(/[0-9A-Za-z]/g)?.length ?? 0)
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * @param places - How many characters of the title fit in a line.
 * @param whole - What no line parts.
 */
export function titleLines(
  title: string,
  places: number,
  whole: readonly string[] = [],
): readonly string[] {
  return title.split('\n').flatMap((line) => partLine(line, places, whole))
}

function partLine(line: string, places: number, whole: readonly string[]): readonly string[] {
  let wanted = Math.ceil(titlePlaces(line) / places)
  if (wanted <= 1) return [line]
  // Words of several characters may need a line more than their length does: then all lines are shared out anew.
  for (;;) {
    const parted = partInto(wanted, line, places, whole)
    if (parted.length <= wanted) return parted
    wanted = parted.length
  }
}

function partInto(
  wanted: number,
  line: string,
  places: number,
  whole: readonly string[],
): readonly string[] {
  const share = titlePlaces(line) / wanted
  const parted: string[] = []
  let current = ''
  for (const segment of segmentsOf(line, whole)) {
    const longer = titlePlaces(current + segment)
    const far = longer - share > share - titlePlaces(current)
    if (current !== '' && (longer > places || (far && parted.length < wanted - 1))) {
      parted.push(current)
      current = ''
    }
    current += segment
  }
  return [...parted, current]
}

/** 第十八届, 第二十九次, 二〇二六年. */
const counted = /第?[〇零一二三四五六七八九十百\d]+[届次号年月日]/g

/** Words, and those that make up a name put together again. */
function segmentsOf(line: string, whole: readonly string[]): readonly string[] {
  const inside = new Set<number>()
  for (const name of new Set([...whole, ...(line.match(counted) ?? [])])) {
    if (name === '') continue
    for (const at of placesIn(line, name))
      for (let within = at + 1; within < at + name.length; within += 1) inside.add(within)
  }
  const segments: string[] = []
  for (const { segment, index } of words.segment(line)) {
    const last = segments.length - 1
    if (inside.has(index) && last >= 0) segments[last] = (segments[last] ?? '') + segment
    else segments.push(segment)
  }
  return segments
}

function placesIn(line: string, name: string): readonly number[] {
  const places: number[] = []
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) places.push(at)
  return places
}
