/**
 * A blank beside an article's label had no form in GBK and became `?`: 第二条??区 was 第二条 区, and
 * ?第一条 at the start of a line was an indent. Elsewhere in a line it may be a question, so the
 * repair is offered without being called certain.
 * Source: design/documents.md §2, "What ?? really is".
 */
import type { DamageReader } from './damage.ts'

export const lostLabelBlank: DamageReader = ({ text }, at, length, isWebDamaged) => {
  const end = at + length
  if (text.charAt(end) !== '第' && !LABEL_ENDS.includes(text.charAt(at - 1))) return undefined
  const before = (at <= REACH ? '\n' : '') + text.slice(Math.max(0, at - REACH), at)
  const after = text.slice(end, end + REACH)
  const isIndent = LINE_START.test(before) && LABEL_AHEAD.test(after)
  if (isIndent) return { start: at, end, kind: 'repairable-gap', offer: offer('', isWebDamaged) }
  if (!LABEL_BEHIND.test(before) || !HAN_AHEAD.test(after)) return undefined
  const startsLine = LABEL_STARTS_LINE.test(before)
  if (!startsLine && length < 2) return undefined
  return { start: at, end, kind: 'repairable-gap', offer: offer(' ', isWebDamaged && startsLine) }
}

const REACH = 12
const LABEL_ENDS = '条條章节節编編'
const LABEL = `第[〇零一二三四五六七八九十百千]{1,7}[${LABEL_ENDS}]`
const LINE_START = /\n *$/
const LABEL_AHEAD = new RegExp(`^${LABEL}`)
const LABEL_BEHIND = new RegExp(`${LABEL}$`)
const LABEL_STARTS_LINE = new RegExp(`\\n *[?\\ufffd]{0,2}${LABEL}$`)
const HAN_AHEAD = /^\p{Script=Han}/u

function offer(after: string, certain: boolean) {
  return {
    after,
    certain,
    evidence: '条目标签旁的空格在 GBK 中没有对应字节，转码时变成了“?”；此处原为空格，不缺文字。',
  } as const
}
