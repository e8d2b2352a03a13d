/** What a deputy may do, cell by cell: never more than whom he acts for, never what is done in person. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { delegationFault, inPersonCommands, isDelegable, lentRoles } from './delegation.ts'
import { isCommandType, may, rights } from './rights.ts'
import { roles } from './roles.ts'

const ours = idOf('unit', 'unit_roads')
const theirs = idOf('unit', 'unit_water')
const [absent, deputy] = [idOf('account', 'account_absent'), idOf('account', 'account_deputy')]
const commands = Object.keys(rights).filter(isCommandType)
const cells = commands.flatMap((command) => roles.map((role) => [command, role] as const))

const acting = (held: readonly (typeof roles)[number][]) => ({
  roles: lentRoles(held, held),
  unit: ours,
  actingFor: { account: absent },
})

describe('a deputy', () => {
  it.each(cells)(
    'gives %s for a %s only where both the table and the duty allow it',
    (command, role) => {
      for (const unit of [ours, theirs, null]) {
        const own = may({ roles: [role], unit: ours }, command, unit)
        const expected = own && isDelegable(role) && !inPersonCommands.has(command)
        expect(may(acting([role]), command, unit)).toBe(expected)
      }
    },
  )

  it('never has more than the colleague, whatever was lent and whatever was taken away since', () => {
    const some = fc.uniqueArray(fc.constantFrom(...roles))
    fc.assert(
      fc.property(some, some, fc.constantFrom(...commands), (lent, held, command) => {
        const actor = { ...acting([]), roles: lentRoles(lent, held) }
        if (may(actor, command, ours))
          expect(may({ roles: held, unit: ours }, command, ours)).toBe(true)
      }),
    )
  })

  it('does not sign for the official', () => {
    for (const command of ['SubmitPlan', 'SubmitResult', 'SubmitSelfCheck'] as const)
      expect(may(acting(['official']), command, ours)).toBe(false)
    expect(may(acting(['official']), 'SignReceipt', ours)).toBe(true)
  })
})

describe('a delegation', () => {
  const today = day('2026-03-02')
  const asked = {
    by: absent,
    held: ['clerk'],
    deputy,
    roles: ['clerk'],
    from: today,
    until: day('2026-03-16'),
    reason: '年休假',
  } as const

  it('is for a period, for a reason, of what one holds', () => {
    expect(delegationFault(asked, today)).toBeNull()
    expect(delegationFault({ ...asked, deputy: absent }, today)).toBe('delegate-to-yourself')
    expect(delegationFault({ ...asked, roles: ['team'] }, today)).toBe('delegate-not-held')
    expect(delegationFault({ ...asked, roles: [] }, today)).toBe('delegate-not-held')
    expect(delegationFault({ ...asked, until: day('2026-03-01') }, today)).toBe('delegate-period')
    expect(delegationFault({ ...asked, until: day('2027-03-02') }, today)).toBe('delegate-period')
    expect(delegationFault({ ...asked, reason: ' ' }, today)).toBe('delegate-reason')
  })

  it('cannot lend a mandate', () => {
    const mandate = { ...asked, held: ['member'], roles: ['member'] } as const
    expect(delegationFault(mandate, today)).toBe('delegate-in-person')
  })
})
