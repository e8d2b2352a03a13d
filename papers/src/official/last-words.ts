/**
 * How much of a body goes with the signature, which must not stand on a page without words of the paper: what is short
 * at the end, such as lines to be signed, until there is a full line of words. What stands before it and is long, a
 * paragraph or a table, is parted: only its end goes along.
 *
 * Source: GB/T 9704-2012, 7.3.5.5 (the seal shares a page with the text; no page may say that it has none).
 */
import { placesOf } from './paper-words.ts'
import type { Block, OfficialPaper } from './paper.ts'

/** A full line. */
const enough = 28
/** A longer paragraph would leave too much of its page empty if it went over as a whole. */
const long = 5 * 28
const mostBlocks = 8
/** More lines than people sign are a list, which may go over to the next page. */
const mostSigned = 6

export type LastWords = Readonly<{
  /** The first block that goes with what follows the body; the number of blocks when none does. */
  from: number
  /** The long paragraph or the table of whose end a part goes along, if the signature would be alone; null for none. */
  parted: number | null
}>

export function lastWords({ body, signature, attachments }: OfficialPaper): LastWords {
  const lines = body.length - 1 - body.findLastIndex(({ kind }) => kind !== 'line')
  const isSigned = signature !== null || attachments.length > 0
  if (lines > mostSigned || (lines === 0 && !isSigned)) return { from: body.length, parted: null }
  let from = body.length
  let said = 0
  while (from > 0 && body.length - from < mostBlocks && said < enough) {
    const places = shortPlaces(body[from - 1])
    if (places === null) break
    from -= 1
    said += places
  }
  return { from, parted: said < enough && isLong(body[from - 1]) ? from - 1 : null }
}

const mostRowsTogether = 6
const mostLinesTogether = 14

/** A form of a few lines to be signed is not parted: the last who signs would have a page of his own. */
export function staysTogether({ rows }: Pick<Extract<Block, { kind: 'form' }>, 'rows'>): boolean {
  const lines = rows.map(({ text, lines: least = 1 }) => {
    return Math.max(least, Math.ceil(placesOf(text) / placesInForm))
  })
  return (
    rows.length <= mostRowsTogether && lines.reduce((all, one) => all + one, 0) <= mostLinesTogether
  )
}

/** Of 12 points beside its label. */
const placesInForm = 26

/** Null for what does not go over as a whole. Lines to be signed say nothing yet. */
function shortPlaces(block: Block | undefined): number | null {
  switch (block?.kind) {
    case 'line':
      return 0
    case 'heading':
      return placesOf(block.text + (block.body ?? ''))
    case 'paragraph': {
      const places = placesOf(block.text)
      return places > long ? null : places
    }
    case 'table':
    case 'form':
    case 'chart':
    case undefined:
      return null
  }
}

function isLong(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' || (block?.kind === 'table' && block.rows.length > 0)
}
