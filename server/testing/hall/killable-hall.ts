/** A congress whose server, box and database can be killed the hard way while it votes; the people ask over real HTTP. */
import { spawn, type ChildProcess } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import { dayInChina } from '@luoshi/domain/kernel/day'
import type { Role } from '@luoshi/domain/people/roles'
import { scratchFolder } from '../../../ledger/testing/scratch-folder.ts'
import { openAppraisal } from '../../src/appraisals/appraisal-commands.ts'
import { openApplication, type Application } from '../../src/application.ts'
import type { Principal } from '../../src/identity/principal.ts'
import { putOfficialOnRecord, putUnitOnRecord } from '../../src/people/register.ts'
import { changePerson, putPersonOnRoster } from '../../src/people/roster.ts'
import { value } from '../test-county.ts'
import type { Browser } from '../test-site.ts'
import { onRoster, type Hall, type Member } from './hall-people.ts'

export const victims = ['server', 'box', 'engine'] as const

export type Victim = (typeof victims)[number]

export type KillableHall = AsyncDisposable &
  Readonly<{
    hall: Hall
    stranger: Browser
    application: Application
    congress: CongressId
    dataDir: string
    /** Of the server that runs now. */
    url: () => string
    /** Dead at once. What comes back by itself is not waited for; the server is begun anew. */
    kill: (victim: Victim) => Promise<void>
    /** Every log there is: the server's, what it and the box printed, the engine's. */
    logs: () => Promise<string>
  }>

const program = join(import.meta.dirname, 'hall-process.ts')

/** Voters come from an address of their own, which must stand nowhere. */
export const voterAddress = '127.0.0.77'

export async function killableHall(voters: number): Promise<KillableHall> {
  const scratch = await scratchFolder('luoshi-hall-kill-')
  const dataDir = join(scratch.path, '数据 data')
  const log = join(scratch.path, 'server.log')
  const application = value(await openApplication({ dataDir }))
  let server = await begun(dataDir, log)
  const people = await found(application)
  const browserOf = (account: AccountId) =>
    signedIn(application, people.congress, account, () => server.url)
  const members: Member[] = []
  for (let at = 0; at < voters; at += 1)
    members.push(await member(application, people, at, browserOf))
  const hall: Hall = {
    site: {
      county: {
        appraisal: people.appraisal,
        clock: { today: () => dayInChina(application.world.now()) },
      },
    },
    clerk: await browserOf(people.clerk.account),
    team: await browserOf(people.team.account),
    members,
  }
  return {
    hall,
    stranger: browser(() => server.url, null, ''),
    application,
    congress: people.congress,
    dataDir,
    url: () => server.url,
    kill: async (victim) => {
      if (victim === 'server') {
        await server.end()
        server = await begun(dataDir, log)
        return
      }
      const pid = victim === 'box' ? await boxOf(server.child) : await engineOf(dataDir)
      // Already dead and not yet back: that is a kill, too.
      if (pid !== undefined) killed(pid)
    },
    logs: async () => {
      const engine = await readdir(dataDir, { recursive: true })
      const files = engine
        .filter((name) => name.endsWith('.log'))
        .map((name) => join(dataDir, name))
      return (await Promise.all([log, ...files].map((file) => readFile(file, 'utf8')))).join('\n')
    },
    [Symbol.asyncDispose]: async () => {
      await server.end()
      await application.close()
      await scratch[Symbol.asyncDispose]()
    },
  }
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It went in this moment.
  }
}

type Running = Readonly<{ child: ChildProcess; url: string; end: () => Promise<void> }>

async function begun(dataDir: string, log: string): Promise<Running> {
  const printed = openSync(log, 'a')
  const child = spawn(process.execPath, [program, dataDir, log], {
    stdio: ['ignore', 'pipe', printed],
    env: { ...process.env, NODE_OPTIONS: undefined },
  })
  const gone = new Promise<void>((ended) => child.once('close', () => ended()))
  const { stdout } = child
  if (!stdout) throw new Error('no output')
  const url = await Promise.race([
    new Promise<string>((told) => createInterface({ input: stdout }).once('line', told)),
    gone.then(() => Promise.reject(new Error(readFileSync(log, 'utf8').slice(-2_000)))),
  ])
  return {
    child,
    url,
    end: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** The one child of the server that is the box. */
async function boxOf({ pid }: ChildProcess): Promise<number | undefined> {
  for (const child of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${child}/stat`, 'latin1').catch(() => '')
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    if (parent !== String(pid)) continue
    const command = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '')
    if (command.includes('box-process')) return Number(child)
  }
  return undefined
}

async function engineOf(dataDir: string): Promise<number | undefined> {
  const file = await readFile(join(dataDir, 'pg18', 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(file.split('\n')[0])
  return pid > 0 ? pid : undefined
}

type People = Awaited<ReturnType<typeof found>>

async function found({ world, identity }: Application) {
  const asked = { name: '测试县人大常委会', county: '测试县', demo: true }
  const { id: congress } = value(await identity.createCongress(asked))
  const enrol = async (role: Role): Promise<Principal> => {
    const person = { login: role, name: role, roles: [role], unit: null, official: null }
    const account = value(await identity.createAccountDirectly(congress, person))
    return { ...person, account, congress }
  }
  const [clerk, team] = [await enrol('clerk'), await enrol('team')]
  const { unit } = value(await putUnitOnRecord(world, { by: clerk, name: '公路局' }))
  const registration = {
    name: '公路局长',
    unit,
    post: '局长',
    appointedBy: 'committeeAppointed',
  } as const
  const { official } = value(await putOfficialOnRecord(world, { by: clerk, registration }))
  const session = { title: '述职评议', ruleBook: 'seed', session: '第30次会议' }
  const opening = { ...session, unit, official }
  const { appraisal } = value(await openAppraisal(world, { by: clerk, opening }))
  return { congress, clerk, team, appraisal }
}

async function member(
  { world, identity }: Application,
  { congress, clerk: by }: People,
  at: number,
  browserOf: (account: AccountId) => Promise<Browser>,
): Promise<Member> {
  const name = `票证人${'甲乙丙丁戊己庚辛'[at] ?? at}`
  const seat = { login: `voter${at}`, name, roles: ['member'], unit: null, official: null } as const
  const account = value(await identity.createAccountDirectly(congress, seat))
  const { id: person } = value(await putPersonOnRoster(world, { by, entry: { ...onRoster, name } }))
  const told = { type: 'LinkPerson', account } as const
  value(await changePerson(world, { by, person, version: 1, told }))
  return { name, person, browser: await browserOf(account) }
}

async function signedIn(
  { identity }: Application,
  congress: CongressId,
  account: AccountId,
  url: () => string,
): Promise<Browser> {
  const link = value(await identity.makeDemoLink(congress, account))
  const from = { address: '127.0.0.1', request: 'test' }
  const token = value(await identity.signInByDemoLink({ token: link, from, oldToken: null }))
  const session = await identity.sessionOf(token)
  if (!session) throw new Error('Not signed in')
  return browser(url, token, session.csrf)
}

/** The server is another one after each kill, with another port. */
function browser(url: () => string, token: string | null, csrf: string): Browser {
  const headers = () => ({
    'x-luoshi-csrf': csrf,
    origin: url(),
    ...(token !== null && { cookie: `luoshi-${new URL(url()).port}=${token}` }),
  })
  return {
    get: (path) => asked(`${url()}${path}`, 'GET', headers()),
    send: (method, path, body) => {
      const sent = { ...headers(), 'content-type': 'application/json' }
      return asked(`${url()}${path}`, method, sent, JSON.stringify(body))
    },
  }
}

/** As `fetch`, from the voters' address. */
export function asked(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const options = { method, headers, agent: false, localAddress: voterAddress, timeout: 20_000 }
    const sent = request(url, options, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve(new Response(Buffer.concat(parts), { status: answer.statusCode ?? 500 })),
      )
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer')))
    sent.on('error', reject)
    sent.end(body)
  })
}
