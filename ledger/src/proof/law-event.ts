/** The events the law is about: where opinions come from and how they end. */
import type { JsonObject } from '../log/json.ts'

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

/** `reason`: whether the words say why; hidden when they were erased or kept back. */
export type LawEvent = Readonly<{
  seq: number
  stream: string
  type: LawType
  facts: JsonObject
  reason: 'given' | 'missing' | 'hidden'
}>

const known: ReadonlySet<string> = new Set(lawTypes)

export function isLawType(type: string): type is LawType {
  return known.has(type)
}
