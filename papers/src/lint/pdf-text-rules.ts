/**
 * Fonts and forms of the words of a PDF: levels told by their faces, quotes and dashes in the face of the text, dates.
 * Faces are compared with each other, because what serves for 仿宋 here may be called otherwise.
 * Source: GB/T 9704-2012, 5.2.2, 7.3.3, 7.3.5.4.
 */
import type { Finding, LintRule } from './finding.ts'
import type { PdfLine } from './pdf-lines.ts'
import { most } from './word-page-rules.ts'

export type TextLine = PdfLine & Readonly<{ page: number }>

const tellAtMost = 20
const han = /\p{Script=Han}/u

/** @param lines - Lines of body, in their order, with the pages they stand on. */
export function checkPdfText(lines: readonly TextLine[]): readonly Finding[] {
  const body = most(lines.flatMap(({ runs }) => runs.map(({ text, font }) => [font, text.length])))
  return [
    ...lines.flatMap((line) => checkLevel(line, body)).slice(0, tellAtMost),
    ...lines.flatMap(checkQuotes).slice(0, tellAtMost),
    ...lines.flatMap(checkDate),
  ]
}

function finding(
  rule: LintRule,
  { page, text }: TextLine,
  found: string,
  expected: string,
): Finding {
  const shown = text.trim()
  const start = shown.length > 14 ? `${shown.slice(0, 14)}…` : shown
  return { rule, where: `第 ${page} 页“${start}”`, found, expected }
}

const levels: readonly (readonly [label: RegExp, face: string, isBody: boolean])[] = [
  [/^[一二三四五六七八九十]+、/, '黑体', false],
  [/^[（(][一二三四五六七八九十]+[）)]/, '楷体', false],
  [/^\d+[.．](?!\d)/, '仿宋', true],
]

/** The face of a level's first words: that of the body for 1. and （1）, another for those above. */
function checkLevel(line: TextLine, body: string): readonly Finding[] {
  const level = levels.find(([label]) => label.test(line.text.trim()))
  const font = line.runs.find(({ text }) => han.test(text))?.font
  if (level === undefined || font === undefined) return []
  const [, face, isBody] = level
  return (font === body) === isBody ? [] : [finding('level-font', line, font, face)]
}

/** A quote or a dash alone in another font than the Chinese words beside it. */
function checkQuotes(line: TextLine): readonly Finding[] {
  const own = line.runs.find(({ text }) => han.test(text))?.font
  const odd = line.runs.find(
    ({ text, font }) => /[“”‘’—…]/.test(text) && !han.test(text) && font !== own,
  )
  const isBeside =
    own !== undefined &&
    line.runs.filter(({ text }) => han.test(text)).every(({ font }) => font === own)
  return odd !== undefined && isBeside
    ? [finding('quotes-font', line, `引号、破折号用了“${odd.font}”`, `与正文相同：${own}`)]
    : []
}

const dateAlone = /^\d{2,4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?$/
const properDate = /^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$/

function checkDate(line: TextLine): readonly Finding[] {
  const text = line.text.trim()
  return line.parts === 1 && dateAlone.test(text) && !properDate.test(text)
    ? [finding('date-form', line, text, '阿拉伯数字标全年月日，不编虚位：2026年9月4日')]
    : []
}
