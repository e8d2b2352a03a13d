/** What a cell can hold, and what is the same in two of them. */

/** The most characters a cell holds (ECMA-376; the readers of every office agree). */
export const cellLimit = 32_767

const tail = '……（本格未完，全文见台账）'

/** Nothing vanishes silently: what does not fit says so. */
export function cutToCell(text: string): string {
  return text.length <= cellLimit ? text : `${text.slice(0, cellLimit - tail.length)}${tail}`
}

/** Half a character: no database and no office can keep one. */
const halves = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Nearly no cell has anything to make even, and a ledger has hundreds of thousands. */
const uneven = /[\r\uD800-\uDFFF]|[ \t]\n|^\s|\s$/

/** Line ends, blanks at the end of a line and halves of characters mean nothing: offices change them when they save. */
export function plainCell(text: string): string {
  if (!uneven.test(text)) return cutToCell(text)
  return cutToCell(text)
    .replaceAll(halves, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim()
}
