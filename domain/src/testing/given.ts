/** Tests read as the trade speaks: given a history, when somebody acts, this happens or is refused. */
import { expect } from 'vitest'
import type { Decider } from '../kernel/decider.ts'

type Refused<Refusal> = Refusal extends { code: infer Code } ? Code : never

export type Given<State, Command, Event, Refusal> = Readonly<{
  when: (command: Command) => Readonly<{
    happens: (...types: readonly string[]) => State
    isRefused: (code: Refused<Refusal>) => Refusal
    outcome: readonly Event[] | Refusal
  }>
}>

/** `given(decider, commands)` plays commands that must all be accepted, so no test starts from an impossible state. */
export function given<
  State,
  Command extends { type: string },
  Event extends { type: string },
  Refusal extends { code: string },
>(
  decider: Decider<State, Command, Event, Refusal>,
  history: readonly Command[],
): Given<State, Command, Event, Refusal> {
  let state = decider.initial
  for (const command of history) {
    const outcome = decider.decide(state, command)
    if (!outcome.ok)
      throw new Error(`given ${command.type}: refused as ${JSON.stringify(outcome.refusal)}`)
    state = outcome.value.reduce(decider.evolve, state)
  }
  return {
    when: (command) => {
      const outcome = decider.decide(state, command)
      return {
        outcome: outcome.ok ? outcome.value : outcome.refusal,
        happens: (...types) => {
          if (!outcome.ok)
            throw new Error(`${command.type} was refused: ${JSON.stringify(outcome.refusal)}`)
          expect(outcome.value.map(({ type }) => type)).toEqual(types)
          return outcome.value.reduce(decider.evolve, state)
        },
        isRefused: (code) => {
          if (outcome.ok)
            throw new Error(`${command.type} was accepted: ${JSON.stringify(outcome.value)}`)
          expect(outcome.refusal.code).toBe(code)
          return outcome.refusal
        },
      }
    },
  }
}
