/**
 * A title that needs several lines is parted between words, into lines of much the same length, as a trapezium or a
 * diamond and not as a full line with a tail. Source: GB/T 9704-2012, 7.3.1.
 */
import { placesOf } from './paper-words.ts'

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** `places`: how many characters of the title fit in a line. */
export function titleLines(title: string, places: number): readonly string[] {
  return title.split('\n').flatMap((line) => partLine(line, places))
}

function partLine(line: string, places: number): readonly string[] {
  const wanted = Math.ceil(placesOf(line) / places)
  if (wanted <= 1) return [line]
  const share = placesOf(line) / wanted
  const parted: string[] = []
  let current = ''
  for (const { segment } of words.segment(line)) {
    const longer = placesOf(current + segment)
    const far = longer - share > share - placesOf(current)
    if (current !== '' && (longer > places || (far && parted.length < wanted - 1))) {
      parted.push(current)
      current = ''
    }
    current += segment
  }
  return [...parted, current]
}
