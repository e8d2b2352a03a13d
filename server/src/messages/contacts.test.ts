/** An address for messages: shown to be its owner's by a code sent to it, sealed, masked, erased. A real mail server. */
import { instant, type Instant } from '@luoshi/domain/kernel/day'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { noChannels } from './channel-settings.ts'
import { claimContact, dropOldClaims, proveContact, sendCodeAgain } from './claim-contact.ts'
import { openReach } from './contact-seal.ts'
import { gatherDigests } from './gather-digests.ts'
import { eraseContact, keepTaste, readMyChannels } from './my-channels.ts'
import { putAccount } from './testing/put-account.ts'
import { localMail, type LocalMail } from './testing/receivers.ts'

let county: TestCounty
let mail: LocalMail
let staff: Principal
let clerk: Principal
let at: Instant
let world: World

beforeEach(async () => {
  county = await testCounty()
  mail = await localMail()
  const { database, congress, roads } = county
  const unit = roads.unit
  const put = (role: 'unitStaff' | 'clerk', of: string | null) =>
    putAccount(database.owner, congress, role, of)
  staff = { ...county.as('unitStaff', unit), account: await put('unitStaff', unit) }
  clerk = { ...county.as('clerk'), account: await put('clerk', null) }
  at = county.world.now()
  world = { ...county.world, now: () => at }
})
afterEach(async () => {
  await mail.close()
  await county[Symbol.asyncDispose]()
})

const settings = () => ({ ...noChannels, mail: mail.settings })
const minutesOn = (minutes: number) => {
  at = instant(new Date(Date.parse(at) + minutes * 60_000).toISOString())
}
const claim = (by: Principal, address: string) =>
  claimContact({ world, settings: settings(), by }, { channel: 'email', address, secret: null })
const prove = (by: Principal, code: string) =>
  proveContact({ world, settings: settings(), by }, { channel: 'email', code })
const again = (by: Principal) => sendCodeAgain({ world, settings: settings(), by }, 'email')
const mine = async (by: Principal) => value(await readMyChannels(world, settings(), by))
const codeIn = (letter: number) =>
  /验证码：(\d{6})/.exec(mail.letters[letter]?.text ?? '')?.[1] ?? ''
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const choose = (by: Principal) => {
  const taste = { channel: 'email', cap: 2, digestAt: 0, quietFrom: 0, quietUntil: 0 } as const
  return keepTaste(world, settings(), by, taste)
}

it('nothing goes to an address before its code was typed in, and nobody is named in the code’s letter', async () => {
  value(await claim(staff, 'staff@roads.example'))
  expect(mail.letters[0]?.to).toEqual(['staff@roads.example'])
  expect(mail.letters[0]?.text).not.toMatch(/测试县|公路局|unitStaff/)
  expect(await mine(staff)).toMatchObject({
    contacts: [],
    claims: [{ channel: 'email', hint: 's***@roads.example' }],
  })
  expect(await choose(staff)).toMatchObject({ ok: false, refusal: { code: 'contact-missing' } })
  value(await prove(staff, ` ${codeIn(0)} `))
  expect(await mine(staff)).toMatchObject({
    contacts: [{ channel: 'email', hint: 's***@roads.example' }],
    claims: [],
  })
  expect((await choose(staff)).ok).toBe(true)
})

it('five wrong codes void it, the right one included; each try is counted', async () => {
  value(await claim(staff, 'staff@roads.example'))
  const code = codeIn(0)
  for (let n = 1; n <= 4; n += 1)
    expect(await prove(staff, wrong(code))).toMatchObject({ refusal: { code: 'code-not-right' } })
  expect(await prove(staff, wrong(code))).toMatchObject({ refusal: { code: 'code-used-up' } })
  expect(await prove(staff, code)).toMatchObject({ refusal: { code: 'code-used-up' } })
  minutesOn(2)
  value(await again(staff))
  value(await prove(staff, codeIn(1)))
})

it('a hundred guesses at once are no more than five', async () => {
  value(await claim(staff, 'staff@roads.example'))
  const code = codeIn(0)
  const guesses = Array.from({ length: 30 }, () => prove(staff, wrong(code)))
  const said = (await Promise.all(guesses)).map((one) => (one.ok ? 'in' : one.refusal.code))
  expect(said.filter((one) => one === 'code-not-right').length).toBeLessThanOrEqual(4)
  expect(await prove(staff, code)).toMatchObject({ refusal: { code: 'code-used-up' } })
})

it('a code of ten minutes ago is none, and the address it was for is gone', async () => {
  value(await claim(staff, 'staff@roads.example'))
  minutesOn(10)
  expect(await prove(staff, codeIn(0))).toMatchObject({ refusal: { code: 'no-code-sent' } })
  expect(await again(staff)).toMatchObject({ refusal: { code: 'no-code-sent' } })
  await dropOldClaims(world, county.congress)
  const { rows } = await county.database.owner.query('select from luoshi.contact_claim')
  expect(rows).toEqual([])
})

it('one code a minute, five an hour, for the person and for the address; erasing does not begin afresh', async () => {
  value(await claim(staff, 'a@roads.example'))
  expect(await claim(staff, 'b@roads.example')).toMatchObject({
    refusal: { code: 'code-too-soon' },
  })
  expect(await claim(clerk, 'a@roads.example')).toMatchObject({
    refusal: { code: 'code-too-soon' },
  })
  for (let n = 2; n <= 5; n += 1) {
    minutesOn(2)
    value(await claim(staff, 'a@roads.example'))
  }
  minutesOn(2)
  value(await eraseContact(world, settings(), staff, 'email'))
  expect(await claim(staff, 'c@roads.example')).toMatchObject({
    refusal: { status: 429, code: 'code-too-often' },
  })
  expect(await claim(clerk, 'a@roads.example')).toMatchObject({
    refusal: { code: 'code-too-often' },
  })
  value(await claim(clerk, 'clerk@office.example'))
  minutesOn(60)
  value(await claim(staff, 'c@roads.example'))
})

it('a new address takes the old one’s place only when it is confirmed', async () => {
  value(await claim(staff, 'old@roads.example'))
  value(await prove(staff, codeIn(0)))
  minutesOn(2)
  value(await claim(staff, 'new@roads.example'))
  expect((await mine(staff)).contacts).toMatchObject([{ hint: 'o***@roads.example' }])
  value(await prove(staff, codeIn(1)))
  expect((await mine(staff)).contacts).toMatchObject([{ hint: 'n***@roads.example' }])
})

it('an address to which the code cannot be sent is not kept', async () => {
  const nowhere = { ...noChannels, mail: { ...mail.settings, requireTls: true } }
  const asked = { channel: 'email', address: 'staff@roads.example', secret: null } as const
  expect(await claimContact({ world, settings: nowhere, by: staff }, asked)).toMatchObject({
    refusal: { code: 'code-not-sent' },
  })
  expect((await mine(staff)).claims).toEqual([])
})

it('no table of the database tells the address, neither to the owner of the database nor copied to another row', async () => {
  value(await claim(staff, 'staff@roads.example'))
  value(await prove(staff, codeIn(0)))
  minutesOn(2)
  value(await claim(staff, 'other@roads.example'))
  const { rows: tables } = await county.database.owner.query<{ table_name: string }>(
    `select table_name from information_schema.tables
      where table_schema = 'luoshi' and table_type = 'BASE TABLE'`,
  )
  expect(tables.length).toBeGreaterThan(30)
  for (const { table_name: table } of tables) {
    const { rows } = await county.database.owner.query<{ text: string }>(
      `select t::text as text from luoshi."${table}" t`,
    )
    const all = rows.map(({ text }) => text).join('\n')
    // Bytes are printed in hexadecimal.
    for (const told of ['roads.example', Buffer.from('roads.example').toString('hex')])
      expect({ table, told: all.includes(told) }).toEqual({ table, told: false })
  }
  const { rows } = await county.database.owner.query<{ sealed: Buffer }>(
    'select sealed from luoshi.contact',
  )
  const sealed = rows[0]?.sealed ?? Buffer.alloc(40)
  const opened = ({ congress, account }: Principal) =>
    openReach(world.house, { congress, account, channel: 'email' }, sealed)
  expect(opened(staff).address).toBe('staff@roads.example')
  expect(() => opened(clerk)).toThrow('authenticate')
})

it('erased is erased: the waiting one, too, and no digest is made for it', async () => {
  value(await claim(staff, 'staff@roads.example'))
  value(await prove(staff, codeIn(0)))
  value(await choose(staff))
  minutesOn(2)
  value(await claim(staff, 'new@roads.example'))
  value(await eraseContact(world, settings(), staff, 'email'))
  expect(await mine(staff)).toMatchObject({ contacts: [], claims: [], taste: { channel: null } })
  expect(await gatherDigests(world, county.congress)).toBe(0)
})
