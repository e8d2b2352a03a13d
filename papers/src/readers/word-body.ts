/**
 * Reads the body of a Word document into blocks. Insertions are accepted, deletions and moved-away text dropped, unless
 * a person has refused them; hidden text is skipped; of ruby only the base is read, of alternatives only the first
 * choice, of a table of contents nothing; a text box follows the paragraph it hangs on.
 */
import type { ListCounters } from './list-counters.ts'
import type { ReadWarningCode } from './read-warning.ts'
import type { XmlElement } from './read-xml.ts'
import { type Block, labelled } from './word-blocks.ts'
import { isOn } from './word-numbering.ts'
import type { WordRevisions } from './word-revisions.ts'
import type { Area } from './sheet-address.ts'
import { WordTable } from './word-table.ts'

/** With everything inside them. */
const skipped = new Map<string, ReadWarningCode | undefined>([
  ['mc:Fallback', undefined],
  ['w:rt', undefined],
  ['w:instrText', undefined],
  ['w:delInstrText', undefined],
  ['w:sectPr', undefined],
  ['w:pPrChange', undefined],
  ['w:rPrChange', undefined],
  ['w:tblPrChange', undefined],
  ['w:object', 'embedded-files'],
  ['w:altChunk', 'embedded-files'],
])

const revisionKinds = new Map<string, 'inserted' | 'deleted'>([
  ['w:ins', 'inserted'],
  ['w:moveTo', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
])

type OpenParagraph = {
  text: string
  list: string | undefined
  level: number | undefined
  style: string | undefined
  /** Its end was deleted under revision: it runs on into the next. */
  joinsNext: boolean
  boxed: string[]
}

export class WordBody {
  readonly blocks: Block[] = []
  readonly merged = new Map<number, readonly Area[]>()
  readonly warnings = new Set<ReadWarningCode>()
  readonly #counters: ListCounters
  readonly #revisions: WordRevisions
  /** Styles of the lines of a table of contents. */
  readonly #contents: ReadonlySet<string>
  readonly #paragraphs: OpenParagraph[] = []
  readonly #tables: WordTable[] = []
  /** For each open mc:AlternateContent: whether a choice was taken. */
  readonly #alternatives: boolean[] = []
  #tableCount = 0
  #skipping = 0
  #inText = false
  #inProperties = 0
  /** In the properties of the sign that ends a paragraph. */
  #inMark = false
  #hidden = false
  #carried = ''

  constructor(counters: ListCounters, revisions: WordRevisions, contents: ReadonlySet<string>) {
    this.#counters = counters
    this.#contents = contents
    this.#revisions = revisions
  }

  open(element: XmlElement): void {
    if (this.#skipping > 0 || this.#isSkipped(element)) {
      this.#skipping += 1
      return
    }
    if (this.#inProperties > 0) return this.#property(element)
    const kind = revisionKinds.get(element.name)
    if (kind !== undefined) return this.#beginRevision(kind, element)
    switch (element.name) {
      case 'w:p':
        this.#openParagraph()
        break
      case 'w:pPr':
        this.#inProperties += 1
        break
      case 'w:r':
        this.#hidden = false
        break
      case 'w:vanish':
        this.#hidden = isOn(element.attribute('val'))
        if (this.#hidden) this.warnings.add('hidden-text')
        break
      case 'w:t':
      case 'm:t':
        this.#inText = true
        break
      case 'w:delText':
        this.#inText = this.#revisions.isInDeletion
        break
      case 'mc:AlternateContent':
        this.#alternatives.push(false)
        break
      case 'w:drawing':
      case 'w:pict':
        this.warnings.add('pictures')
        break
      case 'w:tbl':
        this.#tableCount += 1
        this.#tables.push(new WordTable(this.#tableCount))
        break
      case 'w:tc':
        this.#tables.at(-1)?.openCell()
        break
      case 'w:gridBefore':
        this.#tables.at(-1)?.beginAfter(Number(element.attribute('val')))
        break
      case 'w:gridSpan':
        this.#tables.at(-1)?.span(Number(element.attribute('val')))
        break
      case 'w:vMerge':
        this.#tables.at(-1)?.mergeDown(element.attribute('val'))
        break
      default:
        this.#add(signOf(element))
    }
  }

  text(text: string): void {
    if (this.#inText && this.#skipping === 0) this.#add(text)
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping -= 1
      return
    }
    if (name === 'w:rPr') this.#inMark = false
    if (name === 'w:pPr') this.#inProperties -= 1
    else if (this.#inProperties > 0) return
    else if (revisionKinds.has(name)) this.#revisions.end()
    else if (name === 'mc:AlternateContent') this.#alternatives.pop()
    else if (name === 'w:t' || name === 'm:t' || name === 'w:delText') this.#inText = false
    else if (name === 'w:r') this.#hidden = false
    else if (name === 'w:p') this.#closeParagraph()
    else if (name === 'w:tc') this.#tables.at(-1)?.closeCell()
    else if (name === 'w:tr') this.#tables.at(-1)?.closeRow()
    else if (name === 'w:tbl') this.#closeTable()
  }

  #beginRevision(kind: 'inserted' | 'deleted', { attribute }: XmlElement): void {
    this.#revisions.begin(kind, attribute('author') ?? '', attribute('date') ?? '')
    if (this.#revisions.isAway) this.warnings.add('deleted-text')
  }

  /** Of several choices the first is taken: the others say the same for older programs. */
  #isLaterChoice(name: string): boolean {
    if (name !== 'mc:Choice') return false
    const isLater = this.#alternatives.at(-1) === true
    if (this.#alternatives.length > 0) this.#alternatives[this.#alternatives.length - 1] = true
    return isLater
  }

  #isSkipped({ name }: XmlElement): boolean {
    if (this.#isLaterChoice(name)) return true
    if (!skipped.has(name)) return false
    const warning = skipped.get(name)
    if (warning !== undefined) this.warnings.add(warning)
    return true
  }

  #property({ name, attribute }: XmlElement): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph === undefined) return
    if (name === 'w:pPr') this.#inProperties += 1
    else if (name === 'w:numId') paragraph.list = attribute('val')
    else if (name === 'w:ilvl') paragraph.level = Number(attribute('val') ?? 0)
    else if (name === 'w:pStyle') paragraph.style = attribute('val')
    else if (name === 'w:rPr') this.#inMark = true
    else if (this.#inMark && (name === 'w:del' || name === 'w:ins')) {
      const kind = name === 'w:del' ? 'deleted' : 'inserted'
      const [by, at] = [attribute('author') ?? '', attribute('date') ?? '']
      if (this.#revisions.paragraphEnd(kind, by, at)) paragraph.joinsNext = true
    }
  }

  #add(text: string): void {
    if (text === '' || this.#hidden) return
    this.#revisions.note(text)
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph !== undefined && !this.#revisions.isAway) paragraph.text += text
  }

  #openParagraph(): void {
    this.#paragraphs.push({
      text: '',
      list: undefined,
      level: undefined,
      style: undefined,
      joinsNext: false,
      boxed: [],
    })
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    const words = this.#carried + paragraph.text
    this.#carried = paragraph.joinsNext ? words : ''
    if (paragraph.joinsNext) return
    if (paragraph.style !== undefined && this.#contents.has(paragraph.style)) {
      this.warnings.add('contents-list')
      return
    }
    const numbered = { list: paragraph.list, level: paragraph.level }
    const label = words.trim() === '' ? '' : this.#counters.label(numbered, paragraph.style)
    this.#place(labelled(label, words))
    for (const boxed of paragraph.boxed) this.#place(boxed)
  }

  /** Into the text box, the cell or the document it stands in. */
  #place(text: string): void {
    const outer = this.#paragraphs.at(-1)
    const table = this.#tables.at(-1)
    if (outer !== undefined) outer.boxed.push(text)
    else if (table !== undefined) table.addLine(text.trim())
    else this.blocks.push({ kind: 'paragraph', text })
  }

  #closeTable(): void {
    const table = this.#tables.pop()
    if (table === undefined) return
    const inParagraph = this.#paragraphs.at(-1)
    const inTable = this.#tables.at(-1)
    if (inParagraph !== undefined) for (const line of table.lines) inParagraph.boxed.push(line)
    else if (inTable !== undefined) for (const line of table.lines) inTable.addLine(line)
    else {
      for (const row of table.rows) this.blocks.push(row)
      this.merged.set(table.number, table.merged)
    }
  }
}

function signOf({ name, attribute }: XmlElement): string {
  switch (name) {
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:br':
    case 'w:cr':
      return '\n'
    case 'w:noBreakHyphen':
      return '-'
    case 'w:sym': {
      const code = Number.parseInt(attribute('char') ?? '', 16)
      return code > 0 && code <= 0xffff ? String.fromCharCode(code) : ''
    }
    default:
      return ''
  }
}
