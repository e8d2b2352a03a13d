/** Self-checks: the framework, gap by gap, submitted in person; what was found becomes matters. */
import type { KnownSelfCheck, SelfCheckFigures } from '@luoshi/domain/appraisals/self-check'
import type { SelfCheckFramework } from '@luoshi/domain/appraisals/self-check-framework'
import * as z from 'zod/mini'
import { day, domainValue, evidence, id, line, text, version } from './fields.ts'
import { endpoint } from './kit.ts'

export const selfCheckRow = z.object({
  id: id('selfcheck'),
  version,
  unitName: z.string(),
  officialName: z.string(),
  check: domainValue<KnownSelfCheck>('The self-check; gaps are left out until it is submitted'),
  figures: domainValue<SelfCheckFigures>('What was found, fixed early, confirmed, taken over'),
  /** Only the unit sees what it is still writing. */
  isHidden: z.boolean(),
})

export type SelfCheckRow = z.infer<typeof selfCheckRow>

const appraisalParam = z.object({ appraisal: id('appraisal') })

export const getSelfCheck = endpoint({
  method: 'GET',
  path: '/api/v1/appraisals/:appraisal/self-check',
  summary: 'The self-check of an appraisal, if any, and the framework that would be offered',
  params: appraisalParam,
  answer: z.object({
    row: z.nullable(selfCheckRow),
    framework: domainValue<SelfCheckFramework>('The county’s last one, or the four parts'),
  }),
})

const frameworkSent = z
  .array(
    z.object({
      key: line,
      title: line,
      source: line,
      questions: z.array(z.object({ key: line, text })).check(z.maxLength(50)),
    }),
  )
  .check(z.maxLength(20))

const frameworkShown = z.object({
  version,
  framework: domainValue<SelfCheckFramework>('The county’s own, or the four parts it starts from'),
  /** Null while the county has set none of its own. */
  setOn: z.nullable(day),
})

export const getFramework = endpoint({
  method: 'GET',
  path: '/api/v1/self-check-framework',
  summary: 'The county’s framework of self-checks',
  command: 'SetSelfCheckFramework',
  answer: frameworkShown,
})

export const setFramework = endpoint({
  method: 'POST',
  path: '/api/v1/self-check-framework',
  summary: 'Set the county’s framework; self-checks that are open keep theirs',
  command: 'SetSelfCheckFramework',
  body: z.object({ version, framework: frameworkSent }),
  answer: frameworkShown,
})

export const openSelfCheck = endpoint({
  method: 'POST',
  path: '/api/v1/appraisals/:appraisal/self-check',
  summary: 'Ask the unit to check itself; the framework is frozen into it',
  command: 'OpenSelfCheck',
  params: appraisalParam,
  body: z.object({ framework: frameworkSent, due: z.nullable(day) }),
  answer: selfCheckRow,
})

const files = z.array(evidence).check(z.maxLength(20))
const key = line

export const stepOnSelfCheck = endpoint({
  method: 'POST',
  path: '/api/v1/self-checks/:selfcheck/steps',
  summary: 'Name gaps and achievements, state that nothing was found, submit, return, verify',
  params: z.object({ selfcheck: id('selfcheck') }),
  body: z.object({
    version,
    told: z.discriminatedUnion('type', [
      z.object({
        type: z.literal('NameGap'),
        question: key,
        finding: text,
        cause: text,
        remedy: text,
        fixedOn: z.nullable(day),
        evidence: files,
        /** Written in the place of this entry. */
        replaces: z.optional(key),
      }),
      z.object({ type: z.literal('DropGap'), gap: key }),
      z.object({
        type: z.literal('StateNothingFound'),
        stated: z.array(z.object({ question: key, basis: line })).check(z.maxLength(100)),
      }),
      z.object({ type: z.literal('NameAchievement'), text, evidence: files }),
      z.object({ type: z.literal('DropAchievement'), achievement: key }),
      z.object({ type: z.literal('SubmitSelfCheck'), signedBy: line }),
      z.object({ type: z.literal('ReturnSelfCheck'), comments: text }),
      z.object({
        type: z.literal('VerifySelfFix'),
        gap: key,
        outcome: z.enum(['confirmed', 'notConfirmed']),
        findings: text,
      }),
    ]),
  }),
  answer: selfCheckRow,
})

export type SelfCheckTold = z.infer<(typeof stepOnSelfCheck)['body']>['told']

export const takeOverGap = endpoint({
  method: 'POST',
  path: '/api/v1/self-checks/:selfcheck/take-over-gap',
  summary:
    'A gap becomes an opinion with its matter, in one act; its origin is before the appraisal',
  command: 'TakeOverGap',
  params: z.object({ selfcheck: id('selfcheck') }),
  body: z.object({ version, gap: key, title: line }),
  answer: selfCheckRow,
})
