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

/**
 * `facts`: those that the law asks for. `reason`: of an exit, whether the words say why; hidden when they were erased or
 * kept back, and nobody's question of other events.
 */
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

/** Of what comes most often the law asks nothing, or one name. */
const askedOf: Readonly<Partial<Record<LawType, readonly string[]>>> = {
  OpinionRaised: [],
  MatterOpened: ['opinion'],
}

const explained: ReadonlySet<LawType> = new Set(['OpinionExited', 'MatterExited'])

/** Whether the law asks for the reason of such an event. */
export function isExplained(type: LawType): boolean {
  return explained.has(type)
}

/** What the law asks for and no more: it travels from thread to thread, a million times. */
export function lawFacts(type: LawType, facts: JsonObject): JsonObject {
  const kept: Record<string, JsonValue> = {}
  for (const name of askedOf[type] ?? asked) {
    const value = facts[name]
    if (value !== undefined) kept[name] = value
  }
  return kept
}

const known: ReadonlySet<string> = new Set(lawTypes)

export function isLawType(type: string): type is LawType {
  return known.has(type)
}
