/** Every cell of the table is asked for, and held against what the trade says of the roles. Source: domain.md §4. */
import { describe, expect, it } from 'vitest'
import { idOf } from '../kernel/ids.ts'
import { isCommandType, may, rights, type CommandType } from './rights.ts'
import { rightsMarkdown, rightsTable } from './rights-table.ts'
import { roles, type Role } from './roles.ts'

const commands = Object.keys(rights).filter(isCommandType)
const ours = idOf('unit', 'unit_roads')
const theirs = idOf('unit', 'unit_water')

const mayAlone = (role: Role, command: CommandType) => ({
  own: may({ roles: [role], unit: ours }, command, ours),
  foreign: may({ roles: [role], unit: ours }, command, theirs),
  nobodys: may({ roles: [role], unit: ours }, command, null),
  homeless: may({ roles: [role], unit: null }, command, ours),
})

const nothing = { own: false, foreign: false, nobodys: false, homeless: false }
const everywhere = { own: true, foreign: true, nobodys: true, homeless: true }
const ownOnly = { ...nothing, own: true }

/** What a role may do at all, whatever the relation. */
const granted = (role: Role) => commands.filter((command) => rights[command][role] !== undefined)

const cells = commands.flatMap((command) => roles.map((role) => [command, role] as const))

describe('the table of rights', () => {
  it.each(cells)('%s by %s is what the table says, in every relation', (command, role) => {
    const relation = rights[command][role]
    const expected = { any: everywhere, own: ownOnly, none: nothing }[relation ?? 'none']
    expect(mayAlone(role, command)).toEqual(expected)
  })

  it('lets those who answer act for their own unit only', () => {
    for (const role of ['official', 'unitStaff'] as const)
      for (const command of granted(role)) expect(mayAlone(role, command)).toEqual(ownOnly)
  })

  it('keeps plan and result in the official’s own hands', () => {
    for (const command of ['SubmitPlan', 'SubmitResult', 'SubmitSelfCheck'] as const)
      expect(Object.keys(rights[command])).toEqual(['official'])
  })

  it('never lets those who answer verify, judge, close or let off', () => {
    const judging: readonly CommandType[] = [
      'ApproveMatter',
      'VerifyMatter',
      'JudgeMatter',
      'CloseMatter',
      'LookBackAtMatter',
      'ExitMatter',
      'ExitOpinion',
      'ExtendDue',
      'EscalateMatter',
      'VerifySelfFix',
    ]
    for (const command of judging)
      for (const role of ['official', 'unitStaff'] as const)
        expect(rights[command][role], `${command} by ${role}`).toBeUndefined()
  })

  it('keeps verification from the clerk: she records, the team goes and looks', () => {
    expect(Object.keys(rights.VerifyMatter)).toEqual(['team'])
    expect(Object.keys(rights.LookBackAtMatter)).toEqual(['team'])
  })

  it('gives the administrator accounts and nothing of the trade', () => {
    const trade: readonly CommandType[] = [
      'OpenMatter',
      'JudgeMatter',
      'RaiseOpinion',
      'OpenAppraisal',
    ]
    for (const command of trade) expect(rights[command].admin).toBeUndefined()
    expect(granted('admin')).toContain('InviteAccount')
  })

  it('keeps the three administrators apart: opening, granting and looking on are three columns', () => {
    expect(Object.keys(rights.InviteAccount)).toEqual(['admin'])
    for (const command of [
      'GrantRoles',
      'SuspendAccount',
      'UnlockAccount',
      'SetSignInRules',
    ] as const)
      expect(Object.keys(rights[command])).toEqual(['securityAdmin'])
    expect(granted('auditAdmin')).toEqual(['ReadAudit'])
  })

  it('lets observers watch', () => {
    expect(granted('observer')).toEqual([])
  })

  it('takes from who is recused all that the committee’s side may do, and nothing of his own unit', () => {
    const committees: readonly Role[] = ['clerk', 'chairs', 'member', 'team', 'deputy']
    for (const [command, role] of cells) {
      const actor = { roles: [role], unit: ours }
      const expected = !committees.includes(role) && may(actor, command, ours)
      expect(may(actor, command, ours, true), `${command} by ${role}`).toBe(expected)
    }
  })

  it('adds up what several roles may do, and nothing more', () => {
    const both = { roles: ['unitStaff', 'team'] as const, unit: ours }
    expect(may(both, 'VerifyMatter', theirs)).toBe(true)
    expect(may(both, 'ReportProgress', theirs)).toBe(false)
    expect(may({ roles: [], unit: ours }, 'ReportProgress', ours)).toBe(false)
  })

  it('is shown as rows with a Chinese and an English name each', () => {
    const rows = rightsTable()
    expect(rows.map(({ command }) => command)).toEqual(commands)
    expect(new Set(rows.map(({ zh }) => zh)).size).toBe(rows.length)
    expect(rows.filter(({ zh, en }) => zh === '' || en === '')).toEqual([])
  })

  it('is written as a page with a line for each command', () => {
    const lines = rightsMarkdown()
      .split('\n')
      .filter((line) => line.startsWith('| '))
    expect(lines).toHaveLength(commands.length + 2)
  })
})
