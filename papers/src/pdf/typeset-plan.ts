/** A paper as the plain data that the template sets: lines, faces, and what the standard adds to the words. */
import { drawingSvg } from '@luoshi/domain/drawings/drawing-svg'
import {
  draftMark,
  hashWord,
  markAddress,
  markLines,
  type PaperMark,
} from '../identity/paper-mark.ts'
import { qrDrawing } from '../identity/qr-drawing.ts'
import type { Faces } from '../fonts/faces.ts'
import type { FaceRole } from '../fonts/face-roles.ts'
import { columnRoom } from '../official/column-room.ts'
import type { Block, OfficialPaper } from '../official/paper.ts'
import { chartDrawing, chartWords } from '../official/chart-words.ts'
import { lastWords, staysTogether } from '../official/last-words.ts'
import { dayText, placesOf } from '../official/paper-words.ts'
import { titleLines } from '../official/title-lines.ts'

/** Of 22 pt in 156 mm, and across in 225 mm. */
const titlePlaces = { upright: 20, across: 28 } as const
/** The width of the text's box, in points. */
const upright = 442
const across = 637
const pictureWidth = 440
/** Any of ours: the faces are few, and one of them has the character. */
const pictureFamilies = 'luoshi-0, luoshi-1, luoshi-2, luoshi-3, luoshi-4'
const cellSize = 12
const cellEdges = 8.5
/** Of the width of a form, what stands beside its label. */
const formText = 3.2 / 4.2
/** A row of a table stays together unless it may be longer than two thirds of a page: lines of 20 points. */
const wholeRow = { upright: 20, across: 13 } as const

/** What has no shape of its own: controls, joiners, marks of direction, halves of characters. They are not set. */
const shapeless =
  /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]|\p{Variation_Selector}|\p{Noncharacter_Code_Point}/gu

function plain(text: string): string {
  return text
    .replaceAll(shapeless, '')
    .replaceAll('\t', ' ')
    .replaceAll(/[\u2028\u2029]/g, '\n')
}

function linesOf(text: string): readonly string[] {
  return plain(text).split('\n')
}

function oneLine(text: string | null): string {
  return plain(text ?? '').replaceAll('\n', ' ')
}

export type TypesetPlan = ReturnType<typeof planOf>

export function planOf(paper: OfficialPaper, mark: PaperMark | null = null, isParted = false) {
  const { attachments, signature, imprint, addressee, note } = paper
  const { from, parted } = lastWords(paper)
  const several = attachments.length > 1
  const title = (text: string) =>
    titleLines(plain(text), paper.landscape ? titlePlaces.across : titlePlaces.upright, paper.whole)
  const planned = (block: Block) => blockPlan(block, paper.landscape ? across : upright)
  return {
    mark: mark === null ? null : markPlan(mark),
    landscape: paper.landscape,
    head: paper.head === null ? null : oneLine(paper.head),
    number: oneLine(paper.number),
    title: title(paper.title),
    addressee: addressee === null ? '' : `${oneLine(addressee)}：`,
    body: paper.body.map(planned),
    /** What goes with the signature; of what is long, the last lines or the last row, once they have to. */
    last: { from, parted, isParted },
    list: attachments.map(({ name }, at) => ({
      first: at === 0,
      label: several ? `${at + 1}.` : '',
      name: oneLine(name),
    })),
    signature:
      signature === null
        ? null
        : { by: oneLine(signature.by), date: dayText(signature.on), sealed: signature.sealed },
    note: note === null ? '' : `（${oneLine(note)}）`,
    attachments: attachments.map(({ name, body }, at) => ({
      label: several ? `附件${at + 1}` : '附件',
      name: title(name),
      body: body.map(planned),
    })),
    imprint:
      imprint === null
        ? null
        : {
            copies:
              imprint.copies.length === 0
                ? ''
                : `抄送：${imprint.copies.map(oneLine).join('，')}。`,
            by: oneLine(imprint.by),
            printed: `${dayText(imprint.on)}印发`,
          },
  }
}

/** The picture of the code is made here; the words beside it are set like any other. */
function markPlan(mark: PaperMark) {
  if (mark.status === 'draft') return { draft: draftMark, words: [], svg: '', truth: '', hash: '' }
  const { sealed, site } = mark
  const svg = drawingSvg(qrDrawing(markAddress(sealed, site), 52), 'none')
  const hash = `${hashWord}:${sealed.hash}`
  return { draft: '', words: markLines(sealed.code), svg, truth: sealed.truth, hash }
}

function blockPlan(block: Block, measure: number) {
  switch (block.kind) {
    case 'heading':
      return {
        kind: block.kind,
        level: block.level,
        text: oneLine(block.text),
        body: oneLine(block.body ?? ''),
      }
    case 'paragraph':
    case 'line':
      return { kind: block.kind, lines: linesOf(block.text) }
    case 'table': {
      const room = columnRoom(block.columns, measure, block.rows)
      return {
        kind: block.kind,
        columns: block.columns.map(({ heading, width, align = 'left' }, at) => ({
          heading: linesOf(heading),
          width: room[at] ?? width,
          align,
        })),
        rows: block.rows.map((cells) => ({
          whole: block.columns.every((_, at) => isWhole(cells[at] ?? '', room[at] ?? 0, measure)),
          cells: block.columns.map((_, at) => linesOf(cells[at] ?? '')),
        })),
      }
    }
    case 'chart':
      return {
        kind: block.kind,
        svg: drawingSvg(chartDrawing(block, pictureWidth), pictureFamilies),
        words: oneLine(chartWords(block)),
      }
    case 'form':
      return {
        kind: block.kind,
        together: staysTogether(block),
        rows: block.rows.map(({ label, text, lines = 1 }) => ({
          label: linesOf(label),
          text: linesOf(text),
          lines,
          whole: isWhole(text, formText * measure, measure),
        })),
      }
  }
}

/** Whether a cell of this width surely keeps within the lines that stay together. */
function isWhole(text: string, room: number, measure: number): boolean {
  const places = Math.max(1, Math.floor((room - cellEdges) / cellSize))
  const lines = linesOf(text).reduce((all, line) => all + Math.ceil(placesOf(line) / places), 0)
  return lines <= (measure === across ? wholeRow.across : wholeRow.upright)
}

/** Which families each part is set in, the first that has a character. */
export function familiesFor({ of }: Faces): Readonly<Record<FaceRole, readonly string[]>> {
  const names = (role: FaceRole) => of[role].map(({ family }) => family)
  return {
    body: names('body'),
    first: names('first'),
    second: names('second'),
    title: names('title'),
    number: names('number'),
  }
}
