/**
 * Proposes the opinions of a paper from its outline.
 *
 * The law: every paragraph is taken into an opinion, or it is listed as left out with the reason. What no rule
 * has claimed is found at the end and listed too, so nothing can vanish.
 */
import type { PlanNotes } from '@luoshi/domain/plans/plan-notes'
import { type Finished, finishedFrom } from './finished-opinions.ts'
import type { LeftOut, LeftOutReason } from './left-out.ts'
import { mapTables, type RowNotes } from './map-tables.ts'
import { openingReasons } from './opening-reasons.ts'
import type { TakenTable } from '../mapping/taken-tables.ts'
import type { ProposedOpinion } from './opinion.ts'
import type { Outline } from './outline.ts'
import { plainOpinions } from './plain-opinions.ts'
import { isContentsLine } from './no-prose.ts'
import { furnitureMark, rowMark } from './read-lines.ts'
import { headingsOfTables } from './table-words.ts'
import { walkSections } from './walk-sections.ts'

export type Opinions = Readonly<{
  items: readonly ProposedOpinion[]
  leftOut: readonly LeftOut[]
  paragraphs: readonly Readonly<{ index: number; from: number; to: number; text: string }>[]
}>

export function opinionsOf(
  outline: Outline,
  notes: RowNotes = [],
  mapped?: readonly TakenTable[],
): Opinions {
  const prose = outline.nodes.length > 0 ? numbered(outline) : plainOpinions(outline)
  const tables = mapTables(outline, notes, mapped)
  const headings = headingsOfTables(outline.paragraphs)
  const raised = prose.items.filter(
    ({ paragraphs }) => !paragraphs.every((one) => headings.has(one)),
  )
  const items = [...raised, ...tables.items].sort((a, b) => firstOf(a) - firstOf(b))
  const reasons = new Map<number, LeftOutReason>([
    ...[...headings].map((index): [number, LeftOutReason] => [index, 'heading']),
    ...outline.tail,
    ...[...prose.leftOut, ...tables.leftOut].map(asEntry),
  ])
  const taken = new Set(items.flatMap((item) => item.paragraphs))
  return {
    items: items.map((item, place) => ({ number: String(place + 1), ...item, ...notedOf(item) })),
    leftOut: outline.paragraphs
      .filter((paragraph) => !taken.has(paragraph.index))
      .map(({ index, text }) => ({
        paragraph: index,
        reason: reasons.get(index) ?? fallback(text),
      })),
    paragraphs: outline.paragraphs.map(({ index, from, to, text }) => ({ index, from, to, text })),
  }
}

/** Everything it says of the plan, together. */
function notedOf({
  goal,
  measure,
  due,
  dueDay,
  noted,
}: Finished['items'][number]): Readonly<{ noted?: PlanNotes }> {
  const all: PlanNotes = {
    ...noted,
    ...(goal === undefined ? {} : { task: goal }),
    ...(measure === undefined ? {} : { measures: measure }),
    ...(due === undefined ? {} : { due }),
    ...(dueDay === undefined ? {} : { dueOn: dueDay }),
  }
  return Object.keys(all).length === 0 ? {} : { noted: all }
}

function numbered(outline: Outline): Finished {
  const { drafts, leftOut } = walkSections(outline)
  const opening = outline.preamble.flatMap((index) => outline.paragraphs[index] ?? [])
  const finished = finishedFrom(drafts, { year: outline.year, inRecord: false })
  return {
    items: finished.items,
    leftOut: [...openingReasons(opening), ...leftOut, ...finished.leftOut],
  }
}

function asEntry({ paragraph, reason }: LeftOut): [number, LeftOutReason] {
  return [paragraph, reason]
}

function firstOf(item: Readonly<{ paragraphs: readonly number[] }>): number {
  return item.paragraphs[0] ?? 0
}

function fallback(text: string): LeftOutReason {
  if (text === '') return 'empty'
  if (isContentsLine(text)) return 'contents'
  if (text.startsWith(furnitureMark)) return 'page-furniture'
  return text.startsWith(rowMark) ? 'unknown-table' : 'lead-in'
}
