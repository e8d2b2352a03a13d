/** Reads one worksheet into rows of shown text. Only cells that hold something are kept. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits as limits } from '../reading-limits.ts'
import type { Doubt } from '../outline/opinion.ts'
import { readXml, type XmlElement } from './read-xml.ts'
import { addressOf, type Area, areaOf } from './sheet-address.ts'
import { stopReading } from './stop-reading.ts'
import { type NumberLook, shownNumber } from './sheet-number.ts'
import { unescaped } from './workbook-strings.ts'

/** Cells from the first column on, '' for nothing: a list costs a fifth of what a table of places would. */
export type SheetRow = { row: number; cells: string[]; doubts: readonly Doubt[] }

export type Workbook = Readonly<{
  strings: readonly string[]
  looks: readonly NumberLook[]
  since1904: boolean
}>

type OpenCell = {
  column: number
  row: number
  type: string
  style: number
  raw: string
  formula: boolean
}

export type Sheet = Readonly<{
  rows: readonly SheetRow[]
  merged: readonly Area[]
  hiddenColumns: ReadonlySet<number>
  /** By column from 1, where the sheet says so. */
  widths: ReadonlyMap<number, number>
}>

export function readSheet(bytes: Uint8Array, workbook: Workbook): Result<Sheet, ReadRefusal> {
  const reader = new SheetReader(workbook)
  const refusal = readXml(bytes, {
    open: (element) => reader.open(element),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  })
  return refusal === undefined
    ? accept({
        rows: reader.rows,
        merged: reader.merged,
        hiddenColumns: reader.hiddenColumns,
        widths: reader.widths,
      })
    : { ok: false, refusal }
}

/** Most rows have none, and need not each keep an empty list. */
const none: readonly Doubt[] = []

export function addDoubt(row: SheetRow, doubt: Doubt): void {
  if (!row.doubts.includes(doubt)) row.doubts = [...row.doubts, doubt]
}

/** @param column - Counted from 1. */
export function putCell({ cells }: SheetRow, column: number, words: string): void {
  while (cells.length < column - 1) cells.push('')
  cells[column - 1] = words
}

const longestShared = 40
const mostShared = 20_000

class SheetReader {
  readonly rows: SheetRow[] = []
  readonly merged: Area[] = []
  readonly hiddenColumns = new Set<number>()
  readonly widths = new Map<number, number>()
  readonly #workbook: Workbook
  #row: SheetRow | undefined
  #rowNumber = 0
  #hidden = false
  /** Seen in this row, with a result or without. */
  #hasFormula = false
  #column = 0
  #cell: OpenCell | undefined
  #inValue = false
  #inGuide = false
  #cells = 0
  readonly #words = new Map<string, string>()

  constructor(workbook: Workbook) {
    this.#workbook = workbook
  }

  open({ name, attribute }: XmlElement): void {
    if (name === 'x:row') {
      this.#rowNumber = Number(attribute('r') ?? this.#rowNumber + 1)
      this.#hidden = isSet(attribute('hidden'))
      this.#row = undefined
      this.#hasFormula = false
      this.#column = 0
    } else if (name === 'x:c') this.#openCell(attribute)
    else if (name === 'x:f' && this.#cell !== undefined) this.#cell.formula = true
    else if (name === 'x:rPh') this.#inGuide = true
    else if (name === 'x:v' || name === 'x:t') this.#inValue = !this.#inGuide
    else if (name === 'x:mergeCell') this.#merge(attribute('ref') ?? '')
    else if (name === 'x:col') this.#columns(attribute)
  }

  text(text: string): void {
    if (!this.#inValue || this.#cell === undefined) return
    this.#cell.raw += text
    if (this.#cell.raw.length > limits.cellCharacters * 7) stopReading('cell-too-long')
  }

  close(name: string): void {
    if (name === 'x:v' || name === 'x:t') this.#inValue = false
    else if (name === 'x:rPh') this.#inGuide = false
    else if (name === 'x:c') this.#closeCell()
  }

  #openCell(attribute: XmlElement['attribute']): void {
    const address = addressOf(attribute('r') ?? '')
    this.#column = address?.column ?? this.#column + 1
    this.#cell = {
      column: this.#column,
      row: address?.row ?? this.#rowNumber,
      type: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? 0),
      raw: '',
      formula: false,
    }
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    if (cell === undefined) return
    this.#hasFormula ||= cell.formula
    if (cell.formula && this.#row !== undefined) addDoubt(this.#row, 'formula')
    if (cell.raw === '') return
    const shown = this.#shown(cell)
    if (shown.trim() === '') return
    if (cell.column > limits.sheetColumns || cell.row > limits.sheetRows)
      stopReading('sheet-too-large')
    if (shown.length > limits.cellCharacters) stopReading('cell-too-long')
    this.#cells += 1
    if (this.#cells > limits.sheetCells) stopReading('sheet-too-large')
    const row = (this.#row ??= this.#newRow())
    putCell(row, cell.column, this.#own(shown))
    if (cell.type === 'e') addDoubt(row, 'error-value')
  }

  /**
   * A cut piece keeps the whole text alive that it was cut from: 64 KB for a name of a unit. So each cell has words of its
   * own, and cells with the same words share them.
   */
  #own(words: string): string {
    const known = this.#words.get(words)
    if (known !== undefined) return known
    const own = ` ${words}`.slice(1)
    if (words.length <= longestShared && this.#words.size < mostShared) this.#words.set(own, own)
    return own
  }

  #newRow(): SheetRow {
    const row: SheetRow = { row: this.#rowNumber, cells: [], doubts: none }
    if (this.#hidden) addDoubt(row, 'hidden-row')
    if (this.#hasFormula) addDoubt(row, 'formula')
    this.rows.push(row)
    return row
  }

  #shown({ type, raw, style }: OpenCell): string {
    const { strings, looks, since1904 } = this.#workbook
    switch (type) {
      case 's':
        return strings[Number(raw)] ?? ''
      case 'inlineStr':
      case 'str':
        return unescaped(raw)
      case 'b':
        return raw === '1' || raw === 'true' ? '是' : '否'
      case 'd':
        return raw.slice(0, 10)
      case 'e':
        return raw
      default:
        return shownNumber(raw, looks[style] ?? 'plain', since1904)
    }
  }

  #merge(reference: string): void {
    const area = areaOf(reference)
    if (area !== undefined && this.merged.length < limits.sheetRows) this.merged.push(area)
  }

  #columns(attribute: XmlElement['attribute']): void {
    const hidden = isSet(attribute('hidden'))
    const width = Number(attribute('width') ?? 0)
    const to = Math.min(Number(attribute('max') ?? 0), limits.sheetColumns)
    for (let column = Math.max(1, Number(attribute('min') ?? 1)); column <= to; column += 1) {
      if (hidden) this.hiddenColumns.add(column)
      if (width > 0) this.widths.set(column, Math.min(width, 255))
    }
  }
}

function isSet(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
