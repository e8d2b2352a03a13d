/** Makes a whole rule book of a profile: what the place says, and the neutral default for the rest. */
import { neutral } from './neutral.ts'
import { profiles, seedProfile } from './profiles.ts'
import type { Profile, RuleBook } from './rule-book.ts'

export function allProfiles(): readonly Profile[] {
  return profiles
}

export function profileOf(key: string): Profile | undefined {
  return profiles.find((profile) => profile.key === key)
}

export function resolveRuleBook({ key, name, settings }: Profile): RuleBook {
  return { key, name, settings: { ...neutral, ...settings } }
}

/** What a county starts with that has chosen nothing yet. */
export function seedRuleBook(): RuleBook {
  return resolveRuleBook(seedProfile)
}
