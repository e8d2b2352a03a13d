/**
 * A county's own framework of self-checks: its parts and questions, each part with the text it comes from. Whoever asks
 * for a self-check is offered it; a self-check that is open keeps the one it was opened with.
 *
 *     none ──set──▸ set ──set──▸ set      every version stays in the log
 *
 * Source: seed map S15–S18; domain.md §6 (local rules are data with their source text).
 */
import type { Day } from '../kernel/day.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { frameworkFault, type SelfCheckFramework } from './self-check-framework.ts'
import type { SelfCheckRefusal } from './self-check-refusals.ts'

export type CountyFramework = ByStatus<{
  none: Nothing
  set: { framework: SelfCheckFramework; setOn: Day }
}>

/** Questions are put by the committee and name nobody. */
export type FrameworkEvent = ByType<{ FrameworkSet: { framework: SelfCheckFramework; on: Day } }>

export const noFramework: CountyFramework = { status: 'none' }

export function setFramework(
  framework: SelfCheckFramework,
  on: Day,
): Result<readonly FrameworkEvent[], SelfCheckRefusal> {
  const fault = frameworkFault(framework)
  if (fault) return refuse({ code: 'framework-faulty', fault })
  return accept([{ type: 'FrameworkSet', framework, on }])
}

export function evolveFramework(_: CountyFramework, event: FrameworkEvent): CountyFramework {
  return { status: 'set', framework: event.framework, setOn: event.on }
}
