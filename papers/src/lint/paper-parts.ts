/** Which paragraph of a paper is what: told by its words and its place, since a foreign file has its own styles. */
import type { LaidParagraph } from './read-word-layout.ts'

export type PaperParts = Readonly<{
  title: readonly LaidParagraph[]
  /** The line that names to whom it goes. */
  addressee: LaidParagraph | null
  /** What is set as body: not in tables, not centred, not of the frame. */
  body: readonly LaidParagraph[]
  /** The lines of 附件说明. */
  attachmentList: readonly LaidParagraph[]
  /** A date that stands by itself. */
  dates: readonly LaidParagraph[]
}>

/** 发文字号 (7.2.5); the number of an issue, as briefings have it; and the draft of either. */
const number =
  /〔\d{4}〕\s*(\d+\s*号|第?\s*\d+\s*期)|^\(?（?\d{4}）?\)?\s*第?\d+号$|^[（(]?\s*第\s*\d+\s*期\s*[）)]?$|（草稿）$/
const attachmentHead = /^附件\s*\d*\s*$/
const listHead = /^附\s*件\s*[:：]/
const listNext = /^\d+\s*[.．、]/
const dateAlone =
  /^(\d{2,4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)$/

export function partsOf(paragraphs: readonly LaidParagraph[]): PaperParts {
  const shown = paragraphs.filter(({ text }) => text.trim() !== '')
  const isTitle = (one: LaidParagraph) =>
    one.look.align === 'center' && !one.inTable && !isRed(one) && !number.test(one.text.trim())
  const first = shown.slice(0, 12).findIndex(isTitle)
  const after =
    first < 0
      ? -1
      : shown.findIndex((one, at) => at > first && !isTitle(one) && !number.test(one.text.trim()))
  const title = first < 0 ? [] : shown.slice(first, after < 0 ? undefined : after).filter(isTitle)
  const next = after < 0 ? undefined : shown[after]
  const addressee =
    next !== undefined && /[:：]\s*$/.test(next.text) && next.text.length <= 60 ? next : null
  const attachmentList = attachmentLines(shown)
  const frame = new Set<LaidParagraph>([...title, ...attachmentList])
  const body = shown
    .slice(Math.max(0, after))
    .filter(
      (one) =>
        !one.inTable &&
        !frame.has(one) &&
        one.look.align !== 'center' &&
        !attachmentHead.test(one.text.trim()),
    )
  const dates = shown.filter(({ text }) => dateAlone.test(text.trim()))
  return { title, addressee, body, attachmentList, dates }
}

function isRed({ runs }: LaidParagraph): boolean {
  return runs.some(({ look }) => /^(FF0000|E?[CEF]\w0000)$/.test(look.color ?? ''))
}

function attachmentLines(shown: readonly LaidParagraph[]): readonly LaidParagraph[] {
  const first = shown.findIndex(({ text, inTable }) => !inTable && listHead.test(text.trim()))
  const head = first < 0 ? undefined : shown[first]
  if (head === undefined) return []
  const rest = shown.slice(first + 1)
  const end = rest.findIndex(({ text }) => !listNext.test(text.trim()))
  return [head, ...rest.slice(0, end < 0 ? undefined : end)]
}
