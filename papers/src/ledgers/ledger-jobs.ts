/** What the thread of ledgers is asked to do. */
import type { SheetPlan, SheetValues } from '../sheets/sheet-plan.ts'

export type LedgerJob =
  | Readonly<{ do: 'begin'; plan: SheetPlan; about: string }>
  | Readonly<{ do: 'rows'; rows: readonly SheetValues[] }>
  | Readonly<{ do: 'end' }>
  | Readonly<{ do: 'read'; bytes: Uint8Array }>
