/**
 * Reads a web page, or rich text pasted from Word, WPS or a browser, into the same blocks as a Word document: one for
 * each paragraph and each row of a table. Nothing is run and nothing is fetched; what nobody sees is left out and said.
 */
import { furnitureMark } from '../../outline/read-lines.ts'
import { readingLimits } from '../../reading-limits.ts'
import type { ReadWarningCode } from '../read-warning.ts'
import type { Area } from '../sheet-address.ts'
import { stopReading } from '../stop-reading.ts'
import { type Block, labelled } from '../word-blocks.ts'
import { asideOf, blockElements, skippedElements } from './html-elements.ts'
import { HtmlLists } from './html-lists.ts'
import { HtmlTable } from './html-table.ts'
import { HtmlWords } from './html-words.ts'
import { hiddenClasses, hidesItself } from './hidden-styles.ts'

type Attributes = Readonly<Record<string, string>>

/** What an open element is to the reader. */
type Role = 'plain' | 'skipped' | 'hidden-row' | 'style-sheet' | 'label' | 'notes' | 'furniture'
type Open = Readonly<{ name: string; role: Role }>

const deepest = 400
const longestStyleSheet = 500_000

export class HtmlBody {
  readonly blocks: Block[] = []
  readonly merged = new Map<number, readonly Area[]>()
  readonly notes: string[] = []
  readonly warnings = new Set<ReadWarningCode>()
  readonly #open: Open[] = []
  readonly #words = new HtmlWords()
  readonly #lists = new HtmlLists()
  readonly #tables: HtmlTable[] = []
  #hidden: ReadonlySet<string> = new Set()
  #styleSheet = ''
  #skipping = 0
  #preformatted = 0
  #notesDepth = 0
  #furnitureDepth = 0
  #tableCount = 0
  #size = 0
  /** Of the list item or of Word's own list, until the words it stands before have come. */
  #label = ''
  #ownLabel: string | undefined

  open(name: string, attributes: Attributes): void {
    if (this.#open.length >= deepest) stopReading('nested-too-deep')
    const role = this.#skipping > 0 ? 'skipped' : this.#roleOf(name, attributes)
    this.#open.push({ name, role })
    if (role === 'skipped') this.#skipping += 1
    else if (role === 'hidden-row') {
      this.#flush()
      this.#tables.at(-1)?.openRow(true)
    } else if (role === 'label') this.#ownLabel = ''
    else if (role === 'notes') {
      this.#flush()
      this.#notesDepth += 1
    } else if (role === 'furniture') {
      this.#flush()
      this.#furnitureDepth += 1
    }
    if (role === 'plain' || role === 'notes' || role === 'furniture') this.#begin(name, attributes)
  }

  text(text: string): void {
    const role = this.#open.at(-1)?.role
    if (role === 'style-sheet') this.#addStyle(text)
    else if (this.#skipping > 0) return
    else if (this.#ownLabel !== undefined) this.#ownLabel += text
    else if (this.#preformatted > 0) this.#words.addAsWritten(text)
    else this.#words.add(text)
    this.#size += text.length
    if (this.#size > readingLimits.textCharacters * 2) stopReading('text-too-long')
  }

  close(): void {
    const ended = this.#open.pop()
    if (ended === undefined) return
    if (ended.role === 'skipped') this.#skipping -= 1
    else if (ended.role === 'style-sheet') this.#hidden = hiddenClasses(this.#styleSheet)
    else if (ended.role === 'label') this.#takeLabel()
    else this.#end(ended.name)
    if (ended.role === 'notes') this.#notesDepth -= 1
    if (ended.role === 'furniture') this.#furnitureDepth -= 1
  }

  /** What stands after the last element. */
  finish(): void {
    while (this.#open.length > 0) this.close()
    this.#flush()
  }

  #roleOf(name: string, attributes: Attributes): Role {
    if (name === 'style') return 'style-sheet'
    if (skippedElements.has(name)) {
      const warning = skippedElements.get(name)
      if (warning !== undefined) this.warnings.add(warning)
      return 'skipped'
    }
    const style = attributes['style'] ?? ''
    if (this.#isHidden(attributes, style)) {
      this.warnings.add('hidden-text')
      return name === 'tr' && this.#tables.length > 0 ? 'hidden-row' : 'skipped'
    }
    if (/mso-list\s*:\s*ignore/i.test(style)) return 'label'
    const aside = asideOf(attributes)
    if (aside === undefined) return 'plain'
    if (aside === 'notes' || aside === 'furniture') return aside
    if (aside === 'comments') this.warnings.add('comments')
    return 'skipped'
  }

  #isHidden(attributes: Attributes, style: string): boolean {
    if ('hidden' in attributes || hidesItself(style)) return true
    const look = attributes['class']
    return look !== undefined && look.split(/\s+/).some((one) => this.#hidden.has(one))
  }

  #addStyle(text: string): void {
    if (this.#styleSheet.length < longestStyleSheet) this.#styleSheet += text
  }

  #begin(name: string, attributes: Attributes): void {
    if (name === 'br') return this.#words.breakLine()
    if (name === 'img') this.warnings.add('pictures')
    if (!blockElements.has(name)) return
    this.#flush()
    const table = this.#tables.at(-1)
    switch (name) {
      case 'pre':
        this.#preformatted += 1
        break
      case 'ul':
      case 'menu':
        this.#lists.openBulleted()
        break
      case 'ol': {
        const { type, style, start } = attributes
        this.#lists.openOrdered({ type, style, start, isReversed: 'reversed' in attributes })
        break
      }
      case 'li':
        this.#label = this.#lists.label(attributes['value'])
        break
      case 'table':
        this.#tables.push(new HtmlTable())
        break
      case 'tr':
        table?.openRow()
        break
      case 'td':
      case 'th':
        table?.openCell(attributes['colspan'], attributes['rowspan'])
        break
    }
  }

  #end(name: string): void {
    if (!blockElements.has(name)) return
    this.#flush()
    if (name === 'pre') this.#preformatted -= 1
    else if (name === 'ul' || name === 'menu' || name === 'ol') this.#lists.close()
    else if (name === 'li') this.#label = ''
    else if (name === 'td' || name === 'th') this.#tables.at(-1)?.closeCell()
    else if (name === 'table') this.#closeTable()
  }

  /** Signs of bullets, in a font of pictures, are no label. */
  #takeLabel(): void {
    const written = (this.#ownLabel ?? '').replaceAll(/[\s\u00a0]/g, '')
    this.#ownLabel = undefined
    this.#label = /[\p{Script=Han}\d①-⑳]|^[a-zA-Z][.)、．]/u.test(written) ? written : ''
  }

  #flush(): void {
    if (this.#words.isEmpty) return
    const text = this.#words.take()
    if (text.trim() === '') return
    if (this.#furnitureDepth > 0) {
      this.warnings.add('page-furniture')
      return this.#place([{ kind: 'paragraph', text: furnitureMark + text.trim() }])
    }
    const whole = labelled(this.#label, this.#label === '' ? text : text.trimStart())
    this.#label = ''
    this.#place([{ kind: 'paragraph', text: whole }])
  }

  #place(blocks: readonly Block[]): void {
    const table = this.#tables.at(-1)
    if (this.#notesDepth > 0)
      this.notes.push(
        ...blocks.flatMap((one) => (one.kind === 'paragraph' ? [one.text.trim()] : [])),
      )
    else if (table?.isInCell === true) table.add(blocks)
    else for (const block of blocks) this.blocks.push(block)
  }

  #closeTable(): void {
    this.#tableCount += 1
    const closed = this.#tables.pop()
    const blocks = closed?.blocks(this.#tableCount) ?? []
    if (closed) this.merged.set(this.#tableCount, closed.merged)
    const outer = this.#tables.at(-1)
    if (outer?.isInCell === true && this.#notesDepth === 0) outer.addTable(blocks)
    else this.#place(blocks)
  }
}
