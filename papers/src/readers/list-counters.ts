/** Counts the automatic lists of a Word document and writes their labels. */
import type { AbstractList, NumberLevel, Numbering, WordList } from './word-numbering.ts'
import { formatNumber } from './number-format.ts'
import { numberOfStyle, type ParagraphNumber, type WordStyles } from './word-styles.ts'

const levels = 9

export class ListCounters {
  readonly #numbering: Numbering
  readonly #styles: WordStyles
  /** Lists that share an abstract list count together. */
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()
  /** Abstract lists by the style they are linked through. */
  readonly #linked = new Map<string, AbstractList>()
  readonly #ofStyle = new Map<string, ParagraphNumber>()

  constructor(numbering: Numbering, styles: WordStyles) {
    this.#numbering = numbering
    this.#styles = styles
    for (const one of numbering.abstracts.values())
      if (one.styleLink !== undefined && !this.#linked.has(one.styleLink))
        this.#linked.set(one.styleLink, one)
  }

  /** The label of the next paragraph, '' when it has none. */
  label(own: ParagraphNumber, style: string | undefined): string {
    const inherited =
      style === undefined ? { list: undefined, level: undefined } : this.#numberOfStyle(style)
    const id = own.list ?? inherited.list
    const list = id === undefined || id === '0' ? undefined : this.#numbering.lists.get(id)
    if (id === undefined || list === undefined) return ''
    const abstract = this.#abstractOf(list)
    if (abstract === undefined) return ''
    const level = own.level ?? inherited.level ?? levelOfStyle(abstract, style) ?? 0
    return level < levels ? this.#count(id, list, abstract, level) : ''
  }

  /** A paper has many paragraphs of few styles. */
  #numberOfStyle(style: string): ParagraphNumber {
    const known = this.#ofStyle.get(style)
    if (known !== undefined) return known
    const found = numberOfStyle(this.#styles, style)
    this.#ofStyle.set(style, found)
    return found
  }

  /** An abstract list may only point, through a style, at the one that has the levels. */
  #abstractOf(list: WordList): AbstractList | undefined {
    const found = this.#numbering.abstracts.get(list.abstract)
    if (found?.linkedTo === undefined) return found
    return this.#linked.get(found.linkedTo) ?? found
  }

  #count(id: string, list: WordList, abstract: AbstractList, level: number): string {
    const looks = (at: number): NumberLevel | undefined =>
      list.levels.get(at) ?? abstract.levels.get(at)
    const counts = this.#counts.get(list.abstract) ?? []
    this.#counts.set(list.abstract, counts)
    if (!this.#begun.has(id)) {
      this.#begun.add(id)
      for (const at of list.starts.keys()) counts[at] = undefined
    }
    const startOf = (at: number): number => list.starts.get(at) ?? looks(at)?.start ?? 1
    const before = counts[level]
    counts[level] = before === undefined ? startOf(level) : before + 1
    for (let deeper = level + 1; deeper < levels; deeper += 1) {
      if (beginsAgain(looks(deeper)?.restart, level)) counts[deeper] = undefined
    }
    for (let higher = 0; higher < level; higher += 1) counts[higher] ??= startOf(higher)
    return written(level, looks, counts)
  }
}

/** `restart` counts levels from 1: a level with restart 2 begins again only after level 1 or 2. */
function beginsAgain(restart: number | undefined, after: number): boolean {
  return restart === undefined || (restart > 0 && after < restart)
}

function levelOfStyle(abstract: AbstractList, style: string | undefined): number | undefined {
  if (style === undefined) return undefined
  return [...abstract.levels].find(([, level]) => level.style === style)?.[0]
}

function written(
  level: number,
  looks: (at: number) => NumberLevel | undefined,
  counts: readonly (number | undefined)[],
): string {
  const look = looks(level)
  if (look === undefined || look.format === 'bullet' || look.format === 'none') return ''
  return look.text.replaceAll(/%([1-9])/g, (_, sign: string) => {
    const at = Number(sign) - 1
    return formatNumber(counts[at] ?? 1, look.legal ? 'decimal' : (looks(at)?.format ?? 'decimal'))
  })
}
