import type { Result } from './result.ts'

/**
 * A thing that decides what may happen to it next, and becomes what has happened.
 * All of it is pure: the clock, ids and chance come in with the command.
 */
export type Decider<State, Command, Event, Refusal> = Readonly<{
  initial: State
  decide: (state: State, command: Command) => Result<readonly Event[], Refusal>
  evolve: (state: State, event: Event) => State
}>
