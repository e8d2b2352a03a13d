/**
 * Three administrators (三员): who keeps the system, who grants rights and who reads the audit are three people, so
 * that nobody can give himself a right and hide it. A small office may keep them together: then the system
 * administrator stands for all three. In either way whoever administers handles no matter.
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

export const adminModes = ['together', 'separate'] as const

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
  if (administers.length > 0 && administers.length < held.length) return 'admin-with-others'
  return mode === 'separate' && administers.length > 1 ? 'admins-apart' : null
}

export type Holder = Readonly<{ account: AccountId; name: string; roles: readonly Role[] }>

export type SeparationRefusal = ByCode<{
  'holds-several': { names: readonly string[] }
  'nobody-holds': { roles: readonly AdminRole[] }
}>

/** Why the three cannot be taken apart yet; `holders`: accounts that can sign in. */
export function separationRefusal(holders: readonly Holder[]): SeparationRefusal | null {
  const several = holders.filter(({ roles }) => rolesFault('separate', roles) !== null)
  if (several.length > 0) return { code: 'holds-several', names: several.map(({ name }) => name) }
  const vacant = adminRoles.filter((role) => !holders.some(({ roles }) => roles.includes(role)))
  return vacant.length > 0 ? { code: 'nobody-holds', roles: vacant } : null
}
