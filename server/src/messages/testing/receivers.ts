/** The other end, real and on this machine: a mail server, and bots that check what they are sent as the platforms do. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { MailSettings } from '../channel-settings.ts'

type Letter = Readonly<{ to: readonly string[]; text: string }>

export type LocalMail = Readonly<{
  settings: MailSettings
  letters: readonly Letter[]
  close: () => Promise<void>
}>

/** @param startTls - Offers STARTTLS, with a certificate that nobody has reason to trust. */
export async function localMail(startTls = false): Promise<LocalMail> {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: !startTls,
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        letters.push({ to, text: textOf(Buffer.concat(chunks).toString('utf8')) })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      resolve(portOf(listening.address()))
    })
  })
  const settings = {
    host: '127.0.0.1',
    port,
    secure: false,
    requireTls: false,
    auth: null,
    ca: null,
  }
  return {
    settings: { ...settings, from: '落实提醒 <luoshi@county.example>' },
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The body of a letter of one part, out of base64 or quoted-printable. */
function textOf(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8')
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
  return /quoted-printable/i.test(head) ? Buffer.from(bytes, 'latin1').toString('utf8') : text
}

type Taken = Readonly<{ channel: string; signed: 'right' | 'none'; body: unknown }>

export type LocalHook = Readonly<{
  origin: string
  taken: readonly Taken[]
  close: () => Promise<void>
}>

const secrets: Readonly<Record<string, string>> = { dingtalk: 'SEC1', feishu: 'S2' }

export async function localHook(): Promise<LocalHook> {
  const taken: Taken[] = []
  const server = createServer((request, response) => {
    void answer(request, response, taken)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    origin: `http://127.0.0.1:${portOf(server.address())}`,
    taken,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, taken: Taken[]) {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  const url = new URL(request.url ?? '/', 'http://local')
  const channel = url.pathname.slice(1)
  const raw = Buffer.concat(chunks).toString('utf8')
  const body: unknown = raw === '' ? null : JSON.parse(raw)
  const say = (status: number, said: object, headers = {}) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(said))
  switch (channel) {
    case 'down':
      return say(503, {})
    case 'redirect':
      return say(302, {}, { location: '/elsewhere' })
    case 'dingtalk': {
      const timestamp = url.searchParams.get('timestamp') ?? ''
      const right = hmac(secrets['dingtalk'] ?? '', `${timestamp}\n${secrets['dingtalk']}`)
      if (url.searchParams.get('sign') !== right)
        return say(200, { errcode: 310_000, errmsg: 'sign not match' })
      taken.push({ channel, signed: 'right', body })
      return say(200, { errcode: 0 })
    }
    case 'feishu': {
      const right = hmac(`${fieldOf(body, 'timestamp')}\n${secrets['feishu']}`, '')
      if (fieldOf(body, 'sign') !== right) return say(200, { code: 19_021 })
      taken.push({ channel, signed: 'right', body })
      return say(200, { code: 0 })
    }
    default:
      taken.push({ channel, signed: 'none', body })
      return say(200, { errcode: 0 })
  }
}

function hmac(key: string, said: string): string {
  return createHmac('sha256', key).update(said).digest('base64')
}

function fieldOf(body: unknown, name: string): string {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : ''
  return typeof value === 'string' ? value : ''
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}
