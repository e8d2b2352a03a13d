/**
 * What a survey is told in: how often each option of each question was chosen, by stratum, for ONE
 * population. Statistics are made from this and from nothing else, so an answer is never read twice
 * and never row by row. Counting in batches is adding: in any order, in any grouping, the same.
 *
 * Laws (`breachesOfCounts`): whole numbers, none negative; a stratum, and a question's option in it,
 * once; no option chosen by more than answered; an answer with several options counts each once, any
 * other question at most one per answer. `populationSize` null: nobody knows how many there are. `invited`: how many
 * of them were asked by name, where that is known; absent where anybody may have answered.
 * Source: domain.md section 11 (results apart by population, raw counts kept).
 */
export type CountCell = Readonly<{ question: string; option: string; n: number }>

export type StratumCounts = Readonly<{
  key: string
  populationSize: number | null
  invited?: number
  answered: number
  cells: readonly CountCell[]
}>

export type SurveyCounts = Readonly<{ population: string; strata: readonly StratumCounts[] }>

/** `many`: the codes of those questions whose answer may name several options. */
export function breachesOfCounts(
  counts: SurveyCounts,
  many: ReadonlySet<string>,
): readonly string[] {
  const twice = repeated(counts.strata.map((stratum) => stratum.key))
  return [
    ...twice.map((key) => `stratum ${key} twice`),
    ...counts.strata.flatMap((stratum) =>
      breachesOfStratum(stratum, many).map((breach) => `stratum ${stratum.key}: ${breach}`),
    ),
  ]
}

/** Both belong to one population; a stratum known to either is in the sum. Sorted by key. */
export function addCounts(one: SurveyCounts, other: SurveyCounts): SurveyCounts {
  const strata = new Map<string, StratumCounts>()
  for (const stratum of [...one.strata, ...other.strata]) {
    const before = strata.get(stratum.key)
    strata.set(stratum.key, addStrata(before, stratum))
  }
  return {
    population: one.population,
    strata: [...strata.values()].toSorted((a, b) => inOrder(a.key, b.key)),
  }
}

function addStrata(before: StratumCounts | undefined, after: StratumCounts): StratumCounts {
  const cells = new Map<string, CountCell>()
  for (const cell of [...(before?.cells ?? []), ...after.cells]) {
    const key = nameOfCell(cell)
    cells.set(key, { ...cell, n: cell.n + (cells.get(key)?.n ?? 0) })
  }
  return {
    key: after.key,
    populationSize: after.populationSize ?? before?.populationSize ?? null,
    answered: after.answered + (before?.answered ?? 0),
    cells: [...cells.values()].toSorted((a, b) => inOrder(nameOfCell(a), nameOfCell(b))),
  }
}

function breachesOfStratum(stratum: StratumCounts, many: ReadonlySet<string>): readonly string[] {
  const numbers = [stratum.answered, stratum.populationSize ?? 0, ...stratum.cells.map((c) => c.n)]
  const chosen = new Map<string, number>()
  for (const cell of stratum.cells) {
    if (!many.has(cell.question)) {
      chosen.set(cell.question, (chosen.get(cell.question) ?? 0) + cell.n)
    }
  }
  return [
    ...(numbers.every((n) => Number.isSafeInteger(n) && n >= 0) ? [] : ['a number that is none']),
    ...repeated(stratum.cells.map(nameOfCell)).map((name) => `${name} twice`),
    ...stratum.cells
      .filter((cell) => cell.n > stratum.answered)
      .map((cell) => `${nameOfCell(cell)} chosen by more than answered`),
    ...[...chosen]
      .filter(([, n]) => n > stratum.answered)
      .map(([question]) => `${question} answered by more than answered`),
  ]
}

function nameOfCell(cell: CountCell): string {
  return JSON.stringify([cell.question, cell.option])
}

function repeated(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))]
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
