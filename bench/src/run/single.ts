/** Figures that are not requests: starts, proofs, imports. One line each, with its own unit. */
import type { Spread } from './spread.ts'

export type Single = Readonly<{
  id: string
  name: string
  unit: 's' | 'MB' | 'ms' | '/s' | 'times'
  target: number | null
  floor: Spread | null
  ours: Spread
  note: string
}>
