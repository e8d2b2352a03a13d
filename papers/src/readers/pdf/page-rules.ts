/** The straight lines a page draws, across and down, in points from its top left corner: edges of tables among them. */

/** Across: `at` is its height, `from` and `to` its ends; down: the other way round. */
export type Rule = Readonly<{ at: number; from: number; to: number }>
export type PageRules = Readonly<{ across: readonly Rule[]; down: readonly Rule[] }>

type Operators = Readonly<{ fnArray: readonly number[]; argsArray: readonly unknown[] }>
type Known = Readonly<{ save: number; restore: number; transform: number; constructPath: number }>
type Matrix = readonly [number, number, number, number, number, number]

const mostOperators = 200_000
const mostRules = 2000
/** Shorter ones are dashes, ticks, and the ends of thick lines. */
const shortest = 4
const straight = 0.8
/** How a path is written: a sign, then its places. */
const places: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 }

export const noRules: PageRules = { across: [], down: [] }

/** Nothing of a page that draws more than tables ever do. */
export function pageRules(
  { fnArray, argsArray }: Operators,
  operators: Known,
  view: readonly number[],
): PageRules {
  if (fnArray.length > mostOperators) return noRules
  const across: Rule[] = []
  const down: Rule[] = []
  const kept: Matrix[] = []
  let matrix = matrixOf(view)
  for (const [at, operator] of fnArray.entries()) {
    if (operator === operators.save) kept.push(matrix)
    else if (operator === operators.restore) matrix = kept.pop() ?? matrix
    else if (operator === operators.transform) matrix = times(matrix, matrixOf(argsArray[at]))
    else if (operator === operators.constructPath)
      for (const segment of segmentsOf(argsArray[at], matrix)) addRule(segment, across, down)
    if (across.length + down.length > mostRules) return noRules
  }
  return { across, down }
}

function matrixOf(given: unknown): Matrix {
  const all = Array.isArray(given) || given instanceof Float32Array ? Array.from(given, Number) : []
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = all
  return [a, b, c, d, e, f]
}

function times([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ]
}

type Point = readonly [x: number, y: number]
type Segment = readonly [from: Point, to: Point]

function segmentsOf(args: unknown, [a, b, c, d, e, f]: Matrix): readonly Segment[] {
  const given: unknown = Array.isArray(args) && Array.isArray(args[1]) ? args[1][0] : undefined
  if (!(given instanceof Float32Array)) return []
  const segments: Segment[] = []
  let first: Point | undefined
  let last: Point | undefined
  for (let at = 0; at < given.length;) {
    const sign = given[at] ?? -1
    const count = places[sign]
    if (count === undefined) return segments
    const [x = 0, y = 0] = given.slice(at + count - 1, at + count + 1)
    const next: Point = [a * x + c * y + e, b * x + d * y + f]
    if (sign === 0) first = next
    else if (sign === 1 && last) segments.push([last, next])
    else if (sign === 4 && last && first) segments.push([last, first])
    last = sign === 4 ? first : next
    at += count + 1
  }
  return segments
}

function addRule([[x1, y1], [x2, y2]]: Segment, across: Rule[], down: Rule[]): void {
  const [wide, high] = [Math.abs(x1 - x2), Math.abs(y1 - y2)]
  if (high < straight && wide >= shortest)
    across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
  else if (wide < straight && high >= shortest)
    down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
}
