import type { Messages } from './zh.ts'

export const deskEn: Messages['desk'] = {
  title: 'My desk',
  lead: (waiting) => (waiting === 0 ? 'Nothing waits for you today.' : `${waiting} wait for you.`),
  waiting: 'Waiting for me',
  tasks: 'Also waiting',
  taskCount: (n) => `${n}`,
  taskDue: (day) => `by ${day}`,
  taskLate: (day) => `was due by ${day}`,
  late: 'Late',
  soon: 'Due within seven days',
  imports: 'Imports not confirmed',
  importsLead: 'Read, but the opinions are not on record yet.',
  openImport: 'Continue',
  all: (total) => `See all ${total}`,
  more: (left) => `${left} more`,
  count: (total) => `${total}`,
  nothingWaiting: 'Your desk is clear',
  nothingWaitingFix: 'When it is your turn, matters line up here by step, one click away.',
  nothingLate: 'Nothing is late.',
  nothingSoon: 'Nothing is due within seven days.',
  empty: 'The ledger is empty',
  emptyFix:
    'Take these steps in turn. Opinions come from self-check, investigation, public call, meeting or documents; each becomes a matter or leaves by a stated exit.',
  emptyFixAdmin:
    'Invite the clerk; when the clerk has registered units and officials, invite those too.',
  startAccounts: 'Invite people',
  emptyFixReader:
    'Opinions that concern you appear here once they are on record; other work is in the menu.',
  startPeople: 'Register units and people',
  startRules: 'Check your own rules (or use the general ones)',
  startPlan: 'Make the plan of the year and open appraisals from it',
  startAppraisal: 'Open an appraisal without a plan',
  startImport: 'Import a document of opinions',
  law: 'The whole county: every opinion accounted for',
  lawLine: (raised, matters, exits) => `Raised ${raised} = matters ${matters} + exits ${exits}`,
  lawHolds: 'holds',
  lawBroken: 'does not hold: tell your administrator at once',
  lawExplain:
    'Every opinion raised becomes a matter or leaves by a stated exit (diverted, answered on the spot, withdrawn, not within our power); an exit never counts as satisfied.',
  lawLeft: (all, left) =>
    `The ledger has ${all} numbers; ${left} of them left by an exit later and count as exits.`,
  byStatus: 'Matters by status',
  ledger: 'Open the ledger',
}
