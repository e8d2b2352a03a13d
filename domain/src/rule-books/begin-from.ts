/**
 * A county that begins from a shipped book has compared none of it with its own 办法: every setting starts as 未核实,
 * with the words of the other place beside it for reference.
 * Source: domain.md §6 (each field only as far as its source goes).
 */
import { checkRuleBook } from './check-rule-book.ts'
import { settingKeys, type RuleBook } from './rule-book.ts'

export function beginFrom({ key, name, settings }: RuleBook): RuleBook {
  const unverified = settingKeys.map((one) => {
    const { value, source } = settings[one]
    return [one, { value, source: { ...source, verified: false } }] as const
  })
  const begun = checkRuleBook({ key, name, settings: Object.fromEntries(unverified) })
  if (!begun.ok) throw new Error(`${key}: ${begun.refusal.code}`)
  return begun.value
}
