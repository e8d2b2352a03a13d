/** Makes a whole rule book of a profile: what the place says, and the neutral default for the rest. */
import { neutral } from './neutral.ts'
import { profiles, seedProfile } from './profiles.ts'
import type { Profile, RuleBook } from './rule-book.ts'

/** As shipped, in the order in which they are offered. */
export function allProfiles(): readonly Profile[] {
  return profiles
}

export function profileOf(key: string): Profile | undefined {
  return profiles.find((profile) => profile.key === key)
}

/** What the place says nothing about is neutral and marked 未核实. */
export function resolveRuleBook({ key, name, settings }: Profile): RuleBook {
  return { key, name, settings: { ...neutral, ...settings } }
}

/** A book frozen before a setting was thought of gets the neutral value for it, marked 未核实 like every default. */
export function completeRuleBook(frozen: RuleBook): RuleBook {
  return { ...frozen, settings: { ...neutral, ...frozen.settings } }
}

/** What a county starts with that has chosen nothing yet. */
export function seedRuleBook(): RuleBook {
  return resolveRuleBook(seedProfile)
}
