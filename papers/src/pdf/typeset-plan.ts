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
import type { Block, OfficialPaper } from '../official/paper.ts'
import { chartDrawing, chartWords } from '../official/chart-words.ts'
import { dayText } from '../official/paper-words.ts'
import { titleLines } from '../official/title-lines.ts'

/** Of 22 pt in 156 mm, and across in 225 mm. */
const titlePlaces = { upright: 20, across: 28 } as const
/** Of a picture, in points: the text's box of an upright page. */
const upright = 440
/** Any of ours: the faces are few, and one of them has the character. */
const pictureFamilies = 'luoshi-0, luoshi-1, luoshi-2, luoshi-3, luoshi-4'
/** A row of a table stays together unless it may be longer than a page. */
const wholeRow = 400

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

export function planOf(paper: OfficialPaper, mark: PaperMark | null = null) {
  const { attachments, signature, imprint, addressee, note } = paper
  const several = attachments.length > 1
  const title = (text: string) =>
    titleLines(plain(text), paper.landscape ? titlePlaces.across : titlePlaces.upright, paper.whole)
  return {
    mark: mark === null ? null : markPlan(mark),
    landscape: paper.landscape,
    head: paper.head === null ? null : oneLine(paper.head),
    number: oneLine(paper.number),
    title: title(paper.title),
    addressee: addressee === null ? '' : `${oneLine(addressee)}：`,
    body: paper.body.map(blockPlan),
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
      body: body.map(blockPlan),
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

function blockPlan(block: Block) {
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
    case 'table':
      return {
        kind: block.kind,
        columns: block.columns.map(({ heading, width, align = 'left' }) => ({
          heading: linesOf(heading),
          width,
          align,
        })),
        rows: block.rows.map((cells) => ({
          whole: cells.every((cell) => cell.length <= wholeRow),
          cells: block.columns.map((_, at) => linesOf(cells[at] ?? '')),
        })),
      }
    case 'chart':
      return {
        kind: block.kind,
        svg: drawingSvg(chartDrawing(block, upright), pictureFamilies),
        words: oneLine(chartWords(block)),
      }
    case 'form':
      return {
        kind: block.kind,
        rows: block.rows.map(({ label, text, lines = 1 }) => ({
          label: linesOf(label),
          text: linesOf(text),
          lines,
          whole: text.length <= wholeRow,
        })),
      }
  }
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
