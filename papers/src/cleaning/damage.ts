/** What the repair rules need to know of a damaged text, and what each of them may answer. */
import type { FlagKind } from './cleaned.ts'
import type { Manuscript } from './manuscript.ts'

/** A place that was damaged: what is known of it, and the repair if there is one to offer. */
export type Damage = Readonly<{
  start: number
  end: number
  kind: FlagKind
  offer?: Readonly<{ after: string; evidence: string; certain: boolean }>
}>

/** Looks at one `?` or `??` of the text. `isWebDamaged`: glosses or traditional text around it. */
export type DamageReader = (
  paper: Pick<Manuscript, 'text'>,
  at: number,
  length: number,
  isWebDamaged: boolean,
) => Damage | undefined

/** The bytes of characters, in hexadecimal, as evidence shows them. */
export function hex(...bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')
}

/** Shows where something of unknown length is missing; chosen so that forms with □ boxes are no gap. */
export const GAP = '□…□'
