/** Names of rules and doubts in words; a kind without words is shown by its own name. */
type Names = Readonly<Record<string, string>>

/** Several rules that worked on the same letters are joined by `+`. */
export function ruleWords(rule: string, names: Names): string {
  return rule
    .split('+')
    .map((one) => names[one] ?? one)
    .join('、')
}

export function flagWords(kind: string, names: Names): string {
  return names[kind] ?? kind
}

/** How often each rule worked, most first. */
export function countByRule(
  edits: readonly Readonly<{ rule: string }>[],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { rule } of edits) {
    for (const one of rule.split('+')) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}
