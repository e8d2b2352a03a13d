/**
 * A questionnaire, its populations and channels as they come in. Strict all through: a field that is not in the trade's
 * own shape, such as a rule that an answer must be given or must not, is refused and never silently dropped.
 */
import { channelKinds } from '@luoshi/domain/surveys/channel'
import { codePattern } from '@luoshi/domain/surveys/code'
import { populationKinds } from '@luoshi/domain/surveys/population'
import { marginLimits } from '@luoshi/domain/surveys/weighting'
import { scaleKeys } from '@luoshi/domain/surveys/scales'
import * as z from 'zod/mini'
import { day, line } from './fields.ts'

/** Of a population, stratum, channel, question or option. */
export const code = z.string().check(z.regex(codePattern))

/** A question's code, or a matrix's with its row: what an answer goes by. */
export const answerKey = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,23}(\.[a-z][a-z0-9-]{0,23})?$/))

const wording = z.strictObject({ zh: line, en: z.nullable(line) })

const when = z.nullable(
  z.strictObject({ question: answerKey, anyOf: z.array(code).check(z.maxLength(40)) }),
)

const option = z.strictObject({ code, text: wording })

const asked = { code, text: wording, when }

const question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('scale'), ...asked, scale: z.enum(scaleKeys) }),
  z.strictObject({
    type: z.literal('choice'),
    ...asked,
    options: z.array(option).check(z.maxLength(40)),
    many: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('matrix'),
    ...asked,
    rows: z.array(option).check(z.maxLength(40)),
    scale: z.enum(scaleKeys),
  }),
  z.strictObject({ type: z.literal('text'), ...asked }),
])

export const questionnaire = z.strictObject({
  title: wording,
  questions: z.array(question).check(z.maxLength(100)),
})

const people = z.nullable(z.int().check(z.minimum(0), z.maximum(1_500_000_000)))
const many = z.int().check(z.minimum(1), z.maximum(1_000_000))

const sampling = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open') }),
  z.strictObject({ type: z.literal('all') }),
  z.strictObject({ type: z.literal('interval'), most: many }),
  z.strictObject({ type: z.literal('random'), count: many }),
  z.strictObject({ type: z.literal('stratified') }),
  z.strictObject({ type: z.literal('quota') }),
])

const stratum = z.strictObject({ code, name: line, size: people, quota: people })

const level = z.strictObject({
  code,
  name: line,
  size: z.int().check(z.minimum(1), z.maximum(1_500_000_000)),
})

const margin = z.strictObject({
  code,
  name: line,
  source: line,
  levels: z.readonly(z.array(level).check(z.maxLength(marginLimits.levels))),
  /** Stratum to level, by their codes. */
  of: z.record(code, code),
})

const weighting = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('strata') }),
  z.strictObject({
    type: z.literal('margins'),
    margins: z.readonly(z.array(margin).check(z.maxLength(marginLimits.margins))),
  }),
  z.strictObject({ type: z.literal('none') }),
])

export const population = z.strictObject({
  code,
  kind: z.enum(populationKinds),
  name: line,
  sizeSource: line,
  strata: z.array(stratum).check(z.maxLength(200)),
  sampling,
  weighting: z.optional(weighting),
})

export const channel = z.strictObject({
  code,
  kind: z.enum(channelKinds),
  population: code,
  stratum: z.nullable(code),
  place: line,
})

export const reach = z.strictObject({
  populations: z.array(population).check(z.maxLength(50)),
  channels: z.array(channel).check(z.maxLength(1000)),
  from: day,
  until: day,
})
