/** The server as one function of a request: transport, pages before the console, the API, the console. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { congressVerifierKey, type SigningKey } from '@luoshi/ledger/proof/signing-key'
import { Hono, type Context } from 'hono'
import type { Logger } from 'pino'
import { appraisalRoutes } from './appraisals/routes.ts'
import { ballotRoutes } from './ballots/routes.ts'
import { secretBallotRoutes } from './ballots/hall/secret-routes.ts'
import type { Hall } from './ballots/hall/hall.ts'
import { votePages } from './ballots/hall/vote-pages.ts'
import { voteRoutes } from './ballots/hall/vote-routes.ts'
import { verifierRoutes } from './ballots/verifier-page.ts'
import { campaignRoutes } from './appraisals/campaign-routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { quarantineRoutes } from './evidence/scanning/routes.ts'
import type { Previews } from './evidence/previews/previews.ts'
import { erasureRoutes } from './erasures/routes.ts'
import type { World } from './execute/context.ts'
import { notFound } from './execute/refused.ts'
import { limitBody } from './http/body-limits.ts'
import type { ConsoleFiles } from './http/console-files.ts'
import { consoleRoutes } from './http/console-routes.ts'
import { failureAnswer, loggable } from './http/failure-answer.ts'
import { secureHeaders } from './http/headers.ts'
import { enterWithLook } from './http/look-ahead.ts'
import { refusedAnswer } from './http/mount.ts'
import { isNobodys, quietFailures } from './http/nobodys-pages.ts'
import { portalRoutes, type PortalFiles } from './http/portal-files.ts'
import { lookRoutes } from './http/portal-look.ts'
import { problemType } from './http/problem-answer.ts'
import { requestLog } from './http/request-log.ts'
import { auditRoutes } from './identity/audit-api.ts'
import { accountRoutes } from './identity/accounts-api.ts'
import type { Identity } from './identity/identity.ts'
import {
  guardTransport,
  requirePrincipal,
  type PrincipalEnv,
  type TransportEnv,
} from './identity/middleware.ts'
import { pendingActRoutes } from './identity/pending-acts-api.ts'
import { stepUpRoutes } from './identity/step-up-api.ts'
import { identityRoutes } from './identity/routes.ts'
import { oidcApiRoutes } from './identity/oidc-api.ts'
import { rulesRoutes } from './identity/rules-api.ts'
import { sessionRoutes } from './identity/session-api.ts'
import type { TransportRule } from './identity/transport.ts'
import { importRoutes } from './imports/routes.ts'
import { mappingRoutes } from './imports/mapping-routes.ts'
import { inquiryRoutes } from './inquiries/routes.ts'
import { letterRoutes } from './letters/routes.ts'
import { reportRoutes } from './letters/report-routes.ts'
import { sampleRoutes } from './supervision/sample-routes.ts'
import { archiveRoutes } from './archive/routes.ts'
import { checkRoutes } from './papers/check-routes.ts'
import { paperRoutes } from './papers/routes.ts'
import { comebackRoutes } from './ledgers/comeback-routes.ts'
import { ledgerRoutes } from './ledgers/routes.ts'
import { matterRoutes } from './matters/routes.ts'
import type { ChannelSettings } from './messages/channel-settings.ts'
import { messageRoutes } from './messages/routes.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { openApi } from './openapi.ts'
import { opinionRoutes } from './opinions/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { handOverRoutes } from './people/hand-over-routes.ts'
import { recusalRoutes } from './people/recusal-routes.ts'
import { rosterImportRoutes } from './people/roster-import-routes.ts'
import { rosterRoutes } from './people/roster-routes.ts'
import { ruleBookRoutes } from './rule-books/routes.ts'
import { answerRoutes } from './surveys/answering/answer-routes.ts'
import type { Brakes } from './surveys/answering/brakes.ts'
import type { SendingDelay } from './surveys/invited/invited-routes.ts'
import { termRoutes } from './people/term-routes.ts'
import { savedViewRoutes } from './people/saved-views-routes.ts'
import { proofRoutes } from './proofs/routes.ts'
import { briefingRoutes } from './supervision/briefing-routes.ts'
import { consequenceRoutes } from './supervision/consequence-routes.ts'
import { effectRoutes } from './surveys/effect/routes.ts'
import { surveyTextRoutes } from './surveys/texts/routes.ts'
import { surveyResultRoutes } from './surveys/results/routes.ts'
import { surveyRoutes } from './surveys/routes.ts'
import { supervisionRoutes } from './supervision/routes.ts'
import { publicVoicePages } from './voices/public-pages.ts'
import { voiceRoutes } from './voices/routes.ts'

export type AppDeps = Readonly<{
  world: World
  identity: Identity
  signingKey: SigningKey
  transport: TransportRule
  channels: ChannelSettings
  previews: Previews
  /** What ballots cast here need of the machine. */
  hall: Hall
  /** The other end of a connection. */
  socketOf: (c: Context) => string
  console: ConsoleFiles | null
  /** Scripts and styles of the public pages; null when they have not been built. */
  portal: PortalFiles | null
  /** Of open surveys; of its own when absent. */
  brakes?: Brakes
  /** How long invited people's devices wait before they send; the usual time when absent. */
  surveyDelay?: SendingDelay
  version: string
  log: Logger
}>

export function createApp(deps: AppDeps): Hono<TransportEnv> {
  const { identity, transport, socketOf, version, log, signingKey } = deps
  const app = new Hono<TransportEnv>()
  const quiet = quietFailures(log)
  app.onError((failure, c) => {
    const request = isNobodys(c.req.path) ? null : (c.get('requestId') ?? '')
    if (request === null) quiet.count(failure)
    else log.error({ request, path: c.req.path, err: loggable(failure) }, 'failed')
    const { status, problem } = failureAnswer(failure, request)
    return c.json(problem, status, problemType)
  })
  app.notFound((c) => refusedAnswer(c, notFound().refusal))
  app.use(secureHeaders)
  app.get('/healthz', (c) => healthOf(c, deps))
  app.use(guardTransport(transport, socketOf))
  // Before the log: when somebody answered stands nowhere.
  const congressName = async (congress: CongressId) =>
    (await identity.congresses()).find(({ id }) => id === congress)?.name ?? null
  app.route(
    '/',
    answerRoutes({
      world: deps.world,
      portal: deps.portal,
      congressName,
      ...(deps.brakes && { brakes: deps.brakes }),
      ...(deps.surveyDelay && { delay: deps.surveyDelay }),
    }),
  )
  app.use(requestLog(log))
  let described: Readonly<Record<string, unknown>> | undefined
  app.get('/openapi.json', (c) => c.json((described ??= openApi(version))))
  app.route(
    '/',
    identityRoutes({
      identity,
      publicKey: async (congress) => congressVerifierKey(congress, signingKey),
    }),
  )
  app.route('/', publicVoicePages({ world: deps.world, congressName }))
  portalRoutes(app, deps.portal)
  lookRoutes(app)
  app.route('/', checkRoutes(deps.world))
  app.route('/', voteRoutes(deps))
  app.route('/', verifierRoutes())
  app.route('/', votePages({ ...deps, congressName }))
  app.use('/api/v1/*', limitBody)
  app.route('/', apiOf(deps))
  consoleRoutes(app, deps.console, identity)
  return app
}

function apiOf({
  world,
  identity,
  signingKey,
  version,
  channels,
  log,
  previews,
  hall,
}: AppDeps): Hono<PrincipalEnv> {
  const api = new Hono<PrincipalEnv>()
  api.use(
    '/api/v1/*',
    requirePrincipal(identity, (token, c) => enterWithLook(identity, token, c)),
  )
  stepUpRoutes(api, identity)
  pendingActRoutes(api, { world, identity, previews })
  sessionRoutes(api, { identity, now: world.now, version })
  deskRoutes(api, world)
  matterRoutes(api, world)
  ledgerRoutes(api, world)
  comebackRoutes(api, world)
  paperRoutes(api, world)
  archiveRoutes(api, world, signingKey, log)
  opinionRoutes(api, world)
  importRoutes(api, world)
  mappingRoutes(api, world)
  appraisalRoutes(api, world)
  campaignRoutes(api, world)
  ruleBookRoutes(api, world)
  peopleRoutes(api, world)
  recusalRoutes(api, world)
  rosterRoutes(api, world)
  rosterImportRoutes(api, world)
  termRoutes(api, world)
  handOverRoutes(api, world)
  evidenceRoutes(api, world, previews)
  quarantineRoutes(api, world, identity)
  supervisionRoutes(api, world)
  letterRoutes(api, world)
  reportRoutes(api, world)
  sampleRoutes(api, world)
  consequenceRoutes(api, world)
  briefingRoutes(api, world)
  voiceRoutes(api, world, identity)
  meetingRoutes(api, world)
  ballotRoutes(api, world, hall)
  secretBallotRoutes(api, world, hall)
  surveyRoutes(api, world, channels.sms)
  surveyResultRoutes(api, world)
  effectRoutes(api, world)
  surveyTextRoutes(api, world)
  inquiryRoutes(api, world, identity)
  messageRoutes(api, world, channels)
  calendarRoutes(api, world)
  savedViewRoutes(api, world)
  proofRoutes(api, world, signingKey)
  erasureRoutes(api, world, identity, previews)
  accountRoutes(api, identity)
  rulesRoutes(api, identity)
  auditRoutes(api, identity)
  oidcApiRoutes(api, identity)
  return api
}

/** Whether the database answers. Says nothing else: anybody may ask. */
async function healthOf(c: Context, { world }: AppDeps): Promise<Response> {
  try {
    await world.db.pool.query('select 1')
    return c.json({ ok: true })
  } catch {
    return c.json({ ok: false }, 503)
  }
}
