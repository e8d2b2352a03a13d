/** The events the law is about: where opinions come from and how they end. */
import type { JsonObject, JsonValue } from '../log/json.ts'

const lawTypes = [
  'OpinionRaised',
  'OpinionSplit',
  'OpinionExited',
  'MatterOpened',
  'MatterTookPart',
  'MatterMerged',
  'MatterExited',
  'MatterJudged',
  'MatterReopened',
  'MatterClosed',
  'WordsErased',
] as const

export type LawType = (typeof lawTypes)[number]

/** `facts`: those that the law asks for. `reason`: whether the words say why; hidden when they were erased or kept back. */
export type LawEvent = Readonly<{
  seq: number
  stream: string
  type: LawType
  facts: JsonObject
  reason: 'given' | 'missing' | 'hidden'
}>

const asked = [
  'opinion',
  'parts',
  'into',
  'round',
  'satisfied',
  'measures',
  'timeliness',
  'quality',
  'approval',
  'approver',
  'approver_body',
  'seq',
] as const

/** What the law asks for and no more: it travels from thread to thread, a million times. */
export function lawFacts(facts: JsonObject): JsonObject {
  const kept: Record<string, JsonValue> = {}
  for (const name of asked) {
    const value = facts[name]
    if (value !== undefined) kept[name] = value
  }
  return kept
}

const known: ReadonlySet<string> = new Set(lawTypes)

export function isLawType(type: string): type is LawType {
  return known.has(type)
}
