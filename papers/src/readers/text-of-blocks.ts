/**
 * Paragraphs and rows as lines of text, tables parted by an empty line. It stops before the text is longer than can be
 * read: a few merged cells, filled down, can make gigabytes of it.
 */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { RowNotes } from '../outline/map-tables.ts'
import { rowLine } from '../outline/read-lines.ts'
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits } from '../reading-limits.ts'
import { refuseReading } from './refusals.ts'
import type { Block } from './word-blocks.ts'

export type BlocksText = Readonly<{ text: string; rowNotes: RowNotes }>

export function textOfBlocks(blocks: readonly Block[]): Result<BlocksText, ReadRefusal> {
  const lines: string[] = []
  const rowNotes: RowNotes[number][] = []
  let table: number | undefined
  let size = 0
  for (const block of blocks) {
    const own = block.kind === 'row' ? block.table : undefined
    if (own !== undefined && table !== undefined && own !== table) lines.push('')
    const line = block.kind === 'row' ? rowLine(block.cells) : block.text
    size += line.length + 1
    if (size > readingLimits.textCharacters) return refuseReading('text-too-long')
    lines.push(line)
    if (block.kind === 'row') rowNotes.push(block.doubts)
    table = own
  }
  return accept({ text: lines.join('\n'), rowNotes })
}
