/** Does not compile when what a step asks for over HTTP is not exactly what its rule needs. */
import type { Command } from '@luoshi/domain/matters/commands'
import type * as z from 'zod/mini'
import type { MatterStep, stepBody } from './matter-steps.ts'

type Frozen<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : { readonly [Key in keyof Value]: Frozen<Value[Key]> }

type Fields<Step extends MatterStep> = Frozen<
  Omit<z.infer<ReturnType<typeof stepBody<Step>>>, 'version'>
>
type Needs<Step extends MatterStep> = Frozen<Omit<Command<Step>, 'type' | 'today'>>

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false

type Disagreeing = {
  [Step in MatterStep]: Same<Fields<Step>, Needs<Step>> extends true ? never : Step
}[MatterStep]

type Nothing<Found extends never> = Found

export type EveryStepAgrees = Nothing<Disagreeing>
