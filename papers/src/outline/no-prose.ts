/** Lines of a paper that are none of its text: rows of tables, heads and feet of pages, lines of a table of contents. */
import { furnitureMark, rowMark } from './read-lines.ts'

/** 一、存在的问题………………3 */
const contentsLine = /[.．·…]{4,}\s*[（(]?\d{1,3}[）)]?$/

/** Enough of a line to see its dots; all of a hostile one would take for ever. */
const longest = 60

export function isContentsLine(text: string): boolean {
  return contentsLine.test(text.slice(-longest))
}

export function isProse(text: string): boolean {
  return !text.startsWith(rowMark) && !text.startsWith(furnitureMark) && !isContentsLine(text)
}
