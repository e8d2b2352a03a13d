/** Figures of the paper count while they are typed: a row a contest; options in their order, then blanks and spoiled ones. */
import type { ContestCount } from '@luoshi/domain/ballots/cast-here'

export type PaperDraft = readonly (readonly string[])[]

export function emptyPaper(contests: number, marks: number): PaperDraft {
  return Array.from({ length: contests }, () => Array.from({ length: marks + 2 }, () => ''))
}

export function withFigure(draft: PaperDraft, row: number, at: number, typed: string): PaperDraft {
  const figure = typed.normalize('NFKC').replaceAll(/\D/g, '')
  return draft.map((line, place) =>
    place === row ? line.map((one, column) => (column === at ? figure : one)) : line,
  )
}

export function sumOf(line: readonly string[]): number {
  return line.reduce((sum, figure) => sum + Number(figure), 0)
}

/** Null while a figure is missing: an empty box is no zero. */
export function paperOf(
  draft: PaperDraft,
): (Omit<ContestCount, 'counts'> & { counts: number[] })[] | null {
  if (draft.some((line) => line.some((figure) => figure === ''))) return null
  return draft.map((line) => {
    const figures = line.map(Number)
    const [blank = 0, invalid = 0] = figures.slice(-2)
    return { cast: sumOf(line), counts: figures.slice(0, -2), blank, invalid }
  })
}
