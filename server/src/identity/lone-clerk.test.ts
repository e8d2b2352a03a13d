/** An office of one: its clerk administers as well, because the congress says so; nowhere else, and the database agrees. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { may } from '@luoshi/domain/people/rights'
import type { Role } from '@luoshi/domain/people/roles'
import type { Principal } from './principal.ts'
import {
  founded,
  from,
  goodPassword,
  identityPlace,
  person,
  principal,
  refusalOf,
  tokenOf,
  valueOf,
  type Place,
} from './testing/identity-place.ts'

let place: Place
let founder: Principal

beforeAll(async () => {
  place = await identityPlace()
  founder = await principal(place, (await founded(place)).token)
})
afterAll(() => place[Symbol.asyncDispose]())

const granting = (roles: readonly Role[]) => {
  return { account: founder.account, roles, unit: null, official: null }
}

async function set(admins: 'alone' | 'together' | 'separate') {
  const { rules } = valueOf(await place.identity.rules(founder))
  return place.identity.setRules(founder, { ...rules, admins }, from())
}

async function comesAgain(): Promise<Principal> {
  const asked = { congress: founder.congress, login: 'wenren', password: goodPassword }
  const entry = await place.identity.signIn({ ...asked, from: from(), oldToken: null })
  return principal(place, tokenOf(entry))
}

describe('an office of one', () => {
  it('is one only when the congress says so: until then nobody is clerk and administrator', async () => {
    const refused = await place.identity.grantRoles(founder, granting(['admin', 'clerk']), from())
    expect(refusalOf(refused).code).toBe('not-yourself')
    const forced = place.database.owner.query(
      `update luoshi.account set roles = '{admin,clerk}' where login = 'wenren'`,
    )
    await expect(forced).rejects.toThrow(/account_roles_apart/)
  })

  it('lets the one person be both, signed in anew, with what each may do', async () => {
    valueOf(await set('alone'))
    const both = granting(['admin', 'clerk'])
    valueOf(await place.identity.grantRoles(founder, both, from()))
    founder = await comesAgain()
    for (const command of ['OpenMatter', 'DraftLetter', 'InviteAccount', 'ReadAudit'] as const)
      expect(may(founder, command, null)).toBe(true)
    for (const command of ['VerifyMatter', 'SubmitPlan', 'CloseMatter'] as const)
      expect(may(founder, command, null)).toBe(command === 'CloseMatter')
  })

  it('lets him be no more than that, and not give the office out of his hands by mistake', async () => {
    const { identity } = place
    for (const roles of [['clerk'], ['admin', 'member'], ['admin', 'auditAdmin', 'clerk']] as const)
      expect(refusalOf(await identity.grantRoles(founder, granting(roles), from())).code).toBe(
        'not-yourself',
      )
    const forced = place.database.owner.query(
      `update luoshi.account set roles = '{admin,member}' where login = 'wenren'`,
    )
    await expect(forced).rejects.toThrow(/account_roles_apart/)
  })

  it('ends only when the two are two people again, also for the database', async () => {
    expect(refusalOf(await set('together'))).toMatchObject({ code: 'holds-several' })
    const forced = place.database.owner.query(`update luoshi.sign_in_rules set admins = 'separate'`)
    await expect(forced).rejects.toThrow(/office_of_one_ends/)
    await person(place, founder, 'newclerk', 'clerk')
    valueOf(await place.identity.grantRoles(founder, granting(['admin']), from()))
    founder = await comesAgain()
    valueOf(await set('together'))
    const again = await place.identity.grantRoles(founder, granting(['admin', 'clerk']), from())
    expect(refusalOf(again).code).toBe('not-yourself')
  })
})
