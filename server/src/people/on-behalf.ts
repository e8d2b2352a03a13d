/** Whose name stands beside a step: who took it and, for a deputy, for whom. Both are in the event itself. */

type Acted = Readonly<{ actor: string; facts: Readonly<Record<string, unknown>> }>

/** Every account an event speaks of as acting, to look up their names. */
export function actorsIn(events: readonly Acted[]): readonly string[] {
  const all = events.flatMap(({ actor, facts }) => [actor, principalOf(facts) ?? actor])
  return [...new Set(all)]
}

/** 甲（代乙）, or the name alone. */
export function actorShown(
  { actor, facts }: Acted,
  nameOf: (account: string) => string | undefined,
): Readonly<{ id: string; name: string }> {
  const principal = principalOf(facts)
  const own = nameOf(actor) ?? ''
  return { id: actor, name: principal === null ? own : `${own}（代${nameOf(principal) ?? ''}）` }
}

function principalOf({ onBehalfOf }: Acted['facts']): string | null {
  return typeof onBehalfOf === 'string' ? onBehalfOf : null
}
