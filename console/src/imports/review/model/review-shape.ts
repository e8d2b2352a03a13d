/**
 * What the clerk has decided on one document so far. It is kept with the draft and on this device, so it is read back
 * with care: whatever does not fit is taken as nothing.
 */
import { channels, raiserKinds } from '@luoshi/domain/opinions/opinion'
import { exits } from '@luoshi/domain/opinions/exits'
import { approvingBodies } from '@luoshi/domain/people/approval'
import { day, id } from '@luoshi/server/contract/fields'
import type { ImportDetail } from '@luoshi/server/contract/imports'
import * as z from 'zod/mini'

/** What was read in the document. */
export type Paper = ImportDetail['parsed']
export type Proposal = Paper['items'][number]

/** Words taken from paragraphs; empty words stand for a paragraph that only gives the unit, the deadline and the like. */
const piece = z.object({ paragraphs: z.array(z.int()), text: z.string() })

const exitDraft = z.object({
  exit: z.enum(exits),
  reason: z.string(),
  body: z.enum(approvingBodies),
  on: z.nullable(day),
  reference: z.string(),
})

const origin = z.object({
  channel: z.enum(channels),
  raiserKind: z.enum(raiserKinds),
  raiser: z.string(),
  receivedOn: z.nullable(day),
})

const item = z.object({
  id: z.string(),
  /** The place of the proposal it came from. */
  proposal: z.nullable(z.int()),
  paragraphs: z.array(z.int()),
  /** Null while the words are those of the proposal. */
  pieces: z.nullable(z.array(piece)),
  title: z.string(),
  /** Whether a person has worded the title. */
  titled: z.boolean(),
  unit: z.nullable(id('unit')),
  /** Where it differs from what holds for the whole document. */
  own: z.partial(origin),
  exit: z.nullable(exitDraft),
  /** Its words changed when the document was read again. */
  reread: z.boolean(),
})

const leftOut = z.object({ paragraph: z.int(), reason: z.string() })

const review = z.object({
  format: z.literal(1),
  appraisal: z.nullable(id('appraisal')),
  common: origin,
  items: z.array(item),
  leftOut: z.array(leftOut),
  /** One mark a paragraph, to notice when the document has been read again. */
  prints: z.array(z.string()),
  /** Names for items made from here on. */
  next: z.int(),
})

export type Piece = Readonly<z.infer<typeof piece>>
export type ExitDraft = Readonly<z.infer<typeof exitDraft>>
export type Origin = Readonly<z.infer<typeof origin>>
export type OwnOrigin = Readonly<z.infer<typeof item>['own']>
export type Item = Readonly<z.infer<typeof item>>
export type Review = Readonly<z.infer<typeof review>>

export function readReview(raw: unknown): Review | null {
  const read = review.safeParse(raw)
  return read.success ? read.data : null
}

/** Both as this file reads them: then their keys stand in the same order. */
export function sameReview(one: Review | null, other: Review | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

const localCopy = z.object({ revision: z.int(), at: z.string(), review })

/** What this device keeps until the server has it. */
export type LocalCopy = Readonly<z.infer<typeof localCopy>>

export function readLocalCopy(kept: string | null): LocalCopy | null {
  if (kept === null) return null
  try {
    const read = localCopy.safeParse(JSON.parse(kept))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
