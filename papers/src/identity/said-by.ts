/**
 * Everything a paper says, piece by piece in the order in which it stands there: the same whatever file it becomes. How
 * it looks (widths, faces, pages) is no part of it.
 *
 * A piece is its part and its texts; the cells of a row are one piece, because a page may end between their lines.
 */
import { chartWords } from '../official/chart-words.ts'
import type { Block, OfficialPaper } from '../official/paper.ts'
import { dayText } from '../official/paper-words.ts'

export type Piece = readonly [part: string, ...texts: readonly string[]]

export function saidBy(paper: OfficialPaper): readonly Piece[] {
  const { head, number, title, addressee, signature, note } = paper
  const numbered: readonly Piece[] = number === null ? [] : [['文号', number]]
  const opening: readonly Piece[] =
    head === null
      ? [['标题', title], ...numbered]
      : [['发文机关标志', head], ...numbered, ['标题', title]]
  const pieces: readonly Piece[] = [
    ...opening,
    ...(addressee === null ? [] : ([['主送机关', `${addressee}：`]] as const)),
    ...paper.body.flatMap(blockSays),
    ...listSays(paper),
    ...(signature === null
      ? []
      : ([
          ['署名', signature.by],
          ['成文日期', dayText(signature.on)],
        ] as const)),
    ...(note === null ? [] : ([['附注', `（${note}）`]] as const)),
    ...attachmentsSay(paper),
    ...imprintSays(paper),
  ]
  return pieces.filter(([, ...texts]) => texts.some((text) => bare(text) !== ''))
}

/** Without blanks and what has no shape of its own, so that the same words are the same text in every format. */
export function bare(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Noncharacter_Code_Point}]|\p{Variation_Selector}/gu, '')
    .normalize('NFKC')
}

function blockSays(block: Block): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return [['标题行', block.text + (block.body ?? '')]]
    case 'paragraph':
    case 'line':
      return [['段落', block.text]]
    case 'table':
      return [
        ['表头', ...block.columns.map(({ heading }) => heading)],
        ...block.rows.map(
          (cells) => ['表格', ...block.columns.map((_, at) => cells[at] ?? '')] as const,
        ),
      ]
    case 'chart':
      return [['图', chartWords(block)]]
    case 'form':
      return block.rows.map(({ label, text }) => ['表格', label, text] as const)
  }
}

function listSays({ attachments }: OfficialPaper): readonly Piece[] {
  const several = attachments.length > 1
  return attachments.map(({ name }, at) => {
    const lead = at === 0 ? '附件：' : ''
    return ['附件说明', `${lead}${several ? `${at + 1}.` : ''}${name}`] as const
  })
}

function attachmentsSay({ attachments }: OfficialPaper): readonly Piece[] {
  return attachments.flatMap(({ name, body }, at) => [
    ['附件', attachments.length > 1 ? `附件${at + 1}` : '附件'] as const,
    ['附件标题', name] as const,
    ...body.flatMap(blockSays),
  ])
}

function imprintSays({ imprint }: OfficialPaper): readonly Piece[] {
  if (imprint === null) return []
  const { copies, by, on } = imprint
  return [
    ...(copies.length === 0 ? [] : ([['版记', `抄送：${copies.join('，')}。`]] as const)),
    ['版记', `${by}${dayText(on)}印发`],
  ]
}
