/**
 * How wide the columns of a table are, in points: by their shares, except that a short heading (序号, 签收人), a day, a
 * figure and a name stand in one line where columns of long words can spare the room. Some offices set figures apart from
 * the characters beside them, whatever the file says (LibreOffice 7.4): where there is room for that, too, it is left.
 */
import type { TableColumn } from './paper.ts'

/** Of the cells: 12 points, between edges of 4.25 points and as much as a rounding takes. */
const size = 12
const edges = 9.5
/** A figure or a letter, in the widest of the faces. */
const figure = 6.8
/** Between a figure and a character, of an office that sets them apart: a quarter of a character. */
const apart = size / 4
const longestHeading = 5
const longestWord = 4
const day = /^\d{4}年\d{1,2}月\d{1,2}日前?$/
const number = /^[\d.]+%?$/
/** Six characters. What is narrower spares nothing. */
const leastOfWords = 6 * size + edges

export function columnRoom(
  columns: readonly TableColumn[],
  width: number,
  rows: readonly (readonly string[])[] = [],
): readonly number[] {
  const sum = columns.reduce((all, one) => all + one.width, 0)
  const room = columns.map((one) => (one.width / sum) * width)
  const least = columns.map(({ heading }, at) => {
    const lines = rows.flatMap((cells) => (cells[at] ?? '').split('\n'))
    const words = [...lines.filter(isOneWord), ...(isShort(heading) ? [heading] : [])]
    const need = cellOf(Math.max(0, ...words.map(lengthOf)))
    const ample = cellOf(Math.max(0, ...words.map((one) => lengthOf(one) + apart * meetings(one))))
    // What also holds sentences keeps room for them.
    const isFull = !isShort(heading) || lines.some((line) => !isOneWord(line))
    return { at, need, ample, isFull }
  })
  const spared = least.map(({ at, ample, isFull }) => () => {
    const floor = isFull ? Math.max(ample, leastOfWords) : ample
    return Math.max(0, (room[at] ?? 0) - floor)
  })
  for (const { at, need, ample } of least.toSorted((one, other) => one.need - other.need)) {
    const slack = spared.map((one) => one())
    const all = slack.reduce((so, one) => so + one, 0)
    const own = room[at] ?? 0
    const wanted = [ample, need].find((one) => one - own <= all)
    if (wanted === undefined || wanted <= own) continue
    // Each gives by what it has to spare: none is squeezed for the others.
    for (const [from, part] of slack.entries())
      room[from] = (room[from] ?? 0) - ((wanted - own) * part) / all
    room[at] = wanted
  }
  return room
}

function cellOf(words: number): number {
  return words === 0 ? 0 : words + edges
}

function isShort(heading: string): boolean {
  return [...heading].length <= longestHeading && !heading.includes('\n')
}

/** What a reader takes in as one: it is not parted for want of a little room. */
function isOneWord(line: string): boolean {
  return [...line].length <= longestWord || day.test(line) || number.test(line)
}

function lengthOf(words: string): number {
  const figures = words.match(/[0-9A-Za-z.%]/g)?.length ?? 0
  return ([...words].length - figures) * size + figures * figure
}

/** How often a figure and a character stand beside each other. */
function meetings(words: string): number {
  return words.match(/[0-9A-Za-z](?=\p{Script=Han})|\p{Script=Han}(?=[0-9A-Za-z])/gu)?.length ?? 0
}
