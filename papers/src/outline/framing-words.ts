/** Paragraphs of a paper without numbering that raise nothing: what the chair said, and words that lead into the list. */
import type { Paragraph } from './join-soft-breaks.ts'
import type { LeftOut } from './left-out.ts'

const chairLine = /^主持人?[：:]\s*([\p{Script=Han}·]{2,4})/u
/** A chair who raises something is heard like anybody else. */
const chairing = /请大家|今天(?:请|召开|我们)|畅所欲言|感谢|谢谢|小结|会后|下面请|散会/
const leading =
  /(?:下面|以下|如下)[^。；]{0,10}(?:条|点|个|意见|问题|建议)|(?:如下|以下几点)[：:。]?$/
const nearBeginning = 3
const longest = 80

export function framingWords(
  opening: readonly Paragraph[],
  body: readonly Paragraph[],
): readonly LeftOut[] {
  const chair = opening.flatMap(({ text }) => chairLine.exec(text)?.[1] ?? [])[0]
  return body.flatMap(({ index, text }, place): readonly LeftOut[] => {
    if (chair !== undefined && isTurnOf(chair, text) && chairing.test(text))
      return [{ paragraph: index, reason: 'chair' }]
    const leads = place < nearBeginning && text.length <= longest && leading.test(text)
    return leads && body.length > place + 1 ? [{ paragraph: index, reason: 'lead-in' }] : []
  })
}

function isTurnOf(chair: string, text: string): boolean {
  if (!text.startsWith(chair)) return false
  return /^(?:（[^）]{1,30}）)?(?:主任|副主任|主持)?[：:]/.test(text.slice(chair.length))
}
