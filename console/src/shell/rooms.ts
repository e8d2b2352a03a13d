/** The rooms of the menu in their order, who sees them, and the key that leads there (`g` then the letter). */
import type { Role } from '@luoshi/domain/people/roles'
import type { Messages } from '../words/zh.ts'
import type { RoomIconName } from './room-icon.tsx'

export type Room = Readonly<{
  to: string
  words: keyof Messages['shell']['rooms']
  icon: RoomIconName
  key: string
  /** Absent: everybody. */
  roles?: readonly Role[]
}>

type LinkedRoom = 'people' | 'appraisals' | 'imports' | 'ruleBooks' | 'yearPlans' | 'accounts'

/** Where rooms are, for links across rooms. */
export const roomPaths: Readonly<Record<LinkedRoom, string>> = {
  people: '/people',
  ruleBooks: '/rule-books',
  yearPlans: '/year-plans',
  accounts: '/accounts',
  appraisals: '/appraisals',
  imports: '/imports',
}

export function importPath(id: string): string {
  return `${roomPaths.imports}/${id}`
}

const committee = ['clerk', 'chairs', 'member', 'team'] as const satisfies readonly Role[]

/** Who may see any matter at all; the administrator and observers may not. */
const seers = [...committee, 'deputy', 'official', 'unitStaff'] as const satisfies readonly Role[]

export function seesMatters(held: readonly Role[]): boolean {
  return seers.some((role) => held.includes(role))
}

export const rooms: readonly Room[] = [
  { to: '/', words: 'desk', icon: 'desk', key: 'd' },
  { to: '/matters', words: 'matters', icon: 'ledger', key: 'm', roles: seers },
  { to: '/supervision', words: 'supervision', icon: 'supervision', key: 's', roles: seers },
  { to: '/imports', words: 'imports', icon: 'import', key: 'i', roles: ['clerk'] },
  { to: '/appraisals', words: 'appraisals', icon: 'appraisal', key: 'a', roles: committee },
  { to: '/surveys', words: 'surveys', icon: 'survey', key: 'v', roles: [...committee, 'deputy'] },
  {
    to: '/year-plans',
    words: 'yearPlans',
    icon: 'plan',
    key: 'y',
    roles: [...committee, 'deputy'],
  },
  { to: '/rule-books', words: 'ruleBooks', icon: 'rules', key: 'r', roles: committee },
  { to: '/people', words: 'people', icon: 'people', key: 'p', roles: committee },
  { to: '/calendar', words: 'calendar', icon: 'calendar', key: 'h', roles: seers },
  { to: '/accounts', words: 'accounts', icon: 'key', key: 'u', roles: ['admin', 'securityAdmin'] },
  { to: '/audit', words: 'audit', icon: 'audit', key: 't', roles: ['auditAdmin'] },
  { to: '/erasures', words: 'erasures', icon: 'erase', key: 'e', roles: ['admin'] },
  { to: '/quarantine', words: 'quarantine', icon: 'quarantine', key: 'q', roles: ['admin'] },
  {
    to: '/proof',
    words: 'proof',
    icon: 'proof',
    key: 'c',
    roles: [...committee, 'admin'],
  },
]

export function roomsFor(roles: readonly Role[]): readonly Room[] {
  return rooms.filter((room) => !room.roles || room.roles.some((role) => roles.includes(role)))
}
