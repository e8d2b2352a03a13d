/**
 * A PDF measured page by page: what stands outside the text's box, how many lines and characters, where the page numbers
 * are, whether fonts came along. Source: GB/T 9704-2012, 5.1, 5.2.1, 5.2.2, 5.2.3, 7.5.
 */
import type { Finding, LintRule } from './finding.ts'
import type { PdfLine, PdfPage, PdfPages } from './pdf-lines.ts'
import { checkOverlap, checkSignature } from './pdf-last-words.ts'
import { checkPdfText, type TextLine } from './pdf-text-rules.ts'
import { most } from './word-page-rules.ts'

const millimetre = 72 / 25.4
const shown = (length: number) => `${(length / millimetre).toFixed(1)} 毫米`

type Laid = Readonly<{
  page: PdfPage
  at: number
  number: PdfLine | undefined
  text: readonly PdfLine[]
}>

export function checkPdf({ pages, fonts }: PdfPages): readonly Finding[] {
  const laid = pages.map(layPage)
  if (laid.every(({ text }) => text.length === 0))
    return [finding('no-text', '全文', '没有文字层（可能是扫描件）', '可检索的文字')]
  return [
    ...laid.flatMap((one) => [
      ...checkSize(one),
      ...checkBox(one),
      ...checkNumber(one),
      ...checkSignature(one.at, one.text, one.page.width),
      ...checkOverlap(one.at, one.page),
    ]),
    ...checkBody(laid),
    ...checkPdfText(laid.flatMap(bodyLines)),
    ...fonts
      .filter(({ embedded }) => !embedded)
      .map(({ name }) => finding('fonts-embedded', '全文', name, '字体全部嵌入')),
  ]
}

function finding(rule: LintRule, where: string, found: string, expected: string): Finding {
  return { rule, where, found, expected }
}

const pageNumber = /^[—－–\-‐―]*\s*\d+\s*[—－–\-‐―]*$/

/** The last line of a page that is nothing but a number is its number. */
function layPage({ lines, ...size }: PdfPage, at: number): Laid {
  const page = { ...size, lines: lines.filter((line) => !isMark(line, size.height)) }
  const last = page.lines.at(-1)
  const isNumber =
    last !== undefined && pageNumber.test(last.text.trim()) && last.baseline > page.height * 0.85
  return {
    page,
    at,
    number: isNumber ? last : undefined,
    text: isNumber ? page.lines.slice(0, -1) : page.lines,
  }
}

/** The code below the text's box and the word of a draft above it are no part of the paper. */
function isMark({ text, baseline }: PdfLine, height: number): boolean {
  const outside = baseline < 28 * millimetre || baseline > height - 26 * millimetre
  return outside && (text.startsWith('草稿') || /^查验码|凭码核对真伪$/.test(text))
}

const isAcross = ({ width, height }: PdfPage) => width > height

function checkSize({ page, at }: Laid): readonly Finding[] {
  const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)]
  const fits =
    Math.abs(short - 210 * millimetre) <= millimetre &&
    Math.abs(long - 297 * millimetre) <= millimetre
  return fits
    ? []
    : [
        finding(
          'page-size',
          `第 ${at + 1} 页`,
          `${shown(page.width)} × ${shown(page.height)}`,
          'A4，210×297 毫米',
        ),
      ]
}

/** One millimetre is allowed by the standard, one more is for how fonts are drawn. */
const slack = 2 * millimetre

/** Half of a full-width mark is blank, and may hang over the edge. */
function inkLeft({ text, left, size }: PdfLine): number {
  return /^[（〔“‘《〈【「]/u.test(text) ? left + size / 2 : left
}

function inkRight({ text, right, size }: PdfLine): number {
  return /[，。、；：！？）〕”’》〉】」]$/u.test(text.trimEnd()) ? right - size / 2 : right
}

function checkBox({ page, at, text }: Laid): readonly Finding[] {
  const box = isAcross(page)
    ? { top: 28, right: 37, bottom: 26, left: 35 }
    : { top: 37, right: 26, bottom: 35, left: 28 }
  const edges = {
    左: box.left * millimetre - Math.min(...text.map(inkLeft)),
    右: Math.max(...text.map(inkRight)) - (page.width - box.right * millimetre),
    上: box.top * millimetre - Math.min(...text.map(({ baseline, size }) => baseline - size)),
    下: Math.max(...text.map(({ baseline }) => baseline)) - (page.height - box.bottom * millimetre),
  }
  return Object.entries(edges)
    .filter(([, over]) => over > slack)
    .map(([side, over]) =>
      finding(
        'margins',
        `第 ${at + 1} 页${side}边`,
        `超出版心 ${shown(over)}`,
        '文字不出版心（156×225 毫米）',
      ),
    )
}

function checkNumber({ page, at, number }: Laid): readonly Finding[] {
  const where = `第 ${at + 1} 页`
  if (number === undefined) return [finding('page-number', where, '没有页码', `— ${at + 1} —`)]
  const findings: Finding[] = []
  const right = at % 2 === 0
  const middle = (number.left + number.right) / 2
  if (right !== middle > page.width * 0.6 || right === middle < page.width * 0.4)
    findings.push(
      finding(
        'page-number',
        where,
        `页码中心距左边 ${shown(middle)}`,
        right ? '单页居右空一字' : '双页居左空一字',
      ),
    )
  if (!/^—\s?\d+\s?—$/.test(number.text.trim()))
    findings.push(finding('page-number', where, `“${number.text.trim()}”`, `— ${at + 1} —`))
  if (Math.abs(number.size - 14) > 0.6)
    findings.push(finding('page-number', where, `${number.size.toFixed(1)} 磅`, '4 号（14 磅）'))
  return findings
}

const justHan = /^[\p{Script=Han}，。、；：“”（）]+$/u

/** Of one piece, at the left edge of the text or two places in from it: not the words of a table's cell. */
function isBody({ text, left, size, parts }: PdfLine, edge: number): boolean {
  const inset = left - edge
  return parts === 1 && text.length > 12 && (inset < 3 || Math.abs(inset - 2 * size) < 3)
}

/** What is set in the size of the body, outside of tables. */
function bodyLines({ page, at, text }: Laid): readonly TextLine[] {
  if (isAcross(page)) return []
  return text
    .filter(({ size, parts }) => Math.abs(size - 16) < 0.3 && parts === 1)
    .map((line) => ({ ...line, page: at + 1 }))
}

/** A page that holds nothing but a table shows the edge of its cells only: there the edge of the other pages counts. */
function edgesOf(pages: readonly Laid[]): readonly number[] {
  const own = pages.map(({ text }) => Math.min(...text.map(({ left }) => left)))
  const outermost = Math.min(...own)
  return own.map((edge) => {
    const inset = edge - outermost
    return inset < cellInset || inset > widestBinding ? outermost : edge
  })
}

/** What begins further in is the second column of a form whose first goes on empty. */
const widestBinding = 40

const cellInset = 9

/** Measured on lines of body: one piece, of the size most characters have, no table. */
function checkBody(laid: readonly Laid[]): readonly Finding[] {
  const upright = laid.filter(({ page }) => !isAcross(page))
  const edges = edgesOf(upright)
  const lines = upright.flatMap(({ text }, at) =>
    text.filter((line) => isBody(line, edges[at] ?? 0)),
  )
  if (lines.length < 5) return []
  const size = Number(most(lines.map((line) => [line.size.toFixed(1), line.text.length])))
  const findings: Finding[] = []
  if (Math.abs(size - 16) > 0.3)
    findings.push(finding('body-size', '正文', `${size} 磅`, '3 号（16 磅）'))
  const own = (line: PdfLine) => Math.abs(line.size - size) < 0.3
  const full = lines.filter(
    (line) => own(line) && line.text.length >= 20 && justHan.test(line.text),
  )
  const widest = Math.max(...full.map(({ right }) => right))
  const whole = full.filter(
    ({ left, right }) => right > widest - size && left < 28 * millimetre + size,
  )
  // A punctuation mark may be squeezed or hang over, so that one line in several has a character more or less.
  const places = Number(most(whole.map(({ text }) => [`${[...text].length}`, 1])))
  if (whole.length >= 3 && Math.abs(places - 28) > 0)
    findings.push(finding('characters-per-line', '正文', `${places} 字`, '28 字'))
  const pitches = upright.flatMap(({ text }, page) =>
    text.flatMap((line, at) => {
      const before = text[at - 1]
      return isBody(line, edges[page] ?? 0) && before !== undefined && own(before) && own(line)
        ? [(line.baseline - before.baseline).toFixed(1)]
        : []
    }),
  )
  const pitch = Number(most(pitches.map((one) => [one, 1])))
  const count = Math.round((225 * millimetre) / pitch)
  if (pitches.length >= 5 && count !== 22)
    findings.push(
      finding(
        'lines-per-page',
        '正文',
        `${count} 行（行距 ${pitch} 磅）`,
        '22 行（行距 28.95 磅）',
      ),
    )
  return findings
}
