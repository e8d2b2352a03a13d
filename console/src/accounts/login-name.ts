/** What a sign-in name looks like, and which duties are of a unit or of an official. The server checks the same. */
import type { Role } from '@luoshi/domain/people/roles'

export function isLogin(raw: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,39}$/.test(raw)
}

export function needsUnit(roles: readonly Role[]): boolean {
  return roles.some((role) => role === 'official' || role === 'unitStaff')
}

export function needsOfficial(roles: readonly Role[]): boolean {
  return roles.includes('official')
}
