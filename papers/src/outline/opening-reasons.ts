/** What stands before the first opinion: the title, whom it is addressed to, and the introduction. */
import { dateLine } from './document-day.ts'
import type { Paragraph } from './join-soft-breaks.ts'
import type { LeftOut, LeftOutReason } from './left-out.ts'

const meetingHead =
  /^(?:会议)?(?:时间|地点|主题|议题|主持人?|记录人?|参加(?:人员)?|参会(?:人员)?|出席(?:人员)?|列席(?:人员)?|缺席(?:人员)?|评议对象|来文单位|发文字号)[：:]/

/** 青禾县人民政府： or 青禾县水利局、县教育局： */
function isAddressee(text: string): boolean {
  return /^[^。；，！？]{2,60}[：:]$/.test(text) && !/[如下问题意见建议]{2}[：:]$/.test(text)
}

function isTitleLine(text: string): boolean {
  return [...text].length <= 40 && !/[。；！？，：:]$/.test(text)
}

export function isMeetingHead(text: string): boolean {
  return meetingHead.test(text)
}

/** Reasons for the paragraphs before the first numbered one. */
export function openingReasons(opening: readonly Paragraph[]): readonly LeftOut[] {
  const addressee = opening.slice(0, 6).findIndex((one) => isAddressee(one.text))
  const titles = addressee >= 0 ? addressee : titleLines(opening)
  return opening.map((one, place) => ({
    paragraph: one.index,
    reason: reasonAt(place, addressee, titles),
  }))
}

function reasonAt(place: number, addressee: number, titles: number): LeftOutReason {
  if (place === addressee) return 'addressee'
  return place < titles ? 'title' : 'preamble'
}

/** How many paragraphs at the start are title, subtitle, number or date. */
export function titleLines(opening: readonly Paragraph[]): number {
  const body = opening
    .slice(0, 4)
    .findIndex((one) => !isTitleLine(one.text) && dateLine(one.text) === undefined)
  return body < 0 ? Math.min(opening.length, 4) : body
}

/** Of a document without numbering: title, addressee and the head of a record at its start. */
export function plainOpening(prose: readonly Paragraph[]): readonly LeftOut[] {
  const left: LeftOut[] = []
  const titled = Math.min(titleLines(prose), 2, prose.length - 1)
  for (const [place, one] of prose.slice(0, 12).entries()) {
    const reason = place < titled ? 'title' : plainReason(one.text, place)
    if (reason === undefined) break
    left.push({ paragraph: one.index, reason })
  }
  return left
}

function plainReason(text: string, place: number): LeftOutReason | undefined {
  if (isMeetingHead(text)) return 'preamble'
  if (place < 6 && isAddressee(text)) return 'addressee'
  return dateLine(text) === undefined ? undefined : 'title'
}
