/** Who speaks in a record: 李明（县人大代表）：…… , 王芳委员建议：…… The name goes to its own field. */

const speaker =
  /^((?:[\p{Script=Han}·]{2,6}?(?:委员|代表|副?主任|组长|同志|群众|居民|村民|评议员)|[\p{Script=Han}·]{2,4}(?:（[^）：]{1,30}）)))(?:发言|说|指出|提出|认为|建议|反映|谈到)?[：:]/u

export type Speech = Readonly<{ raisedBy?: string; text: string }>

export function speechOf(paragraph: string): Speech {
  const match = speaker.exec(paragraph)
  if (match?.[1] === undefined) return { text: paragraph }
  const text = paragraph.slice(match[0].length).trim()
  return text === '' ? { text: paragraph } : { raisedBy: match[1], text }
}
