/** The report as a table for people: target, floor, ours, ratio, verdict. */
import type { BenchReport } from './run-bench.ts'
import type { Measured } from './run/measure.ts'
import type { Single } from './run/single.ts'
import type { Spread } from './run/spread.ts'

const heading = [
  '',
  'operation',
  'unit',
  'target',
  'floor',
  'ours',
  'spread',
  'ratio',
  'wall ms (floor/ours)',
  '',
]

export function reportLines(report: BenchReport): readonly string[] {
  const { machine, diskSyncMs, foreignProcessors: foreign, sizes, singles } = report
  const lines = [
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB; ${machine.system}; Node ${machine.node}, PostgreSQL ${machine.postgres}; ${machine.at}`,
    `fdatasync of 8 kB: ${figure(diskSyncMs.median)} ms (${figure(diskSyncMs.low)}–${figure(diskSyncMs.high)}); others kept ${foreign ? `${figure(foreign.median)} (${figure(foreign.low)}–${figure(foreign.high)})` : 'an unknown number of'} of ${machine.cores} processors busy; load ${machine.loadAverage.toFixed(1)}`,
  ]
  for (const { rows, fillSeconds, operations } of sizes) {
    lines.push('', `${rows.toLocaleString('en')} matters (filled in ${fillSeconds.toFixed(0)} s)`)
    lines.push(...table([heading, ...operations.map(measuredCells)]))
    lines.push(
      ...operations.flatMap((one) => one.faults.map((fault) => `  ${one.operation.id} ✗ ${fault}`)),
    )
  }
  lines.push(...growthLines(report))
  if (singles.length > 0) lines.push('', ...table([heading, ...singles.map(singleCells)]))
  return lines
}

/** What the target is about: processor time where it can be had, else the clock. */
function chosen({ operation, ours, floor }: Measured) {
  const { cpuMs, wallMs } = operation.target
  const byWall = wallMs !== null && cpuMs === null
  const ourSpread = byWall ? ours.wallMs : ours.cpuMs
  const floorSpread = byWall ? floor?.wallMs : floor?.cpuMs
  return { byWall, target: byWall ? wallMs : cpuMs, ours: ourSpread, floor: floorSpread ?? null }
}

function measuredCells(one: Measured): readonly string[] {
  const { id, name } = one.operation
  const { byWall, target, ours, floor } = chosen(one)
  const wall = `${figure(one.floor?.wallMs.median)} / ${figure(one.ours.wallMs.median)}`
  const good = one.faults.length === 0
  return [
    id,
    name,
    byWall ? 'ms wall' : 'ms CPU',
    ...cells(target, floor, ours),
    wall,
    good ? verdict(target, ours) : 'FAULT',
  ]
}

function singleCells({ id, name, unit, target, floor, ours, note }: Single): readonly string[] {
  return [id, name, unit, ...cells(target, floor, ours), note, verdict(target, ours)]
}

function cells(
  target: number | null,
  floor: Spread | null,
  ours: Spread | null,
): readonly string[] {
  const ratio = floor && ours ? `${(ours.median / floor.median).toFixed(1)}×` : '–'
  const spread = ours ? `${figure(ours.low)}–${figure(ours.high)}` : '–'
  return [
    target === null ? '–' : `≤ ${target}`,
    figure(floor?.median),
    figure(ours?.median),
    spread,
    ratio,
  ]
}

function verdict(target: number | null, ours: Spread | null): string {
  if (target === null || ours === null) return '–'
  return ours.median <= target ? 'within' : 'over'
}

function growthLines({ sizes }: BenchReport): readonly string[] {
  const [first, last] = [sizes[0], sizes.at(-1)]
  if (!first || !last || first === last) return []
  const rows = first.operations.flatMap((small) => {
    const large = last.operations.find(({ operation }) => operation.id === small.operation.id)
    const [before, after] = [chosen(small).ours, large ? chosen(large).ours : null]
    if (!before || !after) return []
    const times = after.median / before.median
    return [
      [
        small.operation.id,
        figure(before.median),
        figure(after.median),
        `${times.toFixed(2)}×`,
        times <= 2 ? 'within' : 'over',
      ],
    ]
  })
  const title = `G1 growth from ${first.rows.toLocaleString('en')} to ${last.rows.toLocaleString('en')} matters, target ≤ 2×`
  return ['', title, ...table([['', 'before', 'after', 'times', ''], ...rows])]
}

export function figure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
