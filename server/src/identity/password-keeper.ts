/** Hashing and checking of passwords behind one gate, with the same work for accounts that do not exist. */
import type { Result } from '@luoshi/domain/kernel/result'
import { hashGate, type Busy } from './hash-gate.ts'
import {
  hashPassword,
  isOutgrown,
  isPassword,
  unusableHash,
  type HashCost,
} from './password-hash.ts'
import type { Random } from './secret-token.ts'

export type PasswordKeeper = Readonly<{
  hash: (password: string) => Promise<Result<string, Busy>>
  /** `null`: there is no account, or it has no password; a hash is worked out all the same. */
  matches: (password: string, kept: string | null) => Promise<Result<boolean, Busy>>
  isOutgrown: (kept: string) => boolean
}>

export function passwordKeeper(cost: HashCost, random: Random): PasswordKeeper {
  // Two at a time: half of Node's worker threads, 64 MiB at today's cost. The rest wait, then are told to come again.
  const gate = hashGate(2, 32)
  const decoy = unusableHash(cost, random)
  return {
    hash: (password) => gate(() => hashPassword(normal(password), cost, random)),
    matches: (password, kept) =>
      gate(async () => {
        const equal = await isPassword(normal(password), kept ?? decoy)
        return kept !== null && equal
      }),
    isOutgrown: (kept) => isOutgrown(kept, cost),
  }
}

/** One form whatever keyboard: full-width letters typed with an input method on are the same letters (NIST SP 800-63B). */
function normal(password: string): string {
  return password.normalize('NFKC')
}
