/** The ladder of consequences of an appraisal: which steps are open, which not and why; each step as it was taken. */
import { appointers } from '@luoshi/domain/people/directory'
import { movers } from '@luoshi/domain/supervision/consequence-checks'
import { consequenceSteps } from '@luoshi/domain/supervision/consequence-steps'
import { answerWays, defenceWays } from '@luoshi/domain/supervision/consequence'
import * as z from 'zod/mini'
import { approval, count, day, id, line, text, version } from './fields.ts'
import { heldBefore } from './held-before.ts'
import { endpoint } from './kit.ts'

export const consequenceStatuses = ['decided', 'answered', 'concluded', 'lifted'] as const

const explanation = z.object({ what: z.string(), fix: z.string() })
const bilingual = z.object({ zh: explanation, en: explanation })

const consequenceRow = z.object({
  id: id('consequence'),
  version,
  /** 质询〔2026〕1号 */
  reference: z.string(),
  step: z.enum(consequenceSteps),
  status: z.enum(consequenceStatuses),
  unit: id('unit'),
  unitName: z.string(),
  on: day,
  due: z.nullable(day),
})

export type ConsequenceRow = z.infer<typeof consequenceRow>

const rung = z.object({
  step: z.enum(consequenceSteps),
  /** Null: open. Else why not, and the lawful way. */
  closed: z.nullable(bilingual),
  suggested: z.boolean(),
})

const ladder = z.object({
  unit: id('unit'),
  unitName: z.string(),
  official: z.nullable(id('official')),
  officialName: z.string(),
  post: z.string(),
  appointedBy: z.nullable(z.enum(appointers)),
  /** The highest round of an open matter; 0: none was handed over yet. */
  round: z.int(),
  openMatters: z.int(),
  closedMatters: z.int(),
  /** All members at the last meeting on record; null: none. */
  members: z.nullable(z.int()),
  steps: z.array(rung),
  taken: z.array(consequenceRow),
})

export type Ladder = z.infer<typeof ladder>

export const getLadder = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/ladder',
  summary:
    'Which steps of the ladder are open in this appraisal, which not and why, and those taken',
  params: z.object({ appraisal: id('appraisal') }),
  answer: ladder,
})

export const consequenceDetail = z.object({
  ...consequenceRow.shape,
  appraisal: id('appraisal'),
  appraisalTitle: z.string(),
  officialName: z.string(),
  post: z.string(),
  /** Who answers it now; another one than `officialName` when that one has left the post. */
  holderName: z.string(),
  heldBefore,
  congressName: z.string(),
  matters: z.array(z.object({ id: id('matter'), number: z.int(), title: z.string() })),
  mover: z.enum(movers),
  signers: z.int(),
  members: z.int(),
  session: z.string(),
  approval,
  target: z.string(),
  text: z.string(),
  material: z.string(),
  /** Who signed: for the committee’s side only. */
  movers: z.string(),
  answers: z.array(
    z.object({ on: day, way: z.enum(answerWays), text: z.string(), signer: z.string() }),
  ),
  ratings: z.array(z.object({ on: day, dissatisfied: z.int(), proposers: z.int() })),
  secondAnswer: z.nullable(approval),
  defence: z.nullable(z.object({ on: day, way: z.enum(defenceWays), text: z.string() })),
  vote: z.nullable(
    z.object({
      on: day,
      yes: z.int(),
      no: z.int(),
      abstain: z.int(),
      members: z.int(),
      passed: z.boolean(),
    }),
  ),
  outcome: z.nullable(z.object({ on: day, text: z.string() })),
  lifting: z.nullable(z.object({ on: day, reason: z.string() })),
  may: z.object({ answer: z.boolean(), record: z.boolean() }),
})

export type ConsequenceDetail = z.infer<typeof consequenceDetail>

const consequenceParam = z.object({ consequence: id('consequence') })

export const getConsequence = endpoint({
  method: 'GET',
  path: '/api/v1/consequences/:consequence',
  summary: 'One step of the ladder; the unit it goes to sees it without those who signed',
  params: consequenceParam,
  answer: consequenceDetail,
})

export const decideConsequence = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/decide-consequence',
  summary:
    'Put a step that a body decided on record; refused with the article where the law has not been kept',
  command: 'DecideConsequence',
  params: z.object({ appraisal: id('appraisal') }),
  body: z.object({
    step: z.enum(consequenceSteps),
    matters: z.array(id('matter')).check(z.maxLength(100)),
    mover: z.enum(movers),
    signers: count,
    members: count,
    electedDeputy: z.boolean(),
    due: z.nullable(day),
    session: line,
    approval,
    target: line,
    text,
    material: text,
    movers: text,
  }),
  answer: consequenceDetail,
})

export const consequenceStep = endpoint({
  method: 'POST',
  path: '/api/v1/consequences/:consequence/steps',
  summary: 'What follows a step: answer, rating, second answer, defence, vote, result, lifting',
  params: consequenceParam,
  body: z.object({
    version,
    step: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('AnswerConsequence'),
        way: z.enum(answerWays),
        text,
        signer: line,
      }),
      z.object({ type: z.literal('RateConsequenceAnswer'), dissatisfied: count }),
      z.object({ type: z.literal('OrderSecondAnswer'), approval }),
      z.object({ type: z.literal('HearDefence'), way: z.enum(defenceWays), text }),
      z.object({
        type: z.literal('CountRemovalVote'),
        yes: count,
        no: count,
        abstain: count,
        secret: z.boolean(),
      }),
      z.object({ type: z.literal('ConcludeConsequence'), text }),
      z.object({ type: z.literal('LiftConsequence'), reason: line }),
    ]),
  }),
  answer: consequenceDetail,
})

export type ConsequenceFollowUp = z.infer<(typeof consequenceStep)['body']>['step']
