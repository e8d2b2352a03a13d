/**
 * Counts the ordered lists of a web page and writes the labels a browser would show. A list inside a list of the same
 * look gets a label that says where it stands, 1.2 below 1. and （一） below 一、: else the outline could not tell them apart.
 */
import { formatNumber } from '../number-format.ts'

export type ListLook = 'decimal' | 'chinese' | 'none' | OtherLook
type OtherLook =
  | 'decimalZero'
  | 'lowerLetter'
  | 'upperLetter'
  | 'lowerRoman'
  | 'upperRoman'
  | 'chineseLegalSimplified'
  | 'ideographDigital'
  | 'ideographZodiac'
  | 'ideographTraditional'

const byType: Readonly<Record<string, ListLook>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

const byStyle: Readonly<Record<string, ListLook>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chinese',
  'simp-chinese-informal': 'chinese',
  'trad-chinese-informal': 'chinese',
  'japanese-informal': 'chinese',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'trad-chinese-formal': 'chineseLegalSimplified',
  'cjk-decimal': 'ideographDigital',
  'cjk-earthly-branch': 'ideographZodiac',
  'cjk-heavenly-stem': 'ideographTraditional',
  none: 'none',
  disc: 'none',
  circle: 'none',
  square: 'none',
}

export type ListSigns = Readonly<{
  type?: string | undefined
  style?: string | undefined
  start?: string | undefined
  isReversed?: boolean
}>

/** Null for a list of bullets, which have no label. */
type OpenList = { look: ListLook; value: number; step: 1 | -1; path: readonly number[] } | null

export class HtmlLists {
  readonly #open: OpenList[] = []

  openBulleted(): void {
    this.#open.push(null)
  }

  openOrdered({ type, style, start, isReversed }: ListSigns): void {
    const styled = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(style ?? '')?.[1]?.toLowerCase()
    const look = byStyle[styled ?? ''] ?? byType[type ?? ''] ?? 'decimal'
    const step = isReversed === true ? -1 : 1
    const outer = this.#open.findLast((list) => list !== null && list.look === look)
    const path = outer === null || outer === undefined ? [] : [...outer.path, outer.value]
    this.#open.push({ look, value: whole(start, 1) - step, step, path })
  }

  close(): void {
    this.#open.pop()
  }

  /** The label of the next item; '' under bullets and outside of lists. */
  label(value: string | undefined): string {
    const list = this.#open.at(-1)
    if (list === null || list === undefined) return ''
    list.value = whole(value, list.value + list.step)
    switch (list.look) {
      case 'none':
        return ''
      case 'decimal':
        return decimal(list.value, list.path)
      case 'chinese':
        return chinese(list.value, list.path.length > 0)
      case 'lowerLetter':
      case 'upperLetter':
      case 'lowerRoman':
      case 'upperRoman':
      case 'decimalZero':
        return `${formatNumber(list.value, list.look)}.`
      case 'chineseLegalSimplified':
      case 'ideographDigital':
      case 'ideographZodiac':
      case 'ideographTraditional':
        return `${formatNumber(list.value, list.look)}、`
    }
  }
}

/** 1. 1.1 … 1.1.1.1 and below that （1） 1） ①: the outline knows no longer numbers. */
function decimal(value: number, path: readonly number[]): string {
  if (path.length === 0) return `${value}.`
  if (path.length <= 3) return [...path, value].join('.')
  if (path.length === 4) return `（${value}）`
  return path.length === 5 ? `${value}）` : formatNumber(value, 'decimalEnclosedCircle')
}

function chinese(value: number, isInside: boolean): string {
  const number = formatNumber(value, 'chineseCounting')
  return isInside ? `（${number}）` : `${number}、`
}

/** Numbers no list of a paper counts to are taken for a slip. */
function whole(written: string | undefined, otherwise: number): number {
  const value =
    written === undefined || !/^\s*-?\d{1,6}/.test(written) ? NaN : parseInt(written, 10)
  return Number.isNaN(value) ? otherwise : value
}
