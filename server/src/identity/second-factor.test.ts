/** A second factor: no session before it, each code once, paper codes once, wrong ones locked out; passwords that expire. */
import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from './admit.ts'
import type { Principal } from './principal.ts'
import type { LiveSession } from './sessions.ts'
import { seal, unseal } from './sealing.ts'
import type { Step } from './sign-in-steps.ts'
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
let admin: Principal

beforeAll(async () => {
  place = await identityPlace()
  admin = await principal(place, (await founded(place)).token)
})
afterAll(() => place[Symbol.asyncDispose]())

/** The app on the telephone. */
function codeOf(secret: Buffer, stepsOn = 0): string {
  const timestamp = Date.parse(place.identity.now()) + stepsOn * 30_000
  return new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }) }).generate({
    timestamp,
  })
}

async function live(token: string): Promise<LiveSession> {
  const session = await place.identity.sessionOf(token)
  if (session === null) throw new Error('No such session')
  return session
}

/** Somebody with an app; answers its secret and the codes on paper. */
async function withApp(login: string) {
  const session = await live((await person(place, admin, login)).token)
  const secret = valueOf(await place.identity.beginApp(session, goodPassword, from()))
  const codes = valueOf(await place.identity.finishApp(session, codeOf(secret), from()))
  place.tick(1)
  return { secret, codes, session }
}

let visits = 0
function byPassword(login: string) {
  const address = `10.30.${Math.floor(visits / 200)}.${(visits += 1) % 200}`
  const asked = { congress: admin.congress, login, password: goodPassword, oldToken: null }
  return place.identity.signIn({ ...asked, from: from(address) })
}

async function stepOf(entry: Entry): Promise<Step> {
  const step = entry.kind === 'step' ? await place.identity.stepOf(entry.token) : null
  if (step === null) throw new Error('No step')
  return step
}

let addresses = 0
const given = (code: string) => ({
  code,
  from: from(`10.31.0.${(addresses += 1) % 250}`),
  oldToken: null,
})

describe('a code app', () => {
  it('stands between the password and the session', async () => {
    const { secret } = await withApp('anquan')
    const entry = valueOf(await byPassword('anquan'))
    expect(entry).toMatchObject({ kind: 'step', stage: 'factor' })
    expect(await place.identity.sessionOf(entry.token)).toBeNull()
    const step = await stepOf(entry)
    const token = tokenOf(await place.identity.passFactor(step, given(codeOf(secret))))
    expect((await live(token)).login).toBe('anquan')
  })

  it('is not passed by a wrong code, and a step that was passed is passed once', async () => {
    const { secret } = await withApp('once')
    const step = await stepOf(valueOf(await byPassword('once')))
    expect(refusalOf(await place.identity.passFactor(step, given('000000'))).code).toBe(
      'code-wrong',
    )
    tokenOf(await place.identity.passFactor(step, given(codeOf(secret))))
    place.tick(1)
    const again = await place.identity.passFactor(step, given(codeOf(secret)))
    expect(refusalOf(again).code).toBe('step-void')
  })

  it('takes no code twice, neither at once nor later, nor one from before', async () => {
    const { secret } = await withApp('replayed')
    const [one, two] = [await byPassword('replayed'), await byPassword('replayed')]
    const steps = await Promise.all([stepOf(valueOf(one)), stepOf(valueOf(two))])
    const code = codeOf(secret)
    const both = await Promise.all(
      steps.map((step) => place.identity.passFactor(step, given(code))),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    for (const old of [code, codeOf(secret, -1)]) {
      const step = await stepOf(valueOf(await byPassword('replayed')))
      const late = await place.identity.passFactor(step, given(old))
      expect(refusalOf(late).code).toBe('code-wrong')
    }
  })

  it('locks the login after five wrong codes, however often the right password comes between', async () => {
    await withApp('guessed')
    const codes: string[] = []
    for (let n = 0; n < 7; n += 1) {
      const entry = await byPassword('guessed')
      if (!entry.ok) codes.push(entry.refusal.code)
      else {
        const wrong = await place.identity.passFactor(await stepOf(entry.value), given('123456'))
        codes.push(refusalOf(wrong).code)
      }
    }
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'code-wrong'), 'locked', 'locked'])
  })

  it('gives ten minutes between password and code, and nothing after a suspension', async () => {
    const { secret, session } = await withApp('slow')
    const entry = valueOf(await byPassword('slow'))
    const step = await stepOf(valueOf(await byPassword('slow')))
    place.tick(10)
    expect(await place.identity.stepOf(entry.token)).toBeNull()
    const fresh = await stepOf(valueOf(await byPassword('slow')))
    valueOf(await place.identity.suspend(admin, session.own.account, from()))
    for (const one of [step, fresh]) {
      expect((await place.identity.passFactor(one, given(codeOf(secret)))).ok).toBe(false)
    }
  })

  it('is set up and removed only by somebody who knows the password', async () => {
    const session = await live((await person(place, admin, 'desk')).token)
    const begun = await place.identity.beginApp(session, 'wrong', from('10.32.0.1'))
    expect(refusalOf(begun).code).toBe('wrong-password')
    const guess = await place.identity.finishApp(session, '000000', from('10.32.0.1'))
    expect(guess.ok).toBe(false)
    expect(await place.identity.appBegun(session)).toBeNull()
    const { session: other } = await withApp('keeper')
    const removed = await place.identity.removeApp(other, 'wrong', from('10.32.0.2'))
    expect(refusalOf(removed).code).toBe('wrong-password')
    valueOf(await place.identity.removeApp(other, goodPassword, from('10.32.0.2')))
    expect((await place.identity.ownAccount(other)).app).toBe(false)
    expect((await place.identity.ownAccount(other)).codesLeft).toBe(0)
    tokenOf(await byPassword('keeper'))
  })

  it('is not set up with a secret begun and left lying for ten minutes', async () => {
    const session = await live((await person(place, admin, 'lying')).token)
    const secret = valueOf(await place.identity.beginApp(session, goodPassword, from('10.32.0.3')))
    place.tick(10)
    const late = await place.identity.finishApp(session, codeOf(secret), from('10.32.0.3'))
    expect(refusalOf(late).code).toBe('code-wrong')
  })

  it('keeps its secret sealed: not in the database, not openable for another account', async () => {
    const { secret } = await withApp('sealed')
    const { rows } = await place.database.owner.query(
      `select secret_sealed, account from luoshi.authenticator`,
    )
    for (const row of rows) expect(row.secret_sealed.includes(secret)).toBe(false)
    const key = Buffer.alloc(32, 7)
    const sealed = seal(key, (n) => Buffer.alloc(n, 1), 'account_one', secret)
    expect(unseal(key, 'account_one', sealed)).toEqual(secret)
    expect(() => unseal(key, 'account_two', sealed)).toThrow(/authenticate/)
    expect(() => unseal(Buffer.alloc(32, 8), 'account_one', sealed)).toThrow(/authenticate/)
  })

  it('is not skipped by a new invitation, which gives a new password only', async () => {
    const { session } = await withApp('invited')
    const { token } = valueOf(await place.identity.inviteAgain(admin, session.own.account, from()))
    const asked = { token, password: '另一把-Lute-竹林-41', from: from() }
    expect(valueOf(await place.identity.acceptInvitation(asked))).toMatchObject({
      kind: 'step',
      stage: 'factor',
    })
  })
})

describe('recovery codes', () => {
  it('stand in for the telephone, each once, as typed from paper', async () => {
    const { codes } = await withApp('paper')
    expect(new Set(codes).size).toBe(10)
    const [code = ''] = codes
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `
    const [one, two] = [await byPassword('paper'), await byPassword('paper')]
    const steps = await Promise.all([stepOf(valueOf(one)), stepOf(valueOf(two))])
    const both = await Promise.all(
      steps.map((step) => place.identity.passFactor(step, given(typed))),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('made anew make the old ones void, and none is in the database', async () => {
    const { codes, session } = await withApp('renewed')
    const fresh = valueOf(await place.identity.newRecoveryCodes(session, goodPassword, from()))
    const step = await stepOf(valueOf(await byPassword('renewed')))
    const old = await place.identity.passFactor(step, given(codes[1] ?? ''))
    expect(refusalOf(old).code).toBe('code-wrong')
    tokenOf(await place.identity.passFactor(step, given(fresh[1] ?? '')))
    const { rows } = await place.database.owner.query(
      `select query_to_xml('select * from luoshi.recovery_code', true, false, '')::text as dump`,
    )
    expect(rows[0].dump).not.toContain((fresh[2] ?? '').replaceAll('-', ''))
  })
})

describe('an administrator who lost telephone and paper', () => {
  it('comes in by a new password alone only where the server’s own console took the factors away', async () => {
    const { identity } = place
    const { session } = await withApp('stranded')
    const accept = async (token: string, password: string) =>
      valueOf(await identity.acceptInvitation({ token, password, from: from() }))
    const kept = valueOf(await identity.recover(admin.congress, 'stranded'))
    expect(await accept(kept, '新的一把-Gong-溪水-52')).toMatchObject({ kind: 'step' })
    const lost = valueOf(await identity.recover(admin.congress, 'stranded', 'lost'))
    expect(await identity.sessionOf(session.token)).toBeNull()
    expect((await accept(lost, '又换一把-Gong-溪水-53')).kind).toBe('session')
    const trail = valueOf(await identity.auditTrail(admin, null, 10))
    expect(trail.find(({ kind }) => kind === 'factor-removed')).toMatchObject({
      actor: null,
      address: 'console',
      facts: { by: 'console' },
    })
  })
})

describe('the rules of the office', () => {
  async function set(change: Readonly<Record<string, unknown>>) {
    const { rules } = valueOf(await place.identity.rules(admin))
    valueOf(await place.identity.setRules(admin, { ...rules, ...change }, from()))
  }

  it('can force a factor: then there is no session before one is set up', async () => {
    const { token } = await person(place, admin, 'forced', 'team')
    await set({ forcedRoles: ['team'] })
    const entry = valueOf(await byPassword('forced'))
    expect(entry).toMatchObject({ kind: 'step', stage: 'enrol' })
    const step = await stepOf(entry)
    expect((await place.identity.passFactor(step, given('000000'))).ok).toBe(false)
    const secret = await place.identity.enrolmentOf(step)
    if (secret === null) throw new Error('Nothing to set up')
    const done = valueOf(await place.identity.passEnrolment(step, given(codeOf(secret))))
    expect(done.entry.kind).toBe('session')
    expect(done.codes).toHaveLength(10)
    const session = await live(token)
    const removed = await place.identity.removeApp(session, goodPassword, from('10.33.0.1'))
    expect(refusalOf(removed).code).toBe('factor-forced')
    await set({ forcedRoles: [] })
  })

  it('can let passwords expire: the new one is set before the session begins', async () => {
    await person(place, admin, 'stale')
    await set({ passwordDays: 30 })
    place.tick(30 * 24 * 60 - 1)
    tokenOf(await byPassword('stale'))
    place.tick(1)
    const entry = valueOf(await byPassword('stale'))
    expect(entry).toMatchObject({ kind: 'step', stage: 'password' })
    const step = await stepOf(entry)
    const renewal = (wanted: string) =>
      place.identity.passRenewal(step, { wanted, from: from(), oldToken: null })
    expect(refusalOf(await renewal(goodPassword)).code).toBe('password-unfit')
    tokenOf(await renewal('新的一把-Gong-溪水-52'))
    expect((await renewal('又是一把-Drum-石桥-63')).ok).toBe(false)
    await set({ passwordDays: 0 })
    await person(place, admin, 'never')
    place.tick(400 * 24 * 60)
    tokenOf(await byPassword('never'))
  })

  it('can shorten the idle time of sessions', async () => {
    await set({ idleMinutes: 5 })
    const { token } = await person(place, admin, 'idle')
    place.tick(4)
    expect(await place.identity.sessionOf(token)).not.toBeNull()
    place.tick(5)
    expect(await place.identity.sessionOf(token)).toBeNull()
    await set({ idleMinutes: 30 })
  })

  it('can allow one session an account', async () => {
    await set({ oneSession: true })
    const { token } = await person(place, admin, 'single')
    const next = tokenOf(await byPassword('single'))
    expect(await place.identity.sessionOf(token)).toBeNull()
    expect(await place.identity.sessionOf(next)).not.toBeNull()
    await set({ oneSession: false })
  })
})

describe('one’s own sessions', () => {
  it('are listed, ended one by one or all others at once, and never another’s', async () => {
    const { token } = await person(place, admin, 'roaming')
    const phone = tokenOf(await byPassword('roaming'))
    const library = tokenOf(await byPassword('roaming'))
    const session = await live(token)
    const { sessions } = await place.identity.ownAccount(session)
    expect(sessions).toHaveLength(3)
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1)
    const { id } = await live(phone)
    valueOf(await place.identity.endOwnSessions(session, id, from()))
    expect(await place.identity.sessionOf(phone)).toBeNull()
    const stranger = await live((await person(place, admin, 'stranger')).token)
    const foreign = await place.identity.endOwnSessions(session, stranger.id, from())
    expect(refusalOf(foreign).code).toBe('session-unknown')
    expect(valueOf(await place.identity.endOwnSessions(session, null, from()))).toBe(1)
    expect(await place.identity.sessionOf(library)).toBeNull()
    expect(await place.identity.sessionOf(token)).not.toBeNull()
  })
})
