/** Exported ledgers that came back: compared, and applied cell by cell. */
import type { Bilingual } from '@luoshi/domain/kernel/explanation'
import type { CellChange, ConflictReason } from '@luoshi/domain/ledgers/compare-ledger'
import type { SheetColumns } from '@luoshi/domain/ledgers/fit-columns'
import type { Application, CellOutcome } from '@luoshi/domain/ledgers/comeback'
import * as z from 'zod/mini'
import { day, domainValue, id, version } from './fields.ts'
import { endpoint } from './kit.ts'

/** A changed cell, with the step that taking it would be, or why it can be none. */
export type ShownCell = CellChange & Readonly<{ step: string | null; refusal: Bilingual | null }>

type ShownLine = Readonly<{
  row: number
  matter: CellOutcome['matter']
  number: number
  title: string
  cells: readonly ShownCell[]
}>

const comebackDetail = z.object({
  id: id('comeback'),
  version,
  fileName: z.string(),
  on: day,
  columns: domainValue<SheetColumns>('Columns that are missing, columns not read'),
  new: z.array(z.object({ row: z.int(), cells: z.record(z.string(), z.string()) })),
  changed: z.array(domainValue<ShownLine>('A line whose cells were changed in the sheet only')),
  conflicts: z.array(
    domainValue<ShownLine & Readonly<{ why: ConflictReason }>>('A line that needs a decision'),
  ),
  removed: z.array(z.object({ matter: id('matter'), number: z.int(), title: z.string() })),
  unchanged: z.int(),
  applications: domainValue<readonly Application[]>('What was applied before, and what was not'),
})

export type ComebackDetail = z.infer<typeof comebackDetail>

export const bringLedgerBack = endpoint({
  method: 'POST',
  path: '/api/v1/comebacks',
  summary: 'Bring an exported ledger back: it is kept and compared; nothing is applied yet',
  command: 'BringLedgerBack',
  sends: 'bytes',
  answer: z.object({ comeback: id('comeback') }),
})

export const listComebacks = endpoint({
  method: 'GET',
  path: '/api/v1/comebacks',
  summary: 'Ledgers that came back, newest first',
  command: 'BringLedgerBack',
  answer: z.object({
    rows: z.array(
      z.object({
        id: id('comeback'),
        status: z.enum(['back', 'applied']),
        fileName: z.string(),
        on: day,
        applied: z.int(),
      }),
    ),
  }),
})

const comebackParam = z.object({ comeback: id('comeback') })

export const getComeback = endpoint({
  method: 'GET',
  path: '/api/v1/comebacks/:comeback',
  summary: 'A ledger that came back against the ledger as it stands: every changed cell three-way',
  command: 'BringLedgerBack',
  params: comebackParam,
  answer: comebackDetail,
})

export const applyComeback = endpoint({
  method: 'POST',
  path: '/api/v1/comebacks/:comeback/apply',
  summary:
    'Apply the chosen cells, each by its ordinary step; `ledger` is what the person saw there',
  command: 'BringLedgerBack',
  params: comebackParam,
  body: z.object({
    chosen: z
      .array(
        z.object({
          matter: id('matter'),
          // One that no cell of the sheet has chooses nothing.
          field: z.string().check(z.maxLength(40)),
          ledger: z.string().check(z.maxLength(40_000)),
        }),
      )
      .check(z.maxLength(20_000)),
  }),
  answer: z.object({
    cells: z.array(
      domainValue<CellOutcome & Readonly<{ number: number; words: Bilingual | null }>>(
        'What became of the cells of one step',
      ),
    ),
    left: z.int(),
  }),
})
