/** Who speaks in a record: 李明（县人大代表）：…… , 王芳委员建议：…… The name goes to its own field. */
import { isFullName } from '../cleaning/surnames.ts'

const verb = '(?:发言|说|指出|提出|认为|建议|反映|谈到)?'
const titled = new RegExp(
  `^((?:[\\p{Script=Han}·]{2,6}?(?:委员|代表|副?主任|组长|同志|群众|居民|村民|评议员)|[\\p{Script=Han}·]{2,4}(?:（[^）：]{1,30}）)))${verb}[：:]`,
  'u',
)
const named = new RegExp(`^([\\p{Script=Han}·]{2,4}?)${verb}[：:]`, 'u')
/** Words that begin with a surname and are none. */
const noNames = new Set([
  '任务',
  '任期',
  '金额',
  '范围',
  '程度',
  '高度',
  '方法',
  '方式',
  '方案',
  '方面',
  '时间',
  '钱款',
  '万元',
  '石料',
  '常见',
  '常态',
  '田间',
  '林业',
  '段落',
])

export type Speech = Readonly<{ raisedBy?: string; text: string }>

/** Without a role after it, a name is believed only in a record where two people speak at least. */
export function isRecord(paragraphs: readonly string[]): boolean {
  return new Set(paragraphs.flatMap((text) => nameBefore(text)?.[1] ?? [])).size >= 2
}

export function speechOf(paragraph: string, inRecord: boolean): Speech {
  const match = titled.exec(paragraph) ?? (inRecord ? nameBefore(paragraph) : undefined)
  if (match?.[1] === undefined) return { text: paragraph }
  const text = paragraph.slice(match[0].length).trim()
  return text === '' ? { text: paragraph } : { raisedBy: match[1], text }
}

function nameBefore(text: string): RegExpExecArray | undefined {
  const match = named.exec(text)
  const name = match?.[1]
  return match !== null && isFullName(name) && !noNames.has(name ?? '') ? match : undefined
}
