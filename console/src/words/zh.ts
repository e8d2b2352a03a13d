/**
 * All words of the console in Chinese; their type is what every other language must fill. Each room has its own file,
 * so that several people can add words at once. A missing or surplus word in another language does not compile.
 */
import { papersZh } from './papers.zh.ts'
import { proofZh } from './proof.zh.ts'
import { calendarZh } from './calendar.zh.ts'
import { peopleZh } from './people.zh.ts'
import { rosterZh } from './roster.zh.ts'
import { appraisalsZh } from './appraisals.zh.ts'
import { accountsZh } from './accounts.zh.ts'
import { importsZh } from './imports.zh.ts'
import { inquiriesZh } from './inquiries.zh.ts'
import { deskZh } from './desk.zh.ts'
import { matterPageZh } from './matter-page.zh.ts'
import { columnsZh } from './columns.zh.ts'
import { ledgersZh } from './ledgers.zh.ts'
import { mattersZh } from './matters.zh.ts'
import { selfChecksZh } from './self-checks.zh.ts'
import { shellZh } from './shell.zh.ts'
import { supervisionZh } from './supervision.zh.ts'
import { briefingsZh } from './briefings.zh.ts'
import { consequencesZh } from './consequences.zh.ts'
import { messagesZh } from './messages.zh.ts'
import { ballotsZh } from './ballots.zh.ts'
import { meetingsZh } from './meetings.zh.ts'
import { ruleBooksZh } from './rule-books.zh.ts'
import { closuresZh } from './closures.zh.ts'
import { lettersZh } from './letters.zh.ts'
import { reportsZh } from './reports.zh.ts'
import { samplesZh } from './samples.zh.ts'
import { securityZh } from './security.zh.ts'
import { voicesZh } from './voices.zh.ts'

export const zh = {
  accounts: accountsZh,
  appraisals: appraisalsZh,
  calendar: calendarZh,
  people: peopleZh,
  roster: rosterZh,
  proof: proofZh,
  selfChecks: selfChecksZh,
  shell: shellZh,
  desk: deskZh,
  imports: importsZh,
  ledgers: ledgersZh,
  columns: columnsZh,
  papers: papersZh,
  inquiries: inquiriesZh,
  matters: mattersZh,
  matterPage: matterPageZh,
  supervision: supervisionZh,
  effectTab: '成效',
  voices: voicesZh,
  closures: closuresZh,
  letters: lettersZh,
  reports: reportsZh,
  samples: samplesZh,
  meetings: meetingsZh,
  messages: messagesZh,
  ruleBooks: ruleBooksZh,
  ballots: ballotsZh,
  consequences: consequencesZh,
  briefings: briefingsZh,
  security: securityZh,
}

export type Messages = typeof zh
