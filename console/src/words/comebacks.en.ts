import type { comebacksZh } from './comebacks.zh.ts'

export const comebacksEn: typeof comebacksZh = {
  title: 'Ledger brought back',
  titleOf: (name) => `Brought back: ${name}`,
  lead: 'Every changed cell is listed; only what you choose is done, each by its ordinary step and with your ordinary rights.',
  list: 'Ledgers brought back',
  listLead: 'Ledgers that were exported, changed and brought back, and what was applied.',
  none: 'No ledger was brought back yet',
  noneHint:
    'In the ledger, choose “Export and compare”: export a workbook, change it, bring it back.',
  applied: (count) => `${count} applied`,
  notApplied: 'Nothing applied yet',
  where: 'Matter',
  column: 'Column',
  was: 'As exported',
  file: 'In the sheet',
  ledger: 'In the ledger',
  take: 'Take from the sheet',
  does: 'By',
  row: (row) => `Row ${row}`,
  matter: (number) => `No. ${number}`,
  columns: 'Columns of the sheet',
  columnsMissing: (headings) => `Not in the sheet, untouched in the ledger: ${headings}.`,
  columnsIgnored: (headings) =>
    `Not known, so not read: ${headings}. If a heading was renamed, put its words back and bring the sheet in again.`,
  toldByNumber:
    'The hidden column was taken out, so lines are told by their numbers. Lines pasted from an older sheet cannot be told from others: compare each one.',
  conflicts: 'Conflicts: changed in the sheet and in the ledger',
  conflictsHint:
    'All three are shown; nothing happens unless you choose. Progress is added, it overwrites nothing.',
  changed: 'Changed in the sheet',
  changedHint: 'Tick what shall be done, then apply it.',
  all: 'Choose all that can be done',
  allNone: 'Choose none',
  steps: {
    RedraftMatter: 'Redraft the matter',
    SubmitPlan: 'Submit the plan',
    ReportProgress: 'Report progress',
  },
  why: {
    both: 'Both were changed',
    twice: 'The same matter stands in the sheet twice; only the first line counts',
    gone: 'The ledger had no such matter then',
    foreign:
      'This line was not exported with this sheet: its number was changed, or it was pasted in',
  },
  added: 'New lines',
  addedHint: 'Bring new opinions in through the import room, where they are checked first.',
  addedGo: 'To the import room',
  removed: 'Lines taken out',
  removedHint:
    'That deletes no matter. To let a matter leave, give the reason and the approval on its page (exit).',
  unchanged: (count) => `${count} more lines are unchanged.`,
  nothing: 'The sheet and the ledger say the same.',
  apply: (count) => `Apply what is chosen (${count})`,
  askTitle: (count) => `Apply ${count} changes?`,
  askEffects: [
    'Each goes on record by its ordinary step, in your name',
    'What is not chosen stays; what cannot be done is told one by one',
  ],
  askAction: 'Apply',
  report: 'What came of it',
  reportSum: (applied, refused, left) =>
    `${applied} applied, ${refused} not possible, ${left} not chosen.`,
  done: 'Applied',
  refused: 'Not possible',
  earlier: 'Applied before',
  earlierSum: (day, applied, refused, left) =>
    `${day}: ${applied} applied, ${refused} not possible, ${left} not chosen`,
  empty: '(empty)',
}
