/**
 * What a stranger who writes a program against the API has to know, and no schema says: how one comes in, who may do
 * what, how lists go on, what a refusal looks like. Here and not in the contract, because the console carries that along.
 */
import { rights, type CommandType } from '@luoshi/domain/people/rights'
import { roleLabels, roles } from '@luoshi/domain/people/roles'

export const apiGuide = `Every answer is JSON in UTF-8 unless it is a file or a stream of events. Ids are opaque and say of what they are (\`matter_…\`).

**Coming in.** There are no keys for programs: a session is begun on the sign-in page (\`/sign-in\`) and lives in a cookie. Over https its name is
\`__Host-luoshi\`; on the server's own machine \`luoshi-PORT\`. \`GET /api/v1/session\` answers who one is and the token \`csrf\`.

**Who may.** One table of rights decides (\`luoshi rights --json\`); each operation names its row as \`x-luoshi-command\` and says in words who that is.
“of their own unit”: only about matters which their unit answers for. Where the three administrators are not apart,
an administrator is all three. What may not be seen is answered like what is not there (404).

**Changing something** takes the header \`x-luoshi-csrf\`. With \`idempotency-key\` what goes on record goes there once, however often the request is sent.
\`version\` in a body is that of the record as the person saw it: where somebody was faster, the answer is 409 \`version-conflict\` and nothing is written.
A step whose meaning nothing written since has touched is taken all the same, by the rules as they stand then: another's signature beside one's own, another question of a
self-check, another matter of a sample. A decision about the whole record is never taken unseen.
One step is written as a whole or not at all.

**Days and moments.** A day is a day in China (\`2026-03-01\`), a moment is UTC (\`2026-03-01T08:00:00.000Z\`). Where a limit waits for a session without a day, the
day is null and \`dueUndetermined\` says why. Shares are fractions of 1, weights and lines of a rule whole per cent, sizes bytes.

**Lists** come newest first unless they say otherwise. Where an answer has \`next\`, it is given back as \`after\` (or \`before\`) for the next page, and is null on the last one;
\`limit\` is how many a page holds. Lists without \`next\` hold the latest few hundred (letters, reports and meetings 200, ballots 300, papers that chase 500): what is
older is found by asking for its \`appraisal\`, or by the thing itself. With \`asOf\` a list is told as it stood at that moment.

**Refusals** are \`application/problem+json\` (RFC 9457): \`code\` for programs, \`zh\` and \`en\` for people, each with what happened and how to mend it; \`issues\` names
every field of a request that was not understood. Programs go by \`code\`: sentences are made clearer from time to time.

**Limits.** A request carries 1 MB at most, a document 20 MB, evidence up to 200 MB by its kind.`

/** By name. A name that means two things in two addresses (`unit`, `kind`, `status`) is left to its schema. */
export const parameterWords: Readonly<Record<string, string>> = {
  'x-luoshi-csrf': 'The token `csrf` of `GET /api/v1/session`',
  'idempotency-key':
    'Names this request, 1 to 100 visible ASCII characters: sent again, it goes on record once',
  'x-file-name': 'The name of the file, percent-encoded UTF-8',
  after: '`next` of the page before',
  before: '`next` of the page before, or the id to go on below',
  limit: 'How many a page holds',
  asOf: 'As things stood at this moment, not now',
  text: 'Only what has these characters; Chinese is found by any two of them',
  late: '1: only what is late',
  mine: '1: only what waits for a step of the person asking',
  appraisal: 'Of this appraisal',
  alarm: 'Only what is late, or silent',
  check: 'One of the four checks (四查): done, being done, not begun, refused',
  phase: 'When it was raised: before the appraisal, during, after',
  sort: 'The order of the list',
  record: 'The record a paper is made of, where there are several',
  layout: 'The form of the sheet: one of ours, or `own:` and the name of one of the county',
  inline: '1: to be looked at in the browser, not saved',
  sha256: 'SHA-256 of the content, in hex',
  name: 'The name to save it under',
  page: 'Which page, from 1',
  size: 'A small picture or a whole page',
  since: 'Appraised since this day',
  from: 'From this day on, itself included',
  until: 'To this day, itself included',
  search: 'A part of a login or a name',
  standing: 'How the accounts stand',
  sheet: 'Which sheet of the workbook, from 0',
  headFrom: 'First row of the headings',
  headTo: 'Last row of the headings',
  count: 'How many days, working days or months',
  year: 'The calendar year',
  replaces: 'The letter that was taken back and is drafted anew',
}

/** Of properties that mean the same wherever they stand. */
export const propertyWords: Readonly<Record<string, string>> = {
  version: 'Of the record: give it back with the next change',
  next: 'Where the next page begins; null on the last one',
  asOf: 'The moment that is told of; null: now',
  dueUndetermined: 'Why a limit has no day yet; null where it has one, or where nothing is limited',
  reference: 'The number of the paper or of the meeting’s minutes',
}

/** Where somebody besides those of the row has a part in it. */
export const alsoMay: Readonly<Record<string, string>> = {
  'GET /api/v1/accounts': ' Also by whoever grants roles.',
  'GET /api/v1/pending-acts': ' Also by whoever asked for one, of their own.',
}

/** In one sentence, from the table of rights. */
export function whoMay(command: CommandType | undefined): string {
  if (command === undefined)
    return 'No single row of the table of rights: it answers, or does, only what the caller may see or do, and refuses the rest (403, 404).'
  const granted = rights[command]
  const any = roles.filter((role) => granted[role] === 'any').map((role) => roleLabels[role].en)
  const own = roles.filter((role) => granted[role] === 'own').map((role) => roleLabels[role].en)
  const said = [any.join(', '), own.length === 0 ? '' : `${own.join(', ')} of their own unit`]
  return `May be asked by: ${said.filter((one) => one !== '').join('; ')}.`
}

/** What each status means here; which of them an operation can answer is said with it. */
export const refusalWords = {
  NotUnderstood: { status: 400, words: 'Not understood: `issues` names every field and why' },
  NotSignedIn: { status: 401, words: 'No session, or it has ended' },
  MayNot: {
    status: 403,
    words: 'The role may not, the token is missing, or the second factor is asked for anew',
  },
  NotFound: { status: 404, words: 'Not there, or not to be seen by whoever asks' },
  Refused: {
    status: 409,
    words: 'Refused by a rule, or somebody was faster (`version-conflict`): nothing was written',
  },
} as const
