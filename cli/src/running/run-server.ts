/** Runs the server until it is told to stop; what `serve` and `demo` have in common. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { readBoxPlace } from '@luoshi/server/ballots/hall/box-settings'
import { explainTransportRule } from '@luoshi/server/identity/transport-words'
import { readClamdPlace } from '@luoshi/server/evidence/scanning/clamd-settings'
import { readStoreSettings } from '@luoshi/server/evidence/store/store-settings'
import { readChannelSettings } from '@luoshi/server/messages/channel-settings'
import { startServer, type Server, type ServeRefusal } from '@luoshi/server/serve'
import pino from 'pino'
import { sayRefusal } from '../frame/answers.ts'
import type { ExitCode, Terminal } from '../frame/command.ts'
import { unknownWord, type Options } from '../frame/read-options.ts'
import { buildConsole } from './console-build.ts'
import { dataFolderOf, sayPlain } from './office.ts'
import { readSurveyDelay } from './survey-delay.ts'

export const serverOptions = {
  data: 'text',
  port: 'text',
  host: 'text',
  json: 'flag',
  verbose: 'flag',
} as const

export const defaultPort = 7410

/** @returns what is not understood, where the line holds a word too many or a port that is none. */
export function portOf({ text, words }: Options): number | string {
  const [word] = words
  if (word !== undefined) return unknownWord(word)
  const raw = text('port')
  if (raw === undefined) return defaultPort
  const port = /^\d{1,5}$/.test(raw) ? Number(raw) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  return `--port 请写 0 到 65535 的数，不能是“${raw}”。 --port wants a number from 0 to 65535, not “${raw}”.`
}

export async function runServer(
  options: Options,
  terminal: Terminal,
  port: number,
  greet: (server: Server) => Promise<void>,
): Promise<ExitCode> {
  const { env } = terminal
  const channels = readChannelSettings(env)
  if (!channels.ok) return sayPlain(terminal, options, channels.refusal)
  const files = readStoreSettings(env)
  if (!files.ok) return sayPlain(terminal, options, files.refusal)
  const clamd = readClamdPlace(env)
  if (!clamd.ok) return sayPlain(terminal, options, clamd.refusal)
  const box = readBoxPlace(env)
  if (!box.ok) return sayPlain(terminal, options, box.refusal)
  const delay = readSurveyDelay(env)
  if (!delay.ok) return sayPlain(terminal, options, delay.refusal)
  const say = (line: string) => (options.flag('json') ? terminal.err(line) : terminal.out(line))
  if (!(await buildConsole(say)))
    terminal.err('工作台页面构建失败，接口仍可使用。 The console could not be built.')

  let lost: () => void = () => undefined
  const lostIt = new Promise<void>((resolve) => (lost = resolve))
  const databaseUrl = env['DATABASE_URL']
  const host = options.text('host')
  const started = await startServer({
    dataDir: dataFolderOf(options, terminal),
    port,
    publicUrl: env['LUOSHI_PUBLIC_URL'] ?? null,
    proxies: env['LUOSHI_PROXIES'] ?? null,
    logger: pino({ level: options.flag('verbose') ? 'info' : 'warn' }, pino.destination(2)),
    channels: channels.value,
    files: files.value,
    clamd: clamd.value,
    box: box.value,
    surveyDelay: delay.value,
    say,
    onLost: () => lost(),
    ...(host === undefined ? {} : { host }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  })
  if (!started.ok) return refused(options, terminal, started.refusal)
  const server = started.value
  await greet(server)
  await Promise.race([terminal.stopped, lostIt])
  say('正在停止…… Stopping.')
  await server.close()
  return 0
}

function refused(options: Options, terminal: Terminal, refusal: ServeRefusal): ExitCode {
  if ('given' in refusal) {
    return sayRefusal(
      terminal,
      options.flag('json'),
      refusal.code,
      explainTransportRule(refusal),
      2,
    )
  }
  if ('zh' in refusal) return sayPlain(terminal, options, refusal)
  if ('host' in refusal) {
    const { code, host } = refusal
    const words = bilingual(
      `本机没有“${host}”这个地址，不能在那里启动。`,
      '请用 --host 写本机的地址：127.0.0.1 只供本机使用，0.0.0.0 供局域网使用。',
      `This machine has no address “${host}” to listen on.`,
      'Give one of its own with --host: 127.0.0.1 for this machine only, 0.0.0.0 for its network.',
    )
    return sayRefusal(terminal, options.flag('json'), code, words, 2)
  }
  const { first, last } = refusal
  const words = bilingual(
    `端口 ${first} 到 ${last} 都被占用，或者没有权限使用（1024 以下的端口常要管理员权限）。`,
    '请用 --port 换一个端口。',
    `The ports ${first} to ${last} are all taken, or not allowed (those below 1024 often want an administrator).`,
    'Choose another with --port.',
  )
  return sayRefusal(terminal, options.flag('json'), refusal.code, words)
}
