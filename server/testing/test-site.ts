/** The whole app over a real database, asked in process: a browser for each person, signed in by a demo link. */
import { join } from 'node:path'
import { idOf } from '@luoshi/domain/kernel/ids'
import type { CongressId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'
import { signingKey } from '@luoshi/ledger/proof/signing-key'
import pino from 'pino'
import { createApp } from '../src/app.ts'
import {
  openHall,
  resumeCasts,
  type HallSettings,
  type OpenHall,
} from '../src/ballots/hall/open-hall.ts'
import type { Schema } from '../src/contract/kit.ts'
import { problem, type Problem } from '../src/contract/problem.ts'
import { createIdentity } from '../src/identity/identity.ts'
import { openPreviews } from '../src/evidence/previews/open-previews.ts'
import type { World } from '../src/execute/context.ts'
import type { ConsoleFiles } from '../src/http/console-files.ts'
import type { PortalFiles } from '../src/http/portal-files.ts'
import { noChannels } from '../src/messages/channel-settings.ts'
import { transportRule } from '../src/identity/transport.ts'
import { testCounty, value, type Seat, type TestCounty } from './test-county.ts'

export type Browser = Readonly<{
  get: (path: string) => Promise<Response>
  send: (
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>
}>

type Belonging = Readonly<{ unit: UnitId | null; official: OfficialId | null }>

export type TestSite = AsyncDisposable &
  Readonly<{
    county: TestCounty
    as: (role: Role, unit?: UnitId | null) => Promise<Browser>
    /** A path that signs somebody new of this role in, once: for a real browser. */
    linkFor: (role: Role) => Promise<string>
    /** A second congress in the same database, with nothing on record. */
    neighbour: () => Promise<Neighbour>
    stranger: Browser
    /** For a real browser, whose requests are handed in. */
    fetch: (request: Request) => Promise<Response>
    hall: OpenHall
    /** The server ends and begins again on the same data, as far as ballots cast here go. */
    restart: () => Promise<void>
    /** What went wrong beside a request. */
    failures: readonly string[]
  }>

export type Neighbour = Readonly<{
  congress: CongressId
  as: (role: Role, seat?: Partial<Seat>) => Promise<Browser>
}>

const base = 'http://localhost'

export type SiteParts = Pick<World, 'scanner'> &
  Readonly<{ portal?: PortalFiles; console?: ConsoleFiles }>

export async function testSite({ portal, console, ...more }: SiteParts = {}): Promise<TestSite> {
  // Argon2id as cheap as it goes: these tests are not about passwords.
  const county = await testCounty(async (pool, clock) => {
    const cost = { memory: 8, passes: 1 }
    const identity = createIdentity({ pool, clock, cost })
    const asked = { name: '测试县人大常委会', county: '测试县', demo: true }
    return value(await identity.createCongress(asked)).id
  })
  const { database, clock } = county
  const world: World = { ...county.world, ...more }
  const cost = { memory: 8, passes: 1 }
  const failures: string[] = []
  const identity = createIdentity({ pool: database.pool, clock: clock.now, cost })
  const box = { main: { appConfig: database.config, ownerConfig: database.ownerConfig } }
  const settings: HallSettings = {
    dataDir: county.folder,
    rsaBits: 2048,
    origin: () => base,
    failed: (failure, what) => void failures.push(`${what}: ${String(failure)}`),
    box: {
      ...box,
      isBuiltIn: true,
      boxUrl: null,
      keyFolder: join(county.folder, 'keys'),
      // Phones of these tests send again before they close.
      resendMs: 0,
      publicUrl: null,
      isBehindProxy: false,
      host: '127.0.0.1',
      port: () => 0,
    },
  }
  const signing = await signingKey(county.folder)
  let hall = await openHall(settings)
  const appOf = () =>
    createApp({
      world,
      identity,
      signingKey: signing,
      transport: value(transportRule(null, null)),
      channels: noChannels,
      previews: openPreviews(world.files, county.folder, { LUOSHI_SOFFICE: 'off' }),
      socketOf: () => '127.0.0.1',
      hall,
      console: console ?? null,
      portal: portal ?? null,
      version: '0.0.0-test',
      log: pino({ level: 'silent' }),
    })
  let app = appOf()

  function browser(cookie: string | null, csrf: string): Browser {
    const headersOf = (more: Readonly<Record<string, string>>) => {
      const headers = new Headers({ host: 'localhost', ...more })
      if (cookie !== null) headers.set('cookie', cookie)
      return headers
    }
    return {
      get: async (path) => app.request(`${base}${path}`, { headers: headersOf({}) }),
      send: async (method, path, body, more = {}) => {
        const raw = body instanceof Uint8Array
        const type = raw ? 'application/octet-stream' : 'application/json'
        const headers = headersOf({ 'content-type': type, 'x-luoshi-csrf': csrf, ...more })
        const sent = raw ? Buffer.from(body) : JSON.stringify(body)
        return app.request(`${base}${path}`, { method, headers, body: sent })
      },
    }
  }

  async function newLink(congress: CongressId, role: Role, seat: Belonging): Promise<string> {
    const login = `${role.toLowerCase()}.${seat.unit?.slice(-8) ?? 'x'}.${Math.trunc(performance.now() * 1000)}`
    const person = { login, name: role, roles: [role], ...seat }
    const account = value(await identity.createAccountDirectly(congress, person))
    return value(await identity.makeDemoLink(congress, account))
  }

  async function signIn(congress: CongressId, role: Role, seat: Belonging): Promise<Browser> {
    const link = await newLink(congress, role, seat)
    const from = { address: '127.0.0.1', request: 'test' }
    const token = value(await identity.signInByDemoLink({ token: link, from, oldToken: null }))
    const session = await identity.sessionOf(token)
    if (!session) throw new Error('Not signed in')
    return browser(`luoshi-80=${token}`, session.csrf)
  }

  function seatOf(role: Role, unit: UnitId | null): Belonging {
    const seat = [county.roads, county.water, county.schools].find((one) => one.unit === unit)
    return { unit, official: role === 'official' ? (seat?.official ?? null) : null }
  }

  return {
    county,
    as: (role, unit = null) => signIn(county.congress, role, seatOf(role, unit)),
    linkFor: async (role) =>
      `/demo-sign-in?token=${await newLink(county.congress, role, seatOf(role, null))}`,
    neighbour: async () => {
      const asked = { name: '邻县人大常委会', county: '邻县', demo: true }
      const { id: congress } = value(await identity.createCongress(asked))
      return {
        congress,
        as: (role, { unit = null, official = null } = {}) =>
          signIn(congress, role, { unit, official: role === 'official' ? official : null }),
      }
    },
    stranger: browser(null, ''),
    fetch: async (request) => app.fetch(request),
    get hall() {
      return hall
    },
    restart: async () => {
      await hall.close()
      hall = await openHall(settings)
      app = appOf()
      await resumeCasts(world, hall, [county.congress])
    },
    failures,
    [Symbol.asyncDispose]: async () => {
      await hall.close()
      const { rows } = await database.owner.query<{ name: string }>(
        `select current_database() || '_box' as name`,
      )
      await database.owner.query(`drop database if exists ${rows[0]?.name ?? ''} with (force)`)
      await county[Symbol.asyncDispose]()
    },
  }
}

/** A path of a matter's step. */
export function stepPath(matter: string, step: string): string {
  return `/api/v1/matters/${idOf('matter', matter)}/${step}`
}

/** The answer, read by the contract's own schema: a route that answers anything else fails its test. */
export async function answered<Answer>(
  spec: Readonly<{ answer: Schema<unknown, Answer> }>,
  response: Response,
): Promise<Answer> {
  const body: unknown = await response.json()
  if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(body)}`)
  const checked = await spec.answer['~standard'].validate(body)
  if (checked.issues) throw new Error(`Not as promised: ${JSON.stringify(checked.issues)}`)
  return checked.value
}

export async function problemIn(response: Response): Promise<Problem> {
  return problem.parse(await response.json())
}
