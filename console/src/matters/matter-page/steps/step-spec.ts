/** How a step is asked for: its fields, what they start with, and the sending of what was typed. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { MatterId, UnitId } from '@luoshi/domain/kernel/ids'
import type { MatterPolicy } from '@luoshi/domain/matters/policy'
import type { Extras } from '@luoshi/server/contract/client'
import type { StepAnswer } from '@luoshi/server/contract/matter-steps'
import type { Messages } from '../../../words/zh.ts'
import type { Around } from '../around.ts'
import type { FormValues } from '../next/form-values.ts'
import type { Typed } from './typed.ts'

export type FieldWord = keyof Messages['matterPage']['fields']
export type Choice = Readonly<{ value: string; zh: string; en: string }>

type Common = Readonly<{ name: string; words: FieldWord; hint?: FieldWord; optional?: boolean }>

export type FieldSpec =
  | (Common & Readonly<{ kind: 'line' | 'session' | 'text' | 'people' | 'official' | 'matter' }>)
  | (Common & Readonly<{ kind: 'unit'; mayBeOpen?: boolean; except?: UnitId | null }>)
  | (Common & Readonly<{ kind: 'day'; min?: Day; max?: Day }>)
  | (Common & Readonly<{ kind: 'choice'; choices: readonly Choice[] }>)
  | (Common & Readonly<{ kind: 'files' }>)
  | Readonly<{ kind: 'approval'; purpose: keyof MatterPolicy['mayApprove'] | null }>
  | Readonly<{ kind: 'plan' }>
  | Readonly<{ kind: 'judgement' }>

/** Where a step goes: the matter, the version looked at, and the name of this submission. */
export type SendTo = Readonly<{
  params: Readonly<{ matter: MatterId }>
  version: number
  extras: Extras
}>

export type StepSpec = Readonly<{
  fields: (around: Around) => readonly FieldSpec[]
  initial?: (around: Around) => Partial<FormValues>
  send: (to: SendTo, typed: Typed) => Promise<StepAnswer>
  /** Asked for once more before it is sent: acts of law that cannot be taken back. */
  weighty?: boolean
}>
