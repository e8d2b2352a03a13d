/** Ballots. The verdicts that follow from them: `verdicts.ts`; the course of one cast here: `secret-ballots.ts`. */
import { ballotMethods, voidGrounds, type RowResult } from '@luoshi/domain/ballots/ballot'
import { castStatuses } from '@luoshi/domain/ballots/cast-here'
import { rollStandings } from '@luoshi/domain/ballots/ballot-roll'
import { surplusDecisions } from '@luoshi/domain/ballots/decide-ballot'
import type { BallotCount, Difference } from '@luoshi/domain/ballots/ballot-count'
import type { BallotRow, BallotSubject } from '@luoshi/domain/ballots/ballot-rows'
import { ballotSubjects } from '@luoshi/domain/ballots/ballot-rows'
import { secrecies, voterGroups } from '@luoshi/domain/rule-books/official-ballot'
import { rectificationModes, type RuleBook } from '@luoshi/domain/rule-books/rule-book'
import * as z from 'zod/mini'
import { count, day, domainValue, id, line, named, text, version } from './fields.ts'
import { endpoint } from './kit.ts'
import { undetermined } from './limit.ts'

export const ballotStatuses = [
  'open',
  ...castStatuses,
  'entered',
  'differs',
  'counted',
  'surplus',
  'announced',
  'void',
] as const

const source = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('countedElsewhere'),
    method: z.enum(ballotMethods),
    secrecy: z.enum(secrecies),
  }),
  z.object({
    type: z.literal('castHere'),
    secrecy: z.literal('secret'),
    rehearsal: z.boolean(),
  }),
])

export const ballotBrief = z.object({
  id: id('ballot'),
  version,
  status: z.enum(ballotStatuses),
  appraisal: id('appraisal'),
  appraisalTitle: z.string(),
  officialName: z.string(),
  meeting: z.nullable(id('meeting')),
  session: z.string(),
  heldOn: day,
  about: z.enum(ballotSubjects),
  /** How many matters are judged by it. */
  matters: z.int(),
  /** The grade of each row, once it is announced. */
  grades: z.array(z.string()),
  /** Votes of the one row there is, by the words of the rule, once they are announced. */
  votes: z.array(z.object({ zh: z.string(), en: z.string(), n: z.int() })),
  /** The figures, once they are announced. */
  count: z.nullable(domainValue<BallotCount>('The settled count')),
})

export type BallotBrief = z.infer<typeof ballotBrief>

const counters = z.object({
  chief: line,
  scrutineers: z.array(line).check(z.maxLength(20)),
  tellers: z.array(line).check(z.maxLength(20)),
})

const recused = z.object({ name: line, reason: line })

const invitedGroup = z.object({ group: z.enum(voterGroups), invited: count, present: count })

const rollLine = z.object({
  name: z.string(),
  standing: z.enum(rollStandings),
  reason: z.string(),
  isRecused: z.boolean(),
})

export const ballotDetail = z.object({
  ...ballotBrief.shape,
  congressName: z.string(),
  subject: domainValue<BallotSubject>('What it is on'),
  source,
  members: z.int(),
  present: z.int(),
  recused: z.array(recused),
  /** Who was there by name, for the committee's side; null where only heads were counted. */
  rollCalled: z.nullable(z.array(rollLine)),
  entries: z.union([z.literal(1), z.literal(2)]),
  replaces: z.nullable(id('ballot')),
  /** Who votes beside the members, by the rule book. */
  groups: z.array(invitedGroup),
  rows: z.array(domainValue<BallotRow>('A row of the form')),
  judged: z.array(
    z.object({
      id: id('matter'),
      number: z.int(),
      title: z.string(),
      unitName: z.nullable(z.string()),
      round: z.int(),
    }),
  ),
  /** Who has entered figures. Those of another are shown only when one's own are in. */
  entered: z.array(
    z.object({
      by: named,
      on: day,
      isMine: z.boolean(),
      count: z.nullable(domainValue<BallotCount>('The figures')),
      counters: z.nullable(counters),
    }),
  ),
  /** How many times the official has been judged, with this one; 1 for matters, whose rounds are their own. */
  round: z.int(),
  /** When the rule book's limit for another report ends, counted from the day of the ballot. */
  /** Null: 待定, at a session without a day. */
  redoBy: z.nullable(day),
  redoByUndetermined: undetermined,
  /** Where the two entries differ, figure by figure. */
  differences: z.array(domainValue<Difference>('A figure counted differently')),
  results: z.array(domainValue<RowResult>('What a row came to')),
  excepted: z.array(id('matter')),
  demand: z.string(),
  announcedOn: z.nullable(day),
  voided: z.nullable(z.object({ on: day, ground: z.enum(voidGrounds), reason: z.string() })),
  /** The frozen rule book, so that a page can show what figures lead to while they are typed. */
  ruleBook: domainValue<RuleBook>('The rule book frozen into the appraisal'),
  /** Other ballots of the same session: the same voters judge every subject. */
  sessionWarnings: z.array(z.object({ zh: z.string(), en: z.string() })),
  may: z.object({
    enter: z.boolean(),
    announce: z.boolean(),
    void: z.boolean(),
    decide: z.boolean(),
    repeat: z.boolean(),
  }),
})

export type BallotDetail = z.infer<typeof ballotDetail>

export const listBallots = endpoint({
  method: 'GET',
  path: '/api/v1/ballots',
  summary: 'Ballots of an appraisal, a meeting or all, newest first',
  query: z.object({
    appraisal: z.optional(id('appraisal')),
    meeting: z.optional(id('meeting')),
  }),
  answer: z.object({ rows: z.array(ballotBrief) }),
})

/** What the frozen rule book of an appraisal says before a ballot is opened. */
export const getBallotRules = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/ballot-rules',
  summary: 'How the appraisal’s rule book judges: secrecy, and matter by matter or the report',
  params: z.object({ appraisal: id('appraisal') }),
  answer: z.object({
    rectificationJudged: z.enum(rectificationModes),
    secrecy: z.enum(secrecies),
    bookName: z.string(),
    official: z.object({ zh: z.string(), en: z.string() }),
    /** Who votes on the official beside the members, and what their votes weigh; null: for information only. */
    groups: z.array(z.object({ group: z.enum(voterGroups), weight: z.nullable(z.int()) })),
  }),
})

const ballotParam = z.object({ ballot: id('ballot') })

export const getBallot = endpoint({
  method: 'GET',
  path: '/api/v1/ballots/:ballot',
  summary: 'One ballot: who may vote, what was counted by whom, what it came to',
  params: ballotParam,
  answer: ballotDetail,
})

const matters = z.array(id('matter')).check(z.maxLength(200))

export const openBallot = endpoint({
  method: 'POST',
  path: '/api/v1/ballots',
  summary: 'Put a ballot on record: what it is on, who was there, who takes no part',
  command: 'OpenBallot',
  body: z.object({
    appraisal: id('appraisal'),
    meeting: z.nullable(id('meeting')),
    session: line,
    heldOn: day,
    subject: z.discriminatedUnion('type', [
      z.object({ type: z.literal('official') }),
      z.object({ type: z.literal('matters'), matters }),
      z.object({ type: z.literal('report'), matters }),
    ]),
    source,
    members: count,
    present: count,
    recused: z.array(recused).check(z.maxLength(100)),
    /**
     * The roll called by name: members, present and recused are then counted from it and from the recusals on record.
     * The largest congress has three thousand deputies.
     */
    roll: z.optional(
      z
        .array(z.object({ person: id('person'), standing: z.enum(rollStandings), reason: line }))
        .check(z.maxLength(5_000)),
    ),
    entries: z.union([z.literal(1), z.literal(2)]),
    replaces: z.nullable(id('ballot')),
    /** Who came of those who vote beside the members; asked for where the rule book lets them decide. */
    groups: z.optional(z.array(invitedGroup).check(z.maxLength(voterGroups.length))),
  }),
  answer: ballotDetail,
})

const rowVotes = z.object({
  satisfied: count,
  basically: count,
  dissatisfied: count,
  abstain: count,
  unknown: count,
  spoiled: count,
})

const forms = {
  issued: count,
  returned: count,
  invalid: count,
  rows: z.array(rowVotes).check(z.maxLength(600)),
}

export const enterBallot = endpoint({
  method: 'POST',
  path: '/api/v1/ballots/:ballot/enter-ballot',
  summary: 'Enter what was counted; a second person does so independently where that is asked for',
  command: 'EnterBallot',
  params: ballotParam,
  body: z.object({
    version,
    count: z.object({
      ...forms,
      /** The forms of those who vote beside the members, each group's apart. */
      groups: z.optional(
        z
          .array(z.object({ group: z.enum(voterGroups), count: z.object(forms) }))
          .check(z.maxLength(voterGroups.length)),
      ),
    }),
    counters,
  }),
  answer: ballotDetail,
})

export const announceBallot = endpoint({
  method: 'POST',
  path: '/api/v1/ballots/:ballot/announce-ballot',
  summary: 'Announce the result; every matter on it is judged in the same commit',
  command: 'AnnounceBallot',
  params: ballotParam,
  body: z.object({
    version,
    /** What the committee asks of the official, when that is not satisfied. */
    demand: text,
    /** Matters set apart although the report as a whole satisfied. */
    excepted: matters,
    /** What is left to do, and until when, for each matter that goes on. */
    demands: z
      .array(z.object({ matter: id('matter'), reasons: text, until: z.nullable(day) }))
      .check(z.maxLength(200)),
  }),
  answer: ballotDetail,
})

export const decideSurplus = endpoint({
  method: 'POST',
  path: '/api/v1/ballots/:ballot/decide-surplus',
  summary: 'What the chair of the meeting decided of more forms than were handed out',
  command: 'DecideSurplus',
  params: z.object({ ballot: id('ballot') }),
  body: z.object({ version, decision: z.enum(surplusDecisions), reason: text }),
  answer: ballotDetail,
})

export const voidBallot = endpoint({
  method: 'POST',
  path: '/api/v1/ballots/:ballot/void-ballot',
  summary: 'Declare a ballot void, with the reason; it stays on record',
  command: 'VoidBallot',
  params: ballotParam,
  body: z.object({ version, ground: z.enum(voidGrounds), reason: line }),
  answer: ballotDetail,
})
