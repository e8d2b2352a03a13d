/** Which paragraph styles of a Word document are numbered, directly or through the style they are based on. */
import type { ReadRefusal } from '../read-refusal.ts'
import { readXml } from './read-xml.ts'

export type ParagraphNumber = Readonly<{ list: string | undefined; level: number | undefined }>

type Style = {
  name: string
  basedOn: string | undefined
  list: string | undefined
  level: number | undefined
}

export type WordStyles = ReadonlyMap<string, Style>

export function readStyles(bytes: Uint8Array, into: Map<string, Style>): ReadRefusal | undefined {
  let style: Style | undefined
  return readXml(bytes, {
    open: ({ name, attribute }) => {
      if (name === 'w:style') {
        style = { name: '', basedOn: undefined, list: undefined, level: undefined }
        into.set(attribute('styleId') ?? '', style)
      } else if (style === undefined) return
      else if (name === 'w:name') style.name = attribute('val') ?? ''
      else if (name === 'w:basedOn') style.basedOn = attribute('val')
      else if (name === 'w:numId') style.list = attribute('val')
      else if (name === 'w:ilvl') style.level = Number(attribute('val') ?? 0)
    },
    close: (name) => {
      if (name === 'w:style') style = undefined
    },
  })
}

/** The list of a style, or of the nearest style it is based on. */
export function numberOfStyle(styles: WordStyles, id: string): ParagraphNumber {
  const seen = new Set<string>()
  let at: string | undefined = id
  let level: number | undefined
  while (at !== undefined && !seen.has(at)) {
    seen.add(at)
    const style = styles.get(at)
    level ??= style?.level
    if (style?.list !== undefined) return { list: style.list, level }
    at = style?.basedOn
  }
  return { list: undefined, level }
}

/** Word calls the lines of a table of contents `toc 1` … `toc 9`, whatever their ids are. */
export function contentsStyles(styles: WordStyles): ReadonlySet<string> {
  return new Set([...styles].flatMap(([id, { name }]) => (/^toc \d$/i.test(name) ? [id] : [])))
}
