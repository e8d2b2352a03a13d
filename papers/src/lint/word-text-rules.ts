/** Fonts, sizes and forms of the words of a Word file. Source: GB/T 9704-2012, 5.2.2, 7.3.1–7.3.5. */
import type { Finding, LintRule } from './finding.ts'
import type { PaperParts } from './paper-parts.ts'
import type { LaidParagraph, LaidRun } from './read-word-layout.ts'
import type { Look } from './word-look.ts'

/** A file full of one fault is told so a few times, not a thousand. */
const tellAtMost = 20

const faces = {
  仿宋: /仿宋|fangsong/i,
  黑体: /黑体|simhei|^heiti/i,
  楷体: /楷体|kaiti/i,
  小标宋: /小标宋|xbsj|xiaobiaosong/i,
} as const
type FaceName = keyof typeof faces

const levels: readonly (readonly [label: RegExp, face: FaceName])[] = [
  [/^[一二三四五六七八九十百]+、/, '黑体'],
  [/^[（(][一二三四五六七八九十百]+[）)]/, '楷体'],
  [/^\d+[.．](?!\d)/, '仿宋'],
  [/^（\d+）/, '仿宋'],
]

export function checkWordText(parts: PaperParts): readonly Finding[] {
  const perParagraph = parts.body.flatMap((one) => [...checkBody(one, parts), ...checkQuotes(one)])
  const told = new Map<LintRule, number>()
  const some = perParagraph.filter(({ rule }) => {
    told.set(rule, (told.get(rule) ?? 0) + 1)
    return (told.get(rule) ?? 0) <= tellAtMost
  })
  return [...parts.title.flatMap(checkTitle), ...some, ...checkForms(parts)]
}

function placeOf({ number, text }: LaidParagraph): string {
  const shown = text.trim()
  return `第 ${number} 段“${shown.length > 14 ? `${shown.slice(0, 14)}…` : shown}”`
}

function finding(rule: LintRule, where: string, found: string, expected: string): Finding {
  return { rule, where, found, expected }
}

const fontName = (look: Look) => look.eastAsia ?? look.ascii ?? '未指定字体'
const points = (look: Look) => (look.size ?? 21) / 2
const hasHan = ({ text }: LaidRun) => /\p{Script=Han}/u.test(text)

function checkTitle(paragraph: LaidParagraph): readonly Finding[] {
  const run = paragraph.runs.find(hasHan)
  if (run === undefined) return []
  const where = `标题${placeOf(paragraph)}`
  const findings: Finding[] = []
  if (!faces.小标宋.test(fontName(run.look)))
    findings.push(finding('title-font', where, fontName(run.look), '小标宋体'))
  if (points(run.look) !== 22)
    findings.push(finding('title-size', where, `${points(run.look)} 磅`, '2 号（22 磅）'))
  return findings
}

function checkBody(paragraph: LaidParagraph, { addressee }: PaperParts): readonly Finding[] {
  const text = paragraph.text.trim()
  const level = paragraph === addressee ? undefined : levels.find(([label]) => label.test(text))
  const face = level?.[1] ?? '仿宋'
  const where = placeOf(paragraph)
  const findings: Finding[] = []
  const [first, ...rest] = paragraph.runs.filter(hasHan)
  if (first === undefined) return []
  if (!faces[face].test(fontName(first.look)))
    findings.push(
      finding(level === undefined ? 'body-font' : 'level-font', where, fontName(first.look), face),
    )
  // What follows a heading in its paragraph may be body again.
  const other = rest.find(({ look }) => {
    const name = fontName(look)
    return name !== fontName(first.look) && !faces[face].test(name) && !faces.仿宋.test(name)
  })
  if (other !== undefined) findings.push(finding('body-font', where, fontName(other.look), '仿宋'))
  const odd = [first, ...rest].find(({ look }) => points(look) !== 16)
  if (odd !== undefined)
    findings.push(finding('body-size', where, `${points(odd.look)} 磅`, '3 号（16 磅）'))
  if (level !== undefined && paragraph.runs.some(({ look }) => look.bold === true))
    findings.push(finding('level-bold', where, '加粗', '不加粗，以字体区分层次'))
  return findings
}

/** Without the hint Word sets Chinese quotes and dashes in the font of letters, half as wide. */
function checkQuotes(paragraph: LaidParagraph): readonly Finding[] {
  const odd = paragraph.runs.find(
    ({ text, look }) =>
      /[“”‘’—…]/.test(text) &&
      look.hint !== 'eastAsia' &&
      look.ascii !== undefined &&
      look.ascii !== look.eastAsia,
  )
  return odd === undefined
    ? []
    : [
        finding(
          'quotes-font',
          placeOf(paragraph),
          `引号、破折号用了“${odd.look.ascii}”`,
          `与正文相同：${fontName(odd.look)}`,
        ),
      ]
}

const properDate = /^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$/

function checkForms({ addressee, attachmentList, dates }: PaperParts): readonly Finding[] {
  const findings: Finding[] = []
  if (addressee !== null && !addressee.text.trim().endsWith('：'))
    findings.push(finding('addressee-colon', placeOf(addressee), '半角冒号', '全角冒号“：”'))
  for (const one of dates)
    if (!properDate.test(one.text.trim()))
      findings.push(
        finding(
          'date-form',
          placeOf(one),
          one.text.trim(),
          '阿拉伯数字标全年月日，不编虚位：2026年9月4日',
        ),
      )
  const [head] = attachmentList
  if (head !== undefined && !head.text.trim().startsWith('附件：'))
    findings.push(
      finding('attachment-form', placeOf(head), head.text.trim().slice(0, 4), '“附件”后用全角冒号'),
    )
  for (const one of attachmentList) {
    const text = one.text.trim()
    if (/[。；;，,.]$/.test(text))
      findings.push(
        finding(
          'attachment-form',
          placeOf(one),
          `末尾有“${text.slice(-1)}”`,
          '附件名称后不加标点符号',
        ),
      )
    if (/^(附\s*件\s*[:：]\s*)?\d+\s*[、．]/.test(text))
      findings.push(finding('attachment-form', placeOf(one), '序号后不是“.”', '附件：1.×××'))
  }
  return findings
}
