/**
 * A `luoshi serve` or `demo` whose server is our own child, so that it can be killed the hard way and its memory read.
 * `demo-server.ts` starts it as a person does, through the command's own starter.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..', '..')
const main = join(root, 'cli', 'src', 'main.ts')

export type Ended = Readonly<{ code: number | null; out: string; err: string }>

export type LuoshiProcess = AsyncDisposable &
  Readonly<{
    pid: number
    url: string
    /** The first line it printed, as JSON. */
    said: Readonly<Record<string, unknown>>
    /** What it has said on standard error so far. */
    complaints: () => string
    /** Megabytes in memory now; null where the system does not tell. */
    megabytes: () => Promise<number | null>
    /** Milliseconds of processor time it has used so far; null where the system does not tell. */
    cpu: () => Promise<number | null>
    /** As a power cut would: no time to say goodbye. */
    kill: () => Promise<void>
  }>

function start(args: readonly string[]) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: '1' },
  })
  let err = ''
  child.stderr.on('data', (part: Buffer) => (err += part.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, ended, complaints: () => err }
}

/** Runs a command to its end. */
export async function luoshiEnds(...args: readonly string[]): Promise<Ended> {
  const { child, ended, complaints } = start(args)
  let out = ''
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  const code = await ended
  return { code, out, err: complaints() }
}

/** Starts a server and waits until it has said where it is. */
export async function luoshiRuns(...args: readonly string[]): Promise<LuoshiProcess> {
  const { child, ended, complaints } = start([...args, '--json'])
  const line = await Promise.race([
    new Promise<string>((resolve) =>
      createInterface({ input: child.stdout }).once('line', resolve),
    ),
    ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${complaints()}`))),
  ])
  const said: unknown = JSON.parse(line)
  if (!isRecord(said) || typeof said['url'] !== 'string') throw new Error(`did not start: ${line}`)
  const pid = child.pid ?? 0
  return {
    pid,
    url: said['url'],
    said,
    complaints,
    megabytes: () => residentMegabytes(pid),
    cpu: () => processorMilliseconds(pid),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The link of the demo that signs this person in, once. */
export function linkOf({ said }: LuoshiProcess, login: string): string {
  const links = Array.isArray(said['links']) ? said['links'] : []
  const found = links.filter(isRecord).find((link) => link['login'] === login)
  if (typeof found?.['address'] !== 'string') throw new Error(`the demo county has no ${login}`)
  return found['address']
}

/** A data folder whose path has a space and Chinese characters in it; gone afterwards. */
export async function dataFolder(): Promise<AsyncDisposable & Readonly<{ path: string }>> {
  const above = await mkdtemp(join(tmpdir(), 'luoshi 测试-'))
  return {
    path: join(above, '数据 data'),
    [Symbol.asyncDispose]: () => rm(above, { recursive: true, force: true }),
  }
}

async function residentMegabytes(pid: number): Promise<number | null> {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return null
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(path, 'utf8'))?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}

/** The kernel counts in hundredths of a second. */
async function processorMilliseconds(pid: number): Promise<number | null> {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return null
  const fields = (await readFile(path, 'utf8')).split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
