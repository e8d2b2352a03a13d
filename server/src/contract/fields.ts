/** Schemas of the small things that every resource is made of; each yields the domain's own type. */
import { isDay, isInstant, type Day, type Instant } from '@luoshi/domain/kernel/day'
import { isId, type Id, type IdKind } from '@luoshi/domain/kernel/ids'
import { approvingBodies } from '@luoshi/domain/people/approval'
import * as z from 'zod/mini'

const isText = (raw: unknown): raw is string => typeof raw === 'string'

export const day = z
  .custom<Day>((raw) => isText(raw) && isDay(raw), 'not-a-day')
  .check(z.meta({ type: 'string', format: 'date', description: 'A day in China, 2026-03-01' }))

export const instant = z
  .custom<Instant>((raw) => isText(raw) && isInstant(raw), 'not-an-instant')
  .check(z.meta({ type: 'string', format: 'date-time' }))

export function id<Kind extends IdKind>(kind: Kind) {
  return z
    .custom<Id<Kind>>((raw) => isText(raw) && isId(kind, raw), `not-a-${kind}-id`)
    .check(z.meta({ type: 'string', pattern: `^${kind}_[a-z0-9]{4,40}$` }))
}

/** A domain value answered as it is; its type comes from the domain, so no second description can disagree. */
export function domainValue<Value>(description: string) {
  return z.custom<Value>().check(z.meta({ description }))
}

/** A single line, and a text of several paragraphs: limits only; whether it may be blank is the rules' matter. */
export const line = z.string().check(z.maxLength(500))
export const text = z.string().check(z.maxLength(20_000))
export const count = z.int().check(z.minimum(0), z.maximum(1_000_000))

export const approval = z.object({ body: z.enum(approvingBodies), on: day, reference: line })

export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const evidence = z.object({
  sha256,
  name: line,
  size: z.int().check(z.minimum(0)),
  mediaType: z.string().check(z.maxLength(100)),
})

/** The version of the stream the person was looking at: a later one means that somebody else was faster. */
export const version = z.int().check(z.minimum(0))

/** A number that arrives in an address. */
export function numberInQuery(least: number, most: number) {
  const asNumber = z.pipe(
    z.union([z.string().check(z.maxLength(20)), z.number()]),
    z.transform(Number),
  )
  return z.pipe(asNumber, z.int().check(z.minimum(least), z.maximum(most)))
}

/** A switch that arrives in an address: `late=1`. */
export const flagInQuery = z.pipe(
  z.union([z.literal('1'), z.literal('0'), z.boolean()]),
  z.transform((raw) => raw === '1' || raw === true),
)

export const limit = numberInQuery(1, 100)

export const total = z.object({ count: z.int(), exact: z.boolean() })

/** The moment a page shows when it is not now. */
export const asOfMark = z.nullable(z.object({ seq: z.int(), at: instant }))

export const named = z.object({ id: z.string(), name: z.string() })
