import type { Messages } from './zh.ts'

export const ledgersEn: Messages['ledgers'] = {
  menu: 'Export and compare',
  workbook: 'Excel',
  csv: 'List (CSV, for programs)',
  compare: 'Compare a sheet that comes back …',
  title: (name) => `Compared: ${name}`,
  close: 'Close',
  sum: (added, changed, removed, conflicts, same) =>
    `${added} new, ${changed} changed, ${removed} removed, ${conflicts} conflicting, ${same} untouched.`,
  nothingWritten: 'This only compares; nothing was written.',
  conflicts: 'Conflicts: changed in the sheet and in the ledger',
  changed: 'Changed in the sheet',
  changedHint:
    'The ledger only knows lawful steps. Open the matter and record the change by its step (progress, plan …).',
  added: 'New lines',
  addedHint: 'Bring new opinions in through the import room, where they are checked first.',
  removed: 'Lines taken out',
  removedHint: 'That changes nothing in the ledger: a matter ends only by its steps or an exit.',
  row: (row) => `Row ${row} `,
  matter: (number) => `No. ${number}`,
  where: 'Where',
  column: 'Column',
  was: 'As exported',
  inFile: 'In the sheet',
  inLedger: 'In the ledger',
  twice: 'The same matter stands in the sheet twice; only the first line counts.',
  gone: 'The ledger had no such matter then.',
}
