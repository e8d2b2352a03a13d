import {
  evolveComeback,
  noComeback,
  type Comeback,
  type ComebackEvent,
} from '@luoshi/domain/ledgers/comeback'
import { recordKind } from '../execute/record.ts'

/** Ledgers that came back, newest first in every list. */
export const comebackKind = recordKind<'comeback', Comeback, ComebackEvent>({
  kind: 'comeback',
  events: { LedgerCameBack: true, SheetApplied: true },
  initial: noComeback,
  evolve: evolveComeback,
  row: (state) =>
    state.status === 'none' ? null : { title: state.fileName, unit: state.unit, on_day: state.on },
})
