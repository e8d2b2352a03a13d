/** Reads a web page or pasted rich text: its paragraphs with the labels of its lists, and its tables row by row. */
import { Parser } from 'htmlparser2'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { Encoding } from '../../encoding/decode-text.ts'
import type { ReadRefusal } from '../../read-refusal.ts'
import { type ReadWarning, readWarnings } from '../read-warning.ts'
import { refusalOf } from '../stop-reading.ts'
import type { MergedCells } from '../tables-of-blocks.ts'
import type { Block } from '../word-blocks.ts'
import { HtmlBody } from './html-body.ts'
import { decodeHtml } from './html-encoding.ts'

export type HtmlContent = Readonly<{
  encoding: Encoding
  blocks: readonly Block[]
  merged: MergedCells
  notes: readonly string[]
  warnings: readonly ReadWarning[]
}>

const piece = 64 * 1024

export function readHtml(bytes: Uint8Array): Result<HtmlContent, ReadRefusal> {
  const decoded = decodeHtml(bytes)
  if (!decoded.ok) return decoded
  const { encoding, text } = decoded.value
  const body = new HtmlBody()
  const parser = new Parser({
    onopentag: (name, attributes) => body.open(name, attributes),
    ontext: (words) => body.text(words),
    onclosetag: () => body.close(),
  })
  const refusal = refusalOf(() => {
    for (let at = 0; at < text.length; at += piece) parser.write(text.slice(at, at + piece))
    parser.end()
    body.finish()
  })
  if (refusal !== undefined) return { ok: false, refusal }
  if (body.notes.length > 0) body.warnings.add('footnotes')
  return accept({
    encoding,
    blocks: body.blocks,
    merged: body.merged,
    notes: body.notes,
    warnings: readWarnings(body.warnings),
  })
}
