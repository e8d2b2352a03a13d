import type { Messages } from './zh.ts'

export const ledgersEn: Messages['ledgers'] = {
  menu: 'Export and compare',
  workbook: 'Excel',
  own: (name) => `Our layout: ${name}`,
  csv: 'List (CSV, for programs)',
  back: 'Bring a changed ledger back …',
  backs: 'Ledgers brought back',
}
