/** Opinion letters: drafted, looked through for vague words, approved, issued, handed over, signed for, re-issued. */
import { wordingFaults } from '@luoshi/domain/letters/lint-wording'
import { deliveries, letterSections, letterStatuses } from '@luoshi/domain/letters/letter'
import { matterStatuses } from '@luoshi/domain/matters/matter'
import * as z from 'zod/mini'
import { approval, day, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'
import { undetermined } from './limit.ts'

const names = z.array(line).check(z.maxLength(30))

const item = z.object({
  matter: id('matter'),
  unit: id('unit'),
  official: z.nullable(id('official')),
  problem: text,
  request: text,
})

export const letterContent = z.object({
  overall: text,
  achievements: text,
  suggestions: text,
  ballot: text,
  items: z.array(item).check(z.maxLength(200)),
  to: names,
  copies: names,
})

export type LetterContentRow = z.infer<typeof letterContent>

const finding = z.object({
  place: z.union([z.enum(letterSections), id('matter')]),
  part: z.nullable(z.enum(['problem', 'request'])),
  fault: z.enum(wordingFaults),
  quote: z.string(),
  suggestion: z.object({ zh: z.string(), en: z.string() }),
})

export type LetterFinding = z.infer<typeof finding>

/** A limit that runs from the hand-over, and how it is counted. */
const limit = z.object({
  kind: z.enum(['plan', 'report', 'reassign']),
  due: z.nullable(day),
  dueUndetermined: undetermined,
  words: z.object({ zh: z.string(), en: z.string() }),
})

const letterRow = z.object({
  id: id('letter'),
  version,
  status: z.enum(letterStatuses),
  form: z.enum(['opinion', 'reissue']),
  /** 云常评意〔2026〕3号; null before it is issued. */
  reference: z.nullable(z.string()),
  appraisal: id('appraisal'),
  appraisalTitle: z.string(),
  replaces: z.nullable(id('letter')),
  items: z.int(),
  units: z.array(
    z.object({
      unit: id('unit'),
      name: z.string(),
      heldBy: z.nullable(z.string()),
      signedOn: z.nullable(day),
    }),
  ),
  /** The day of its latest act: drafted, issued or handed over. */
  on: day,
  findings: z.int(),
})

export type LetterRowShown = z.infer<typeof letterRow>

const itemShown = z.object({
  ...item.shape,
  number: z.int(),
  title: z.string(),
  status: z.enum(matterStatuses),
  due: z.nullable(day),
  unitName: z.string(),
  /** The unit that acts for it since it merged; null where it acts itself. */
  heldBy: z.nullable(z.string()),
  officialName: z.string(),
  /** Who answers for the matter now, when he took over from the one the letter names. */
  successorName: z.nullable(z.string()),
  /** It went out again under this notice; void here. */
  voided: z.nullable(
    z.object({ on: day, reason: z.string(), reissue: id('letter'), reference: z.string() }),
  ),
})

export const letterDetail = z.object({
  ...letterRow.shape,
  congressName: z.string(),
  activityName: z.string(),
  officialName: z.string(),
  session: z.string(),
  sections: z.object({
    overall: z.string(),
    achievements: z.string(),
    suggestions: z.string(),
    ballot: z.string(),
  }),
  items: z.array(itemShown),
  to: z.array(z.string()),
  copies: z.array(z.string()),
  draftedOn: day,
  findings: z.array(finding),
  /** What was left standing when it was approved. */
  findingsLeft: z.int(),
  approval: z.nullable(approval),
  minutes: z.string(),
  changes: z.string(),
  returned: z.nullable(z.string()),
  issuedOn: z.nullable(day),
  delivery: z.nullable(z.object({ how: z.enum(deliveries), on: day, by: z.string() })),
  limits: z.array(limit),
  receipts: z.array(z.object({ unitName: z.string(), on: day, signer: z.string() })),
  withdrawal: z.nullable(z.object({ on: day, reason: z.string() })),
  /** The letter it replaces, and the letters that replaced it. */
  before: z.nullable(z.object({ id: id('letter'), reference: z.string() })),
  after: z.array(z.object({ id: id('letter'), reference: z.string() })),
  /** What the rule book proposes to put before year and number. */
  prefix: z.string(),
  may: z.object({
    revise: z.boolean(),
    approve: z.boolean(),
    return: z.boolean(),
    issue: z.boolean(),
    handOver: z.boolean(),
    sign: z.boolean(),
    withdraw: z.boolean(),
    /** Draft a new letter of what this withdrawn one held. */
    redraft: z.boolean(),
  }),
})

export type LetterDetail = z.infer<typeof letterDetail>

const appraisalParam = z.object({ appraisal: id('appraisal') })
const letterParam = z.object({ letter: id('letter') })

export const listLetters = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/letters',
  summary: 'Letters of an appraisal, newest first; a unit sees those that hold something for it',
  params: appraisalParam,
  answer: z.object({
    rows: z.array(letterRow),
    /** Approved matters that no letter holds. */
    leftOut: z.array(z.object({ id: id('matter'), number: z.int(), title: z.string() })),
    mayDraft: z.boolean(),
  }),
})

export const listOwnLetters = endpoint({
  method: 'GET',
  path: '/api/v1/letters',
  summary: 'Letters of all appraisals, newest first; a unit sees those that hold something for it',
  answer: z.object({ rows: z.array(letterRow) }),
})

export const getLetterDraft = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/letter-draft',
  summary: 'A first draft made of what is on record: achievements, matters, recipients, limits',
  command: 'DraftLetter',
  params: appraisalParam,
  query: z.object({ replaces: z.optional(id('letter')) }),
  answer: z.object({
    content: letterContent,
    /** Number and title of the matters, and what else could be put in. */
    matters: z.array(
      z.object({ id: id('matter'), number: z.int(), title: z.string(), status: z.string() }),
    ),
    limits: z.array(limit),
  }),
})

export const lintLetter = endpoint({
  method: 'POST',
  path: '/api/v1/letters/lint',
  summary: 'What the wording of a draft leaves open; nothing is kept',
  command: 'DraftLetter',
  body: letterContent,
  answer: z.object({ findings: z.array(finding) }),
})

export const getLetter = endpoint({
  method: 'GET',
  path: '/api/v1/letters/:letter',
  summary: 'One letter, as it is printed',
  params: letterParam,
  answer: letterDetail,
})

export const draftLetter = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/letters',
  summary: 'Draft an opinion letter',
  command: 'DraftLetter',
  params: appraisalParam,
  body: z.object({ replaces: z.nullable(id('letter')), content: letterContent }),
  answer: letterDetail,
})

export const reviseLetter = endpoint({
  method: 'POST',
  path: '/api/v1/letters/:letter/revise-letter',
  summary: 'Change the draft of a letter',
  command: 'ReviseLetter',
  params: letterParam,
  body: z.object({ version, content: letterContent }),
  answer: letterDetail,
})

export const approveLetter = endpoint({
  method: 'POST',
  path: '/api/v1/letters/:letter/approve-letter',
  summary: 'Record the chairs’ approval; matters not approved yet are approved with it',
  command: 'ApproveLetter',
  params: letterParam,
  body: z.object({ version, approval, minutes: line, changes: text }),
  answer: letterDetail,
})

export const returnLetter = endpoint({
  method: 'POST',
  path: '/api/v1/letters/:letter/return-letter',
  summary: 'Return an approved letter to be changed',
  command: 'ReturnLetter',
  params: letterParam,
  body: z.object({ version, reason: text }),
  answer: letterDetail,
})

export const issueLetter = endpoint({
  method: 'POST',
  path: '/api/v1/letters/:letter/issue-letter',
  summary: 'Give a letter its number; refused while an approved matter is in no letter',
  command: 'IssueLetter',
  params: letterParam,
  body: z.object({ version, prefix: z.string().check(z.maxLength(30)) }),
  answer: letterDetail,
})

export const handOverLetter = endpoint({
  method: 'POST',
  path: '/api/v1/letters/:letter/hand-over-letter',
  summary: 'Hand all its matters over in one act, at a meeting or on paper',
  command: 'HandOverLetter',
  params: letterParam,
  body: z.object({ version, how: z.enum(deliveries), place: line }),
  answer: letterDetail,
})

export const signLetter = endpoint({
  method: 'POST',
  path: '/api/v1/letters/:letter/sign-letter',
  summary: 'A unit signs for what the letter holds for it',
  command: 'SignLetter',
  params: letterParam,
  body: z.object({ version, signer: line }),
  answer: letterDetail,
})

export const withdrawLetter = endpoint({
  method: 'POST',
  path: '/api/v1/letters/:letter/withdraw-letter',
  summary: 'Take a letter back before anybody signed; its matters wait to be handed over anew',
  command: 'WithdrawLetter',
  params: letterParam,
  body: z.object({ version, reason: text }),
  answer: letterDetail,
})
