/** Page, margins, lines and characters, page numbers of a Word file. Source: GB/T 9704-2012, 5.1, 5.2.1, 5.2.3, 7.5. */
import type { Finding, LintRule } from './finding.ts'
import type { LaidSection, WordLayout } from './read-word-layout.ts'
import type { PaperParts } from './paper-parts.ts'

const twips = 1440 / 25.4
const millimetres = (length: number) => `${(length / twips).toFixed(1)} 毫米`

export function checkWordPages(layout: WordLayout, parts: PaperParts): readonly Finding[] {
  const sections = layout.sections.flatMap((section, at) => {
    const where = layout.sections.length === 1 ? '全文' : `第 ${at + 1} 节`
    return [
      ...checkSize(section, where),
      ...checkMargins(section, where),
      ...checkFeet(section, where, layout),
    ]
  })
  const none =
    layout.sections.length === 0
      ? [finding('page-size', '全文', '没有设置纸张', 'A4，210×297 毫米')]
      : []
  return [...none, ...sections, ...checkGrid(layout, parts)]
}

function finding(rule: LintRule, where: string, found: string, expected: string): Finding {
  return { rule, where, found, expected }
}

function checkSize({ size: [width, height] }: LaidSection, where: string): readonly Finding[] {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const fits = Math.abs(short - 210 * twips) <= twips && Math.abs(long - 297 * twips) <= twips
  return fits
    ? []
    : [
        finding(
          'page-size',
          where,
          `${millimetres(width)} × ${millimetres(height)}`,
          'A4，210×297 毫米',
        ),
      ]
}

const standard = { top: 37, right: 26, bottom: 35, left: 28 } as const

/** Lying across, the page is turned with its margins. */
function checkMargins(
  { size: [width, height], margins }: LaidSection,
  where: string,
): readonly Finding[] {
  const across = width > height
  const wanted = across ? { top: 28, right: 37, bottom: 26, left: 35 } : standard
  const names = { top: '上', right: '右', bottom: '下', left: '左' } as const
  return (['top', 'left', 'right', 'bottom'] as const)
    .filter((side) => Math.abs(margins[side] - wanted[side] * twips) > 1.02 * twips)
    .map((side) =>
      finding(
        'margins',
        `${where}${names[side]}边`,
        millimetres(margins[side]),
        `${wanted[side]} 毫米（±1 毫米）`,
      ),
    )
}

/** Measured on the paragraphs that make up most of the body. */
function checkGrid({ sections }: WordLayout, { body }: PaperParts): readonly Finding[] {
  const section = sections.find(({ size: [width, height] }) => height > width)
  const looks = body.map(({ look, text }) => ({ look, weight: text.length }))
  if (section === undefined || looks.length === 0) return []
  const { size, margins, linePitch } = section
  const line = most(
    looks.map(({ look, weight }) => [`${look.lineRule ?? 'auto'} ${look.line ?? 240}`, weight]),
  )
  const [rule = 'auto', value = '240'] = line.split(' ')
  const pitch =
    rule === 'exact' ? Number(value) : Number(value) === 240 && rule === 'auto' ? linePitch : null
  const height = size[1] - margins.top - margins.bottom
  const width = size[0] - margins.left - margins.right
  const findings: Finding[] = []
  if (pitch === null || pitch === 0)
    findings.push(
      finding(
        'line-pitch',
        '正文',
        rule === 'auto' ? `${Number(value) / 240} 倍行距` : `至少 ${Number(value) / 20} 磅`,
        '固定值 28.95 磅',
      ),
    )
  else if (Math.floor(height / pitch) !== 22)
    findings.push(
      finding(
        'lines-per-page',
        '正文',
        `${Math.floor(height / pitch)} 行（行距 ${pitch / 20} 磅）`,
        '22 行（固定值 28.95 磅）',
      ),
    )
  const advance = most(
    looks.map(({ look, weight }) => [`${(look.size ?? 21) * 10 + (look.tracking ?? 0)}`, weight]),
  )
  const places = Math.floor(width / Number(advance))
  if (places !== 28) findings.push(finding('characters-per-line', '正文', `${places} 字`, '28 字'))
  return findings
}

/** The value with the most characters behind it. */
export function most(values: readonly (readonly [value: string, weight: number])[]): string {
  const weights = new Map<string, number>()
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight)
  return [...weights].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

const edges = { odd: new Set(['right', 'end']), even: new Set(['left', 'start', 'both']) } as const

function checkFeet(
  { feet }: LaidSection,
  where: string,
  { feet: all, evenAndOdd }: WordLayout,
): readonly Finding[] {
  const findings: Finding[] = []
  const odd = feet.odd === null ? undefined : all.get(feet.odd)
  if (odd?.hasNumber !== true)
    return [finding('page-number', where, '没有页码', '— 1 —，单页居右空一字，双页居左空一字')]
  if (!/^—\s?\d*\s?—$/.test(odd.text.trim()))
    findings.push(
      finding(
        'page-number',
        `${where}页脚`,
        `“${odd.text.trim()}”`,
        '页码左右各放一条一字线：— 1 —',
      ),
    )
  if (!edges.odd.has(odd.align))
    findings.push(finding('page-number', `${where}单页`, `对齐方式 ${odd.align}`, '居右空一字'))
  const even = feet.even === null ? undefined : all.get(feet.even)
  if (!evenAndOdd || even?.hasNumber !== true)
    findings.push(
      finding('page-number', `${where}双页`, '没有另设双页页码', '奇偶页不同，双页居左空一字'),
    )
  else if (!edges.even.has(even.align))
    findings.push(finding('page-number', `${where}双页`, `对齐方式 ${even.align}`, '居左空一字'))
  if (odd.size !== null && odd.size !== 28)
    findings.push(finding('page-number', `${where}页脚`, `${odd.size / 2} 磅`, '4 号（14 磅）'))
  return findings
}
