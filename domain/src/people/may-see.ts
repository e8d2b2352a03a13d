/** Who sees a matter: whoever judges or answers for it. Source: domain.md §4, §13; seed map S14 (both sides see the same). */
import type { UnitId } from '../kernel/ids.ts'
import type { Actor } from './rights.ts'

/** Whether an actor may see a matter: the committee's side sees all, a unit sees what it answers for. */
export function maySee(actor: Actor, answeringUnit: UnitId | null): boolean {
  return actor.roles.some((role) => {
    switch (role) {
      case 'clerk':
      case 'chairs':
      case 'member':
      case 'team':
      case 'deputy':
        return true
      case 'official':
      case 'unitStaff':
        return actor.unit !== null && actor.unit === answeringUnit
      case 'observer':
      case 'admin':
      case 'securityAdmin':
      case 'auditAdmin':
        return false
    }
  })
}
