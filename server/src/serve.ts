/** The server on a port: on this machine only unless told otherwise, on the next free port when its own is taken. */
import { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve, type ServerType } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { guardClock } from '@luoshi/ledger/log/clock-guard'
import { claimServer, type ServerClaim } from '@luoshi/ledger/engine/claim-server'
import type { EngineRefusal } from '@luoshi/ledger/engine/engine-refusal'
import pino, { type Logger } from 'pino'
import { createApp } from './app.ts'
import { openApplication, type Application, type ApplicationOptions } from './application.ts'
import { keepScanning } from './evidence/scanning/keep-scanning.ts'
import { openPreviews } from './evidence/previews/open-previews.ts'
import type { BoxPlace } from './ballots/hall/box-settings.ts'
import { openHall, resumeCasts } from './ballots/hall/open-hall.ts'
import { giveBackAfterStart } from './give-back-after-start.ts'
import { openBeforeHttp } from './http/before-http.ts'
import { consoleFiles } from './http/console-files.ts'
import { portalFiles } from './http/portal-files.ts'
import { noChannels, type ChannelSettings } from './messages/channel-settings.ts'
import { keepTelling } from './messages/keep-telling.ts'
import { openBrakes, type BrakeSettings } from './surveys/answering/brakes.ts'
import { surveyDoor } from './surveys/answering/open-survey.ts'
import { quickDoor } from './surveys/answering/quick/quick-door.ts'
import { keepEmptying } from './surveys/intake/keep-emptying.ts'
import type { SendingDelay } from './surveys/invited/invited-routes.ts'
import { keepSigning } from './proofs/sign-checkpoints.ts'
import { transportRule, type TransportRuleRefusal } from './identity/transport.ts'

export type ServeOptions = Omit<ApplicationOptions, 'log'> &
  Readonly<{
    /** The first port to try; 0: any free one. */
    port: number
    host?: string
    /** The https address people use, behind a proxy; null: this machine only. */
    publicUrl?: string | null
    /** Networks of proxies of our own, comma-separated. */
    proxies?: string | null
    consoleFolder?: string
    portalFolder?: string
    version?: string
    logger?: Logger
    /** The anonymous box of ballots cast here, where it has an address or a database named by hand. */
    box?: BoxPlace
    /** How long phones may take to send again after the box died; as long as the voter's page takes by default. */
    resendMs?: number
    /** How often the log is signed when it has grown; a minute by default. */
    signEveryMs?: number
    /** Brakes of open surveys; the usual ones by default. */
    brakes?: BrakeSettings
    /** How long invited people's devices wait before they send; 5 minutes to 24 hours by default. */
    surveyDelay?: SendingDelay
    /** Ways to tell people outside the console; none by default. */
    channels?: ChannelSettings
    /** Another server took the data folder over after a breakdown: stop. */
    onLost?: () => void
    /** Told in words: a port that was taken, a console that is not built. */
    say?: (line: string) => void
  }>

export type Server = Readonly<{
  url: string
  /** The port that was asked for was taken. */
  movedFrom: number | null
  application: Application
  close: () => Promise<void>
}>

export type ServeRefusal =
  | EngineRefusal
  | TransportRuleRefusal
  | Readonly<{ code: 'no-free-port'; first: number; last: number }>
  | Readonly<{ code: 'no-such-host'; host: string }>

const builtConsole = fileURLToPath(new URL('../../console/dist', import.meta.url))
const builtPortal = fileURLToPath(new URL('../../portal/dist', import.meta.url))
const portsToTry = 50

export async function startServer(options: ServeOptions): Promise<Result<Server, ServeRefusal>> {
  const say = options.say ?? (() => undefined)
  const rule = transportRule(options.publicUrl ?? null, options.proxies ?? null)
  if (!rule.ok) return rule
  const logger = options.logger ?? pino({ level: 'info' })
  const log = (line: string) => logger.warn(line)
  const opened = await openApplication({ ...options, log })
  if (!opened.ok) return opened
  const application = opened.value
  const { identity, signingKey, database } = application
  const append = guardClock(application.world.append, database.pool)
  const world = { ...application.world, append }
  const claim = await claimServer({
    dataDir: database.dataDir,
    appConfig: database.appConfig,
    onLost: ({ zh }) => {
      logger.fatal(zh)
      options.onLost?.()
    },
  })
  if (!claim.ok) {
    await application.close()
    return claim
  }
  const files = await consoleFiles(options.consoleFolder ?? builtConsole)
  if (!files) say('工作台页面尚未构建，先执行 npm run build；接口可以正常使用。')
  let url = ''
  const hall = await openHall({
    dataDir: database.dataDir,
    origin: () => options.publicUrl ?? url,
    failed: (failure, what) => logger.warn({ failure }, what),
    box: {
      main: database,
      isBuiltIn: options.databaseUrl === undefined,
      boxUrl: options.box?.databaseUrl ?? null,
      keyFolder: options.box?.keyFolder ?? join(database.dataDir, 'keys'),
      ...(options.resendMs !== undefined && { resendMs: options.resendMs }),
      publicUrl: options.box?.publicUrl ?? null,
      isBehindProxy: (options.publicUrl ?? null) !== null,
      host: options.host ?? '127.0.0.1',
      // Beside the server's own: a proxy finds it there again after a restart.
      port: () => (options.port === 0 ? 0 : Number(new URL(url).port) + 1),
    },
  })
  const brakes = openBrakes(options.brakes)
  const app = createApp({
    world,
    identity,
    signingKey,
    transport: rule.value,
    channels: options.channels ?? noChannels,
    previews: openPreviews(world.files, database.dataDir, process.env),
    socketOf: (c) => getConnInfo(c).remote.address ?? '',
    hall,
    console: files,
    portal: await portalFiles(options.portalFolder ?? builtPortal),
    brakes,
    ...(options.surveyDelay && { surveyDelay: options.surveyDelay }),
    version: options.version ?? '0.1.0',
    log: logger,
  })
  const host = options.host ?? '127.0.0.1'
  const listening = await listenNear(app.fetch, options.port, host)
  if (!listening.ok) {
    await claim.value.release()
    await application.close()
    return listening
  }
  const { server, port } = listening.value
  const congressName = async (congress: CongressId) =>
    (await identity.congresses()).find(({ id }) => id === congress)?.name ?? null
  const quick = quickDoor({
    world,
    door: surveyDoor(world, congressName),
    rule: rule.value,
    brakes,
  })
  const endQuick = server instanceof HttpServer ? openBeforeHttp(server, quick) : () => undefined
  const movedFrom = options.port !== 0 && port !== options.port ? options.port : null
  if (movedFrom !== null)
    say(`端口 ${movedFrom} 已被占用，改用 ${port}。 Port ${movedFrom} is taken; using ${port}.`)
  url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const signing = keepSigning(
    {
      world,
      identity,
      signingKey,
      alarm: (congress) =>
        logger.fatal({ congress }, '台账历史与已签名的检查点不符，请立即用 luoshi verify 核验'),
      failed: (failure) => logger.warn({ failure }, 'checkpoint not signed this time'),
    },
    options.signEveryMs ?? 60_000,
  )
  const telling = keepTelling(
    {
      world,
      identity,
      settings: options.channels ?? noChannels,
      link: `${options.publicUrl ?? url}/messages`,
      failed: (failure) => logger.warn({ failure }, 'messages not told this time'),
    },
    (options.channels ?? noChannels).tellEveryMs,
  )
  void telling.now()
  await resumeCasts(
    world,
    hall,
    (await identity.congresses()).map(({ id }) => id),
  ).catch((failure: unknown) => logger.warn({ failure }, 'ballots were not gone on with'))
  const emptying = await keepEmptying(world, identity)
  const scanning =
    world.scanner &&
    keepScanning(
      {
        hands: world,
        scanner: world.scanner,
        congresses: async () => (await identity.congresses()).map(({ id }) => id),
        failed: (failure) => logger.warn({ failure }, 'files not scanned this time'),
      },
      60_000,
    )
  const giving = giveBackAfterStart()
  return accept({
    url,
    movedFrom,
    application,
    close: async () => {
      giving.stop()
      application.database.expectClose()
      await scanning?.stop()
      await telling.stop()
      await signing.stop()
      await hall.close()
      await emptying.stop()
      await shutDown(server, endQuick, application, claim.value)
    },
  })
}

type Listening = Readonly<{ server: ServerType; port: number }>

async function listenNear(
  fetch: Parameters<typeof serve>[0]['fetch'],
  first: number,
  hostname: string,
): Promise<Result<Listening, ServeRefusal>> {
  const last = first === 0 ? 0 : Math.min(first + portsToTry, 65_535)
  for (let port = first; port <= last; port += 1) {
    const listening = await listen(fetch, port, hostname)
    if (listening === 'elsewhere') return refuse({ code: 'no-such-host', host: hostname })
    if (listening !== 'taken') return accept(listening)
  }
  return refuse({ code: 'no-free-port', first, last })
}

/** `elsewhere`: this machine has no such address. */
function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  port: number,
  hostname: string,
): Promise<Listening | 'taken' | 'elsewhere'> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname }, (info: AddressInfo) =>
      resolve({ server, port: info.port }),
    )
    server.once('error', (failure: NodeJS.ErrnoException) => {
      const code = failure.code ?? ''
      if (['EADDRINUSE', 'EACCES'].includes(code)) resolve('taken')
      else if (['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EINVAL'].includes(code))
        resolve('elsewhere')
      else reject(failure)
    })
  })
}

/** What has begun is finished, for ten seconds at most; then the store is closed. */
async function shutDown(
  server: ServerType,
  endQuick: () => void,
  application: Application,
  claim: ServerClaim,
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  endQuick()
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const patience = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, 10_000)
  await closed
  clearTimeout(patience)
  await claim.release()
  await application.close()
}
