/**
 * A real Chromium of autumn 2020, spoken to in the browser's own protocol: today's tools are too new for it. It comes from
 * npm and is fetched and unpacked by hand, see docs/decisions/0004-dependencies.md.
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { isRecord } from '../../e2e/support/luoshi-process.ts'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-zygote',
  '--single-process',
  '--hide-scrollbars',
  '--remote-debugging-port=0',
]

export type OldPage = AsyncDisposable &
  Readonly<{
    /** As the browser names itself. */
    version: string
    goTo: (url: string) => Promise<void>
    /** What an expression comes to. */
    is: (expression: string) => Promise<unknown>
    /** Waits until the text stands on the page. */
    sees: (text: string, withinMs?: number) => Promise<void>
    /** Presses what bears exactly this text, where a finger would. */
    press: (text: string) => Promise<void>
    write: (text: string) => Promise<void>
    picture: (name: string) => Promise<void>
    /** Errors and refusals of the page so far. */
    complaints: () => readonly string[]
  }>

type Send = (method: string, params?: object) => Promise<Readonly<Record<string, unknown>>>

export async function openOldChromium(
  binary: string,
  { width = 390, height = 844 } = {},
): Promise<OldPage> {
  const profile = await mkdtemp(join(tmpdir(), 'luoshi-old-chromium-'))
  const child = spawn(binary, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LD_LIBRARY_PATH: join(dirname(binary), 'lib') },
  })
  const gone = new Promise<void>((ended) => child.once('close', () => ended()))
  const origin = await new Promise<string>((told, failed) => {
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
      const place = /DevTools listening on ws:\/\/([^/]+)/.exec(said)?.[1]
      if (place !== undefined) told(`http://${place}`)
    })
    void gone.then(() => failed(new Error(said)))
  })
  const version = await (await fetch(`${origin}/json/version`)).text()
  const pages: unknown = await (await fetch(`${origin}/json/list`)).json()
  const page = Array.isArray(pages)
    ? pages.find((one) => isRecord(one) && one['type'] === 'page')
    : null
  const complaints: string[] = []
  const { send, close } = await speak(String(page?.webSocketDebuggerUrl), complaints)
  for (const part of ['Page', 'Runtime', 'Log', 'Network']) await send(`${part}.enable`)
  const shape = { width, height, deviceScaleFactor: 1, mobile: true }
  await send('Emulation.setDeviceMetricsOverride', shape)
  return {
    version: /Chrome\/([\d.]+)/.exec(version)?.[1] ?? '',
    ...actsOf(send),
    complaints: () => complaints,
    [Symbol.asyncDispose]: async () => {
      close()
      child.kill('SIGKILL')
      await gone
      await rm(profile, { recursive: true, force: true })
    },
  }
}

async function speak(url: string, complaints: string[]) {
  const socket = new WebSocket(url)
  const waiting = new Map<number, (answer: Readonly<Record<string, unknown>>) => void>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const said: unknown = JSON.parse(String(data))
    if (!isRecord(said)) return
    if (typeof said['id'] === 'number') return waiting.get(said['id'])?.(said)
    const isBad = said['method'] === 'Runtime.exceptionThrown' || isError(said)
    if (isBad) complaints.push(JSON.stringify(said['params']))
  })
  await new Promise((open) => socket.addEventListener('open', open, { once: true }))
  const send: Send = (method, params = {}) =>
    new Promise((done, failed) => {
      last += 1
      const id = last
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id)
        if (isRecord(result)) done(result)
        else failed(new Error(JSON.stringify(error)))
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
  return { send, close: () => socket.close() }
}

function isError({ method, params }: Readonly<Record<string, unknown>>): boolean {
  if (method !== 'Log.entryAdded' || !isRecord(params) || !isRecord(params['entry'])) return false
  return params['entry']['level'] === 'error'
}

/** Of what bears the text, the smallest that can be pressed. */
const found = (text: string) => `(() => {
  const is = (one) => one.textContent.trim() === ${JSON.stringify(text)} && one.getClientRects().length > 0
  const all = [...document.querySelectorAll('button, a, label, legend, span, strong')].filter(is)
  const one = all.find((at) => at.matches('button, a, label')) || all[0]
  if (!one) return null
  one.scrollIntoView({ block: 'center' })
  const { x, y, width, height } = one.getBoundingClientRect()
  return [x + width / 2, y + height / 2]
})()`

function actsOf(send: Send) {
  const is = async (expression: string) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
    return isRecord(result) ? result['value'] : undefined
  }
  const until = async (what: string, withinMs: number, isSo: () => Promise<unknown>) => {
    for (const begun = Date.now(); ; await after(100)) {
      const value = await isSo()
      if (value) return value
      if (Date.now() - begun > withinMs)
        throw new Error(`${what}: not in\n${String(await is('document.body.innerText'))}`)
    }
  }
  return {
    is,
    goTo: async (url: string) => void (await send('Page.navigate', { url })),
    sees: async (text: string, withinMs = 30_000) => {
      const there = `document.body !== null && document.body.innerText.includes(${JSON.stringify(text)})`
      await until(text, withinMs, () => is(there))
    },
    press: async (text: string) => {
      const place = await until(text, 30_000, () => is(found(text)))
      const [x, y] = Array.isArray(place) ? place.map(Number) : []
      for (const type of ['mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 })
    },
    write: async (text: string) => void (await send('Input.insertText', { text })),
    picture: async (name: string) => {
      const folder = process.env['LUOSHI_PICTURES']
      if (folder === undefined) return
      await mkdir(folder, { recursive: true })
      const { data } = await send('Page.captureScreenshot')
      await writeFile(join(folder, `${name}.png`), Buffer.from(String(data), 'base64'))
    },
  }
}
