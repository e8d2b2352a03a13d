import { proofEn } from './proof.en.ts'
import { calendarEn } from './calendar.en.ts'
import { peopleEn } from './people.en.ts'
import { rosterEn } from './roster.en.ts'
import { appraisalsEn } from './appraisals.en.ts'
import { accountsEn } from './accounts.en.ts'
import { importsEn } from './imports.en.ts'
import { inquiriesEn } from './inquiries.en.ts'
import { deskEn } from './desk.en.ts'
import { matterPageEn } from './matter-page.en.ts'
import { papersEn } from './papers.en.ts'
import { columnsEn } from './columns.en.ts'
import { ledgersEn } from './ledgers.en.ts'
import { mattersEn } from './matters.en.ts'
import { selfChecksEn } from './self-checks.en.ts'
import { shellEn } from './shell.en.ts'
import { briefingsEn } from './briefings.en.ts'
import { consequencesEn } from './consequences.en.ts'
import { messagesEn } from './messages.en.ts'
import { supervisionEn } from './supervision.en.ts'
import { ballotsEn } from './ballots.en.ts'
import { closuresEn } from './closures.en.ts'
import { lettersEn } from './letters.en.ts'
import { reportsEn } from './reports.en.ts'
import { samplesEn } from './samples.en.ts'
import { meetingsEn } from './meetings.en.ts'
import { ruleBooksEn } from './rule-books.en.ts'
import { securityEn } from './security.en.ts'
import { voicesEn } from './voices.en.ts'
import type { Messages } from './zh.ts'

export const en: Messages = {
  accounts: accountsEn,
  appraisals: appraisalsEn,
  calendar: calendarEn,
  people: peopleEn,
  roster: rosterEn,
  proof: proofEn,
  selfChecks: selfChecksEn,
  shell: shellEn,
  desk: deskEn,
  imports: importsEn,
  ledgers: ledgersEn,
  columns: columnsEn,
  papers: papersEn,
  inquiries: inquiriesEn,
  matters: mattersEn,
  matterPage: matterPageEn,
  supervision: supervisionEn,
  messages: messagesEn,
  consequences: consequencesEn,
  briefings: briefingsEn,
  effectTab: 'Effect',
  voices: voicesEn,
  closures: closuresEn,
  letters: lettersEn,
  reports: reportsEn,
  samples: samplesEn,
  meetings: meetingsEn,
  ruleBooks: ruleBooksEn,
  ballots: ballotsEn,
  security: securityEn,
}
