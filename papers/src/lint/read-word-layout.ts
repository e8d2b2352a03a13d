/** A Word file as the linter sees it: paragraphs with their looks, sections with their pages, feet with their sides. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { openPackage, type OfficePackage } from '../readers/office-package.ts'
import { readXml, type XmlElement } from '../readers/read-xml.ts'
import { refuseReading } from '../readers/refusals.ts'
import { readStyles } from './read-styles.ts'
import { type Look, lookOf, styleLook, type WordStyles } from './word-look.ts'

export type LaidRun = Readonly<{ text: string; look: Look }>

export type LaidParagraph = Readonly<{
  /** From 1, tables included. */
  number: number
  text: string
  inTable: boolean
  look: Look
  runs: readonly LaidRun[]
}>

export type LaidSection = Readonly<{
  size: readonly [width: number, height: number]
  margins: Readonly<{ top: number; right: number; bottom: number; left: number }>
  linePitch: number | null
  feet: Readonly<{ odd: string | null; even: string | null }>
}>

type Foot = Readonly<{ text: string; hasNumber: boolean; align: string; size: number | null }>

export type WordLayout = Readonly<{
  paragraphs: readonly LaidParagraph[]
  sections: readonly LaidSection[]
  feet: ReadonlyMap<string, Foot>
  evenAndOdd: boolean
}>

export function readWordLayout(bytes: Uint8Array): Result<WordLayout, ReadRefusal> {
  const opened = openPackage(bytes)
  if (!opened.ok) return opened
  const pack = opened.value
  const main = partOf(pack, 'word/document.xml')
  if (main === null) return refuseReading('not-a-paper')
  const styleSheet = partOf(pack, 'word/styles.xml')
  const styles: WordStyles =
    styleSheet === null ? { defaults: {}, normal: null, byId: new Map() } : readStyles(styleSheet)
  const walked = walkBody(main, styles)
  if (!walked.ok) return walked
  return accept({
    paragraphs: walked.value.paragraphs,
    sections: walked.value.sections,
    feet: feetOf(pack, styles),
    evenAndOdd: hasEvenAndOdd(pack),
  })
}

function partOf(pack: OfficePackage, name: string): Uint8Array | null {
  const part = pack.read(name)
  return part.ok ? (part.value ?? null) : null
}

type Body = Readonly<{
  paragraphs: readonly LaidParagraph[]
  sections: readonly LaidSection[]
  fields: readonly string[]
}>

function walkBody(bytes: Uint8Array, styles: WordStyles): Result<Body, ReadRefusal> {
  const body = new BodyWalk(styles)
  const refusal = readXml(bytes, {
    open: (element) => body.open(element),
    text: (text) => body.text(text),
    close: (name) => body.close(name),
  })
  return refusal === undefined ? accept(body) : { ok: false, refusal }
}

class BodyWalk {
  readonly paragraphs: LaidParagraph[] = []
  readonly sections: LaidSection[] = []
  readonly fields: string[] = []
  readonly #styles: WordStyles
  readonly #path: string[] = []
  #tables = 0
  #style: string | null = null
  #own: Look = {}
  #runLook: Look = {}
  #runs: LaidRun[] = []
  #section: LaidSection = emptySection

  constructor(styles: WordStyles) {
    this.#styles = styles
  }

  open(element: XmlElement): void {
    const { name } = element
    const inRun = this.#path.includes('w:r')
    this.#path.push(name)
    if (name === 'w:tbl') this.#tables += 1
    else if (name === 'w:p') this.#startParagraph()
    else if (name === 'w:r') this.#runLook = {}
    else if (name === 'w:pStyle') this.#style = element.attribute('val') ?? null
    else if (name === 'w:fldSimple') this.fields.push(element.attribute('instr') ?? '')
    else if (this.#path.includes('w:sectPr')) this.#section = sectionWith(this.#section, element)
    else if (inRun) this.#runLook = { ...this.#runLook, ...lookOf(element) }
    // The look of a paragraph's mark is not the look of its words.
    else if (this.#path.at(-2) === 'w:pPr') this.#own = { ...this.#own, ...lookOf(element) }
  }

  text(text: string): void {
    const at = this.#path.at(-1)
    if (at === 'w:instrText') this.fields.push(text)
    if (at === 'w:t') this.#runs.push({ text, look: this.#runLook })
  }

  close(name: string): void {
    this.#path.pop()
    if (name === 'w:tbl') this.#tables -= 1
    if (name === 'w:p') this.#endParagraph()
    if (name === 'w:sectPr') {
      this.sections.push(this.#section)
      this.#section = { ...emptySection, feet: this.#section.feet }
    }
  }

  #startParagraph(): void {
    this.#style = null
    this.#own = {}
    this.#runs = []
  }

  #endParagraph(): void {
    const base = styleLook(this.#styles, this.#style)
    this.paragraphs.push({
      number: this.paragraphs.length + 1,
      text: this.#runs.map(({ text }) => text).join(''),
      inTable: this.#tables > 0,
      look: { ...base, ...this.#own },
      runs: this.#runs.map(({ text, look }) => ({ text, look: { ...base, ...look } })),
    })
    this.#runs = []
  }
}

const emptySection: LaidSection = {
  size: [0, 0],
  margins: { top: 0, right: 0, bottom: 0, left: 0 },
  linePitch: null,
  feet: { odd: null, even: null },
}

function sectionWith(section: LaidSection, element: XmlElement): LaidSection {
  const number = (name: string) => Number(element.attribute(name) ?? 0)
  switch (element.name) {
    case 'w:pgSz':
      return { ...section, size: [number('w'), number('h')] }
    case 'w:pgMar':
      return {
        ...section,
        margins: {
          top: number('top'),
          right: number('right'),
          bottom: number('bottom'),
          left: number('left') + number('gutter'),
        },
      }
    case 'w:docGrid':
      return element.attribute('type') === undefined
        ? section
        : { ...section, linePitch: number('linePitch') }
    case 'w:footerReference': {
      const side = element.attribute('type') === 'even' ? 'even' : 'odd'
      const id = element.attribute('r:id') ?? null
      return element.attribute('type') === 'first'
        ? section
        : { ...section, feet: { ...section.feet, [side]: id } }
    }
    default:
      return section
  }
}

/** By the relationship that names them. */
function feetOf(pack: OfficePackage, styles: WordStyles): ReadonlyMap<string, Foot> {
  const feet = new Map<string, Foot>()
  const relations = partOf(pack, 'word/_rels/document.xml.rels')
  if (relations === null) return feet
  readXml(relations, {
    open: (element) => {
      const id = element.attribute('Id')
      const target = element.attribute('Target') ?? ''
      if (id === undefined || element.attribute('Type')?.endsWith('/footer') !== true) return
      const part = partOf(pack, target.startsWith('/') ? target.slice(1) : `word/${target}`)
      const walked = part === null ? null : walkBody(part, styles)
      if (walked?.ok === true) feet.set(id, footOf(walked.value))
    },
  })
  return feet
}

function footOf({ paragraphs, fields }: Body): Foot {
  const shown = paragraphs.find(({ text }) => text.trim() !== '') ?? paragraphs[0]
  return {
    text: shown?.text ?? '',
    hasNumber: fields.some((field) => /\bPAGE\b/.test(field)),
    align: shown?.look.align ?? 'left',
    size: shown?.runs[0]?.look.size ?? null,
  }
}

function hasEvenAndOdd(pack: OfficePackage): boolean {
  const settings = partOf(pack, 'word/settings.xml')
  let found = false
  if (settings !== null)
    readXml(settings, {
      open: ({ name, attribute }) => {
        if (name === 'w:evenAndOddHeaders')
          found = !['0', 'false', 'off'].includes(attribute('val') ?? '1')
      },
    })
  return found
}
