/** How a piece of a Word file looks: what it says itself, else its style, else the file's defaults. Source: ECMA-376 part 1, 17.7.2. */
import type { XmlElement } from '../readers/read-xml.ts'

/** Sizes in half points, tracking and lines in twentieths of a point. */
export type Look = Readonly<{
  eastAsia?: string
  ascii?: string
  hint?: string
  size?: number
  bold?: boolean
  tracking?: number
  color?: string
  align?: string
  line?: number
  lineRule?: string
}>

export type WordStyle = Readonly<{ basedOn: string | null; look: Look }>

export type WordStyles = Readonly<{
  defaults: Look
  /** The style of paragraphs that name none. */
  normal: string | null
  byId: ReadonlyMap<string, WordStyle>
}>

/** A theme's font is named by its place, because the theme decides. */
function fontNamed(element: XmlElement, script: 'eastAsia' | 'ascii'): string | undefined {
  const theme = element.attribute(`${script}Theme`)
  return element.attribute(script) ?? (theme === undefined ? undefined : `主题字体 ${theme}`)
}

const off = new Set(['0', 'false', 'off', 'none'])

/** What one element of a rPr or pPr says. */
export function lookOf(element: XmlElement): Look {
  const value = element.attribute('val')
  switch (element.name) {
    case 'w:rFonts':
      return given({
        eastAsia: fontNamed(element, 'eastAsia'),
        ascii: fontNamed(element, 'ascii'),
        hint: element.attribute('hint'),
      })
    case 'w:sz':
      return given({ size: numberOf(value) })
    case 'w:b':
      return { bold: value === undefined || !off.has(value) }
    case 'w:color':
      return given({ color: value?.toUpperCase() })
    case 'w:jc':
      return given({ align: value })
    case 'w:spacing':
      return given({
        tracking: numberOf(value),
        line: numberOf(element.attribute('line')),
        lineRule: element.attribute('lineRule'),
      })
    default:
      return {}
  }
}

/** Only what is said, so that what is not said does not hide what the style says. */
function given(look: Readonly<{ [key in keyof Look]: Look[key] | undefined }>): Look {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))
}

function numberOf(text: string | undefined): number | undefined {
  const number = Number(text)
  return text === undefined || !Number.isFinite(number) ? undefined : number
}

/** A style with all it is based on; a circle of styles ends where it closes. */
export function styleLook(styles: WordStyles, id: string | null): Look {
  const chain: Look[] = []
  const seen = new Set<string>()
  for (let at = id ?? styles.normal; at !== null && !seen.has(at);) {
    seen.add(at)
    const style = styles.byId.get(at)
    if (style !== undefined) chain.unshift(style.look)
    at = style?.basedOn ?? null
  }
  return Object.assign({}, styles.defaults, ...chain)
}
