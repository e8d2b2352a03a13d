/** A site with surveys as a process of its own; see server/testing/survey-site.ts. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isRecord } from './luoshi-process.ts'

const root = join(import.meta.dirname, '..', '..')

export type SurveySite = AsyncDisposable &
  Readonly<{
    url: string
    /** One open to everybody, and one for which `code` invites. */
    survey: string
    invited: string
    code: string
    matter: string
    /** Asks the program itself, below `/test/`. */
    test: (path: string) => Promise<string>
  }>

export async function runSurveySite(): Promise<SurveySite> {
  for (const part of ['portal/dist/built.json', 'console/dist/index.html'])
    if (!existsSync(join(root, part))) throw new Error(`${part} is not built: npm run build`)
  const program = join(root, 'server', 'testing', 'survey-site.ts')
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>((said, failed) => {
    createInterface({ input: child.stdout }).once('line', said)
    child.once('exit', () => failed(new Error('The site did not start')))
  })
  const told: unknown = JSON.parse(line)
  if (!isRecord(told)) throw new Error('The site did not say where it is')
  const text = (name: string) => String(told[name])
  const url = text('url')
  return {
    url,
    survey: text('survey'),
    invited: text('invited'),
    code: text('code'),
    matter: text('matter'),
    test: async (path) => {
      const answer = await fetch(`${url}/test/${path}`)
      const body = await answer.text()
      if (!answer.ok) throw new Error(`${path}: ${body}`)
      return body
    },
    [Symbol.asyncDispose]: async () => {
      const gone = new Promise((ended) => child.once('exit', ended))
      child.kill('SIGTERM')
      await gone
    },
  }
}
