/**
 * What ends a document: attachments, the signing office with its date, copies. Only the last eight lines are
 * looked at: further up, a line that ends in …办 once cut real regulations in two (documents.md §3, "Tail"). A numbered
 * list of attachments is known by itself, however far up: the attachments follow it. So is the signature right below it.
 */
import { dateLine } from './document-day.ts'
import { findMarkers } from './find-marker.ts'
import type { Paragraph } from './join-soft-breaks.ts'

export type TailReason = 'attachment' | 'signature'

const office =
  /(?:委员会|常委会|人民政府|主席团|法院|检察院|监察委|局|委|办|厅|院|站|中心|组|室|乡|镇|街道)$/
const afterwards = /^(?:抄送|抄报|分送|附|[（(]|印发|主题词|联系人|\d{1,2}[.．、])|印发$/
const reach = 8

/** Reasons by paragraph index. */
export function tailOf(paragraphs: readonly Paragraph[]): ReadonlyMap<number, TailReason> {
  const last = paragraphs.filter((paragraph) => paragraph.text !== '').slice(-reach)
  const signed = signatureStart(last)
  const attached = last.findIndex((paragraph) => /^附件?\d{0,2}[：:]/.test(paragraph.text))
  const tail = new Map<number, TailReason>(listedAttachments(paragraphs))
  for (const [place, paragraph] of last.entries()) {
    const inSignature = signed !== undefined && place >= signed
    const inAttachment = attached >= 0 && place >= attached
    if (inAttachment && (!inSignature || attached > signed)) tail.set(paragraph.index, 'attachment')
    else if (inSignature) tail.set(paragraph.index, 'signature')
  }
  return tail
}

/**
 * 附件：1.甲, 2.乙 … line by line without a gap, and the office with its date right below; one name alone only where that
 * signature follows. Then each attachment: 附件2 on its own line, its title, and its plain lines.
 */
function listedAttachments(paragraphs: readonly Paragraph[]): [number, TailReason][] {
  const lines = paragraphs.filter(({ text }) => text.trim() !== '')
  const begin = lines.findIndex(({ text }) => /^附件[：:]/.test(text.trim()))
  if (begin < 0) return []
  let end = begin + 1
  while (numberOf(lines[end]) === end - begin + 1) end += 1
  const [first, second] = [lines[end], lines[end + 1]]
  const isSigned = isOffice(first) && second !== undefined && dateLine(second.text) !== undefined
  if (end === begin + 1 && !isSigned) return []
  const signed = isSigned ? lines.slice(end, end + 2) : []
  const after = lines.slice(end + signed.length)
  const over = after.flatMap(({ text }, at) =>
    /^附件\d{0,2}$/.test(text.trim()) ? plainFrom(after, at) : [],
  )
  const notes = after.filter(({ text }) => imprintLine.test(text.trim()))
  return [
    ...reasoned([...lines.slice(begin, end), ...over], 'attachment'),
    ...reasoned([...signed, ...(isSigned ? notesBelow(after) : []), ...notes], 'signature'),
  ]
}

const imprintLine = /^(?:抄送|抄报|分送)[：:]|\d日印发$/

/** 附件2, its title, and what it says up to its first numbered line: none of it goes on what the letter said last. */
function plainFrom(lines: readonly Paragraph[], at: number): readonly Paragraph[] {
  const rest = lines.slice(at + 2)
  const listed = rest.findIndex(
    ({ text }) => findMarkers(text).length > 0 || /^附件\d{0,2}$/.test(text.trim()),
  )
  return lines.slice(at, at + 2 + (listed < 0 ? rest.length : listed))
}

/** （此件公开发布）, below the date. */
function notesBelow(lines: readonly Paragraph[]): readonly Paragraph[] {
  const end = lines.findIndex(({ text }) => !/^[（(].*[）)]$/.test(text.trim()))
  return lines.slice(0, end < 0 ? lines.length : end)
}

function reasoned(lines: readonly Paragraph[], reason: TailReason): [number, TailReason][] {
  return lines.map(({ index }) => [index, reason])
}

function numberOf(paragraph: Paragraph | undefined): number | undefined {
  const [, number] = /^\s*(\d{1,2})[.．、]/.exec(paragraph?.text ?? '') ?? []
  return number === undefined ? undefined : Number(number)
}

/** A date with nothing but copies and notes after it; the office may stand on the line before. */
function signatureStart(last: readonly Paragraph[]): number | undefined {
  const dated = last.findLastIndex((paragraph) => dateLine(paragraph.text) !== undefined)
  if (dated < 0) return undefined
  if (!last.slice(dated + 1).every((paragraph) => afterwards.test(paragraph.text))) return undefined
  return isOffice(last[dated - 1]) ? dated - 1 : dated
}

function isOffice(paragraph: Paragraph | undefined): boolean {
  if (paragraph === undefined) return false
  const words = paragraph.text.replaceAll(/\s/g, '')
  return words.length <= 30 && !/[。；，：]/.test(words) && office.test(words)
}
