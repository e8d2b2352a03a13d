/** The opinions that a mapping gives, with what somebody should look at in each cell; every row is counted. */
import { matchUnit } from '@luoshi/domain/people/match-unit'
import type { Parsed } from '@luoshi/papers/parse'
import type { AnswerOf } from '../contract/kit.ts'
import type { MappedRow, previewMapping, RowProblem } from '../contract/mappings.ts'
import type { UnitRow } from '../contract/people.ts'

type Item = Parsed['items'][number]

export function mappedRows(
  { items, leftOut, sheetRows = [] }: Parsed,
  units: readonly UnitRow[],
): AnswerOf<typeof previewMapping> {
  const placeOf = (paragraph: number) => sheetRows[paragraph] ?? null
  const total = sheetRows.filter((place) => place !== null).length
  const left = leftOut.flatMap(({ paragraph, reason }) => {
    const place = placeOf(paragraph)
    return place === null ? [] : [{ ...place, reason }]
  })
  const rows = items.map((item): MappedRow => {
    const places = item.paragraphs.flatMap((one) => placeOf(one) ?? [])
    const unitId = matchUnit(item.unit, units)
    return {
      sheet: places[0]?.sheet ?? 0,
      rows: places.map(({ row }) => row),
      number: item.path ?? '',
      text: item.text,
      title: item.title ?? '',
      unit: item.units.join('、'),
      unitId,
      due: item.due ?? '',
      dueDay: item.dueDay ?? null,
      person: item.person ?? '',
      measure: item.measure ?? '',
      progress: item.progress ?? '',
      extras: { ...item.extras },
      problems: [...problemsOf(item, unitId !== null)],
    }
  })
  const mapped = rows.reduce((sum, { rows: own }) => sum + own.length, 0)
  return { rows, leftOut: left, counted: { total, mapped, leftOut: left.length } }
}

function problemsOf(item: Item, isKnown: boolean): readonly RowProblem[] {
  return [...unitProblems(item, isKnown), ...dueProblems(item), ...cellProblems(item)]
}

function unitProblems({ unit, units }: Item, isKnown: boolean): readonly RowProblem[] {
  if (unit === undefined) return ['unit-missing']
  const several: readonly RowProblem[] = units.length > 1 ? ['units-several'] : []
  return isKnown ? several : ['unit-unknown', ...several]
}

/** 6月底 has a day, the last of the month; 长期坚持 has none, and none is made up. */
function dueProblems({ due, dueKind, dueDay, inferred }: Item): readonly RowProblem[] {
  if (due === undefined) return ['due-missing']
  if (dueDay === undefined) return ['due-no-day']
  const guessed: readonly RowProblem[] = inferred.includes('due-year') ? ['due-year-guessed'] : []
  return dueKind === 'period' ? ['due-period', ...guessed] : guessed
}

const ofCells = ['merged-cell', 'hidden-row', 'formula', 'error-value'] as const

function cellProblems({ doubts }: Item): readonly RowProblem[] {
  return ofCells.filter((one) => doubts.includes(one))
}
