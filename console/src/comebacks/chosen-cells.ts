/** Which changed cells a person has chosen. */
import type { ComebackDetail, ShownCell } from '@luoshi/server/contract/comebacks'

export type ShownLine = ComebackDetail['changed'][number]
export type Cell = ShownCell & Pick<ShownLine, 'matter'>
export type Chosen = ReadonlySet<string>

export function cellKey({ matter, field }: Pick<Cell, 'matter' | 'field'>): string {
  return `${matter} ${field}`
}

export function cellsOf({
  changed,
  conflicts,
}: Pick<ComebackDetail, 'changed' | 'conflicts'>): readonly Cell[] {
  return [...changed, ...conflicts].flatMap(({ matter, cells }) =>
    cells.map((cell) => ({ ...cell, matter })),
  )
}

export function toggled(chosen: Chosen, key: string, isOn: boolean): Chosen {
  return isOn ? new Set([...chosen, key]) : new Set([...chosen].filter((one) => one !== key))
}
