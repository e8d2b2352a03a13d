/** The ledger as the offices' own sheets: out as a workbook, back for a comparison. */
import type { LedgerComparison } from '@luoshi/domain/ledgers/compare-ledger'
import type { SheetColumns } from '@luoshi/domain/ledgers/fit-columns'
import { layoutKeys } from '@luoshi/domain/ledgers/layouts'
import * as z from 'zod/mini'
import { domainValue, id, instant } from './fields.ts'
import { endpoint } from './kit.ts'
import { matterFilter } from './matters.ts'

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportLedger = endpoint({
  method: 'GET',
  path: '/api/v1/ledger.xlsx',
  summary: 'The ledger as a workbook in one of the forms of the offices, of one moment',
  query: z.object({
    ...matterFilter,
    /** A form of the offices, or the id of one of the county's own. */
    layout: z.optional(z.union([z.enum(layoutKeys), id('layout')])),
    asOf: z.optional(instant),
  }),
  answer: z.string(),
  answers: workbookType,
})

export const previewLedger = endpoint({
  method: 'POST',
  path: '/api/v1/ledger-previews',
  summary:
    'An exported ledger that comes back: new, changed, removed and conflicting lines; nothing is written',
  command: 'BringLedgerBack',
  sends: 'bytes',
  answer: domainValue<LedgerComparison & Readonly<{ columns: SheetColumns }>>(
    'What differs, line by line',
  ),
})
