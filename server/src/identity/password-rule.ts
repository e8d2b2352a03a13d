/**
 * What a password must be: at least 10 characters, three of four kinds, not about its owner, not guessable, not one of
 * the last five. Source: GB/T 22239-2019 8.1.4.1 a (complexity); OWASP ASVS 5.0 V6.2; ecosystem.md §5 item 1a.
 */
import type { ByCode, Nothing } from '@luoshi/domain/kernel/one-of'
import { isPredictable } from './predictable.ts'

export const passwordRule = { leastLength: 10, mostLength: 128, kinds: 3, notAgain: 5 } as const

export type PasswordFault = ByCode<{
  'too-short': { length: number }
  'too-long': { length: number }
  'too-few-kinds': { missing: readonly CharacterKind[] }
  'about-owner': { word: string }
  'too-common': Nothing
  'used-before': Nothing
}>

export type CharacterKind = 'lower' | 'upper' | 'digit' | 'sign'

/** Names of the person, login, unit and congress: nothing of theirs may be the password. */
export type PasswordOwner = Readonly<{ login: string; names: readonly string[] }>

const kinds: Readonly<Record<CharacterKind, RegExp>> = {
  lower: /\p{Ll}/u,
  upper: /\p{Lu}/u,
  digit: /\p{Nd}/u,
  // Chinese characters too: they are in no alphabet a guesser runs through.
  sign: /[^\p{Ll}\p{Lu}\p{Nd}]/u,
}

/** All faults at once, so that one try is enough to put them right. */
export function passwordFaults(raw: string, owner: PasswordOwner): readonly PasswordFault[] {
  const password = raw.normalize('NFKC')
  const faults: PasswordFault[] = []
  const length = [...password].length
  if (length < passwordRule.leastLength) faults.push({ code: 'too-short', length })
  if (length > passwordRule.mostLength) return [{ code: 'too-long', length }]
  const missing = characterKinds.filter((kind) => !kinds[kind].test(password))
  if (characterKinds.length - missing.length < passwordRule.kinds) {
    faults.push({ code: 'too-few-kinds', missing })
  }
  const word = ownWord(password, owner)
  if (word !== undefined) faults.push({ code: 'about-owner', word })
  else if (isPredictable(password, [owner.login, ...owner.names]))
    faults.push({ code: 'too-common' })
  return faults
}

const characterKinds = ['lower', 'upper', 'digit', 'sign'] as const

/** Two Chinese characters are a name already; of letters three, or every password with an `li` would be refused. */
function ownWord(password: string, { login, names }: PasswordOwner): string | undefined {
  const said = password.toLowerCase()
  const words = [login, ...names].map((one) => one.trim().toLowerCase())
  return words.find((word) => {
    const least = /\p{Script=Han}/u.test(word) ? 2 : 3
    return [...word].length >= least && (said.includes(word) || said.includes(backwards(word)))
  })
}

function backwards(word: string): string {
  return [...word].reverse().join('')
}
