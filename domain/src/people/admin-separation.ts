/**
 * Three administrators (三员): who keeps the system, who grants rights and who reads the audit are three people, so
 * that nobody can give himself a right and hide it. A small office may keep them together: then the system
 * administrator stands for all three. In either way whoever administers handles no matter; only an office of one may say
 * that its clerk administers as well, so that one person needs no two accounts.
 * Source: GB/T 22239-2019 8.1.5.1–8.1.5.3 (系统管理、审计管理、安全管理), 8.1.4.2 d (最小权限、权限分离).
 */
import type { AccountId } from '../kernel/ids.ts'
import type { ByCode } from '../kernel/one-of.ts'
import type { Role } from './roles.ts'

export const adminRoles = [
  'admin',
  'securityAdmin',
  'auditAdmin',
] as const satisfies readonly Role[]

export type AdminRole = (typeof adminRoles)[number]

export const adminModes = ['alone', 'together', 'separate'] as const

export type AdminMode = (typeof adminModes)[number]

export function isAdminRole(role: Role): role is AdminRole {
  return adminRoles.some((one) => one === role)
}

/** What an account may do in this congress, from what it holds. */
export function standingRoles(mode: AdminMode, held: readonly Role[]): readonly Role[] {
  if (mode === 'separate' || !held.includes('admin')) return held
  return [...new Set([...held, ...adminRoles])]
}

export type RolesFault = 'admin-with-others' | 'admins-apart'

/** What stands against one account holding these roles. */
export function rolesFault(mode: AdminMode, held: readonly Role[]): RolesFault | null {
  const administers = held.filter(isAdminRole)
  const others = held.filter((role) => !isAdminRole(role))
  const mayMix = mode === 'alone' && others.every((role) => role === 'clerk')
  if (administers.length > 0 && others.length > 0 && !mayMix) return 'admin-with-others'
  return mode === 'separate' && administers.length > 1 ? 'admins-apart' : null
}

export type Holder = Readonly<{ account: AccountId; name: string; roles: readonly Role[] }>

export type SeparationRefusal = ByCode<{
  'holds-several': { names: readonly string[] }
  'nobody-holds': { roles: readonly AdminRole[] }
}>

/** What a clerk of an office of one may do to her own account, and nobody else to theirs: be the clerk, or cease to be. */
export function mayGrantOneself(
  mode: AdminMode,
  before: readonly Role[],
  after: readonly Role[],
): boolean {
  const same = adminRoles.every((role) => before.includes(role) === after.includes(role))
  return mode === 'alone' && same && before.includes('admin') && rolesFault(mode, after) === null
}

/** Why a congress cannot keep its administrators so yet. `all`: every account; `holders`: those that can sign in. */
export function modeRefusal(
  mode: AdminMode,
  all: readonly Holder[],
  holders: readonly Holder[],
): SeparationRefusal | null {
  const several = all.filter(({ roles }) => rolesFault(mode, roles) !== null)
  if (several.length > 0) return { code: 'holds-several', names: several.map(({ name }) => name) }
  if (mode !== 'separate') return null
  const vacant = adminRoles.filter((role) => !holders.some(({ roles }) => roles.includes(role)))
  return vacant.length > 0 ? { code: 'nobody-holds', roles: vacant } : null
}
