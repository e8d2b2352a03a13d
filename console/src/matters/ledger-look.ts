/** How the ledger looks on this device: row height and columns. Remembered here, not on the server: screens differ. */
import { useState } from 'react'

export const densities = ['roomy', 'normal', 'tight'] as const

export type Density = (typeof densities)[number]

export const rowHeights: Readonly<Record<Density, number>> = { roomy: 52, normal: 40, tight: 32 }

/** Columns one may hide; number, title and status always stay. */
export const optionalColumns = [
  'unit',
  'official',
  'due',
  'appraisal',
  'phase',
  'opened',
  'updated',
] as const

export type OptionalColumn = (typeof optionalColumns)[number]

export type LedgerLook = Readonly<{ density: Density; columns: readonly OptionalColumn[] }>

export const firstLook: LedgerLook = {
  density: 'normal',
  columns: ['unit', 'due', 'appraisal', 'updated'],
}

const shelf = 'luoshi.ledger-look'

/** `normal;unit,due`; what is not understood falls back to the first look. */
export function readLook(raw: string | null): LedgerLook {
  const [density, columns] = (raw ?? '').split(';')
  const known = densities.find((one) => one === density)
  if (known === undefined || columns === undefined) return firstLook
  const names = columns.split(',')
  return { density: known, columns: optionalColumns.filter((one) => names.includes(one)) }
}

export function writeLook({ density, columns }: LedgerLook): string {
  return `${density};${columns.join(',')}`
}

export function useLedgerLook(): readonly [LedgerLook, (next: LedgerLook) => void] {
  const [look, setLook] = useState(() => readLook(localStorage.getItem(shelf)))
  const keep = (next: LedgerLook) => {
    localStorage.setItem(shelf, writeLook(next))
    setLook(next)
  }
  return [look, keep]
}
