/** A server's clock set back, by an hour or by a day: sessions, locks, guesses, codes and links each have one outcome. */
import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
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

const [hour, day] = [60, 24 * 60]

let place: Place
let admin: Principal

beforeAll(async () => {
  place = await identityPlace()
  admin = await principal(place, (await founded(place)).token)
})
// Each begins well after whatever the last one left.
afterEach(() => place.tick(4 * day))
afterAll(() => place[Symbol.asyncDispose]())

let visits = 0
const signIn = (login: string, password: string) => {
  const address = `10.40.${Math.floor(visits / 200)}.${(visits += 1) % 200}`
  const asked = { congress: admin.congress, login, password, oldToken: null }
  return place.identity.signIn({ ...asked, from: from(address) })
}
const guess = async (login: string) => refusalOf(await signIn(login, 'wrong-7-wrong-7'))

describe('a clock set back', () => {
  it.each([hour, day])(
    'by %i minutes ends the sessions of before; one signs in anew',
    async (by) => {
      const login = `keeps${by}`
      const { token } = await person(place, admin, login)
      expect(await place.identity.sessionOf(token)).not.toBeNull()
      place.tick(-by)
      expect(await place.identity.sessionOf(token)).toBeNull()
      const anew = tokenOf(await signIn(login, goodPassword))
      expect(await place.identity.sessionOf(anew)).not.toBeNull()
    },
  )

  it('by a minute, as clocks are corrected every day, ends nothing', async () => {
    const { token } = await person(place, admin, 'stays')
    place.tick(-1)
    expect(await place.identity.sessionOf(token)).not.toBeNull()
  })

  it('gives a session no longer life once it is right again', async () => {
    const { token } = await person(place, admin, 'again')
    place.tick(-day)
    place.tick(day + 12 * hour)
    expect(await place.identity.sessionOf(token)).toBeNull()
  })

  it.each([hour, day])('by %i minutes keeps nobody locked out until then', async (by) => {
    const login = `locked${by}`
    await person(place, admin, login)
    for (let n = 0; n < 5; n += 1) await guess(login)
    expect((await guess(login)).code).toBe('locked')
    place.tick(-by)
    tokenOf(await signIn(login, goodPassword))
  })

  it.each([hour, day])('by %i minutes lets nobody guess without end', async (by) => {
    const login = `guessed${by}`
    await person(place, admin, login)
    // Too far apart to lock anything, and all of a time that is then still to come.
    for (let n = 0; n < 5; n += 1) {
      await guess(login)
      place.tick(4)
    }
    place.tick(-by)
    const codes: string[] = []
    for (let n = 0; n < 7; n += 1) codes.push((await guess(login)).code)
    expect(codes.filter((code) => code !== 'locked')).toHaveLength(5)
    expect(codes.at(-1)).toBe('locked')
  })

  it('takes no code of the app a second time; the codes on paper open meanwhile', async () => {
    const session = await place.identity.sessionOf((await person(place, admin, 'codes')).token)
    if (session === null) throw new Error('No session')
    const secret = valueOf(await place.identity.beginApp(session, goodPassword, from()))
    const app = new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }) })
    const code = () => app.generate({ timestamp: Date.parse(place.identity.now()) })
    const paper = valueOf(await place.identity.finishApp(session, code(), from()))
    const pass = async (given: string) => {
      const entry = valueOf(await signIn('codes', goodPassword))
      const step = entry.kind === 'step' ? await place.identity.stepOf(entry.token) : null
      if (step === null) throw new Error('No step')
      return place.identity.passFactor(step, { code: given, from: from(), oldToken: null })
    }
    place.tick(-hour)
    // Seen over a shoulder the first time this hour passed: it is not good for the second.
    expect(refusalOf(await pass(code())).code).toBe('code-wrong')
    tokenOf(await pass(paper[0] ?? ''))
  })

  it('leaves an invitation good for one use', async () => {
    const asked = {
      login: 'invited',
      name: '巫马宁',
      roles: ['clerk'] as const,
      unit: null,
      official: null,
    }
    const { token } = valueOf(await place.identity.invite(admin, asked, from()))
    place.tick(-day)
    const accept = () =>
      place.identity.acceptInvitation({ token, password: goodPassword, from: from() })
    tokenOf(await accept())
    expect((await accept()).ok).toBe(false)
  })
})
