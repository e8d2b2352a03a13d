/** `luoshi demo` as a person starts it: a process of its own, a data folder of its own, one sign-in link a person. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { demoFolder } from './demo-folder.ts'
import { dataFolder } from './luoshi-process.ts'

const root = join(import.meta.dirname, '..', '..')

export type DemoServer = AsyncDisposable &
  Readonly<{
    url: string
    dataDir: string
    /** A link that signs this person in, once. */
    linkOf: (login: string) => string
    /** Runs `luoshi …` on the same data folder; answers its exit code and what it printed. */
    luoshi: (
      ...args: readonly string[]
    ) => Promise<Readonly<{ code: number; out: string; err: string }>>
  }>

type Started = Readonly<{
  url: string
  links: readonly Readonly<{ login: string; address: string }>[]
}>

function isStarted(value: unknown): value is Started {
  return typeof value === 'object' && value !== null && 'url' in value && 'links' in value
}

/** @param from `nothing` loads the county anew, `copy` takes the one that is loaded once for the whole run. */
export async function startDemo(from: 'nothing' | 'copy' = 'copy'): Promise<DemoServer> {
  const folder = await (from === 'copy' ? demoFolder() : dataFolder())
  const dataDir = folder.path
  const bin = join(root, 'cli', 'bin', 'luoshi.mjs')
  const child = spawn(process.execPath, [bin, 'demo', '--data', dataDir, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CI: '1' },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const { url, links } = await firstAnswer(child.stdout, ended)
  return {
    url,
    dataDir,
    linkOf: (login) => {
      const link = links.find((one) => one.login === login)
      if (!link) throw new Error(`the demo county has no ${login}`)
      return link.address
    },
    luoshi: (...args) => runLuoshi(bin, [...args, '--data', dataDir]),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM')
      await ended
      await folder[Symbol.asyncDispose]()
    },
  }
}

async function firstAnswer(stdout: NodeJS.ReadableStream, ended: Promise<void>): Promise<Started> {
  const lines = createInterface({ input: stdout })
  const line = await Promise.race([
    new Promise<string>((resolve) => lines.once('line', resolve)),
    ended.then(() => Promise.reject(new Error('the demo ended before it was ready'))),
  ])
  const answer: unknown = JSON.parse(line)
  if (!isStarted(answer)) throw new Error(`the demo did not say where it is: ${line}`)
  return answer
}

export function runLuoshi(bin: string, args: readonly string[]) {
  return new Promise<Readonly<{ code: number; out: string; err: string }>>((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, err] = ['', '']
    child.stdout.on('data', (part: Buffer) => (out += part.toString()))
    child.stderr.on('data', (part: Buffer) => (err += part.toString()))
    child.once('error', reject)
    child.once('exit', (code) => resolve({ code: code ?? 1, out, err }))
  })
}
