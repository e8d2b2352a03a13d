/**
 * A program for browser tests: a site with open surveys on a port, the console with it when that is built. It prints
 * `{url, survey, invited, code, appraisal, matter}` on one line. Beside the site's own pages it answers
 *
 *     GET /test/answered/SURVEY   how many answers there are, once everything that was acknowledged has been written
 *     GET /test/link/ROLE         a path that signs somebody of this role in, once
 *     GET /test/day/DAY           from now on it is that day
 *     GET /test/unsent            a survey of 20 people on a list, whose messages with codes did not go out
 *     GET /test/heard/SURVEY?population=P&stratum=S&channel=C&satisfied=N&dissatisfied=N   so many answers came in
 */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { day } from '@luoshi/domain/kernel/day'
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { isRole } from '@luoshi/domain/people/roles'
import { consoleFiles } from '../src/http/console-files.ts'
import { portalFiles } from '../src/http/portal-files.ts'
import { readCounts } from '../src/surveys/intake/tally.ts'
import { issueCodes } from '../src/surveys/frames/issue-codes.ts'
import { invite } from './invite.ts'
import { listedSurvey } from './listed-survey.ts'
import { invitedReach, openSurvey, tenQuestions } from './open-survey.ts'
import { value } from './test-county.ts'
import { testSite } from './test-site.ts'

const root = join(import.meta.dirname, '..', '..')
const portal = await portalFiles(join(root, 'portal', 'dist'))
const built = await consoleFiles(join(root, 'console', 'dist'))
const site = await testSite({ ...(portal ? { portal } : {}), ...(built ? { console: built } : {}) })
const { congress, world, appraisal, clock, roads } = site.county
const clerk = await site.as('clerk')
const { id: survey } = await openSurvey(clerk, appraisal)
const { id: invited } = await openSurvey(clerk, appraisal, tenQuestions, invitedReach)
const [code] = await invite(world.db, { congress, survey: invited }, 'town', 1)
const matter = await site.county.handOver('坑槽修补慢', roads)

async function answeredSoFar(of: Id<'survey'>): Promise<string> {
  const place = { congress, survey: of }
  await world.intake.close(place)
  world.intake.reopen(place)
  const [counts] = await readCounts(world.db, congress, of)
  return String((counts?.strata ?? []).reduce((sum, { answered }) => sum + answered, 0))
}

async function heard(of: Id<'survey'>, asked: URLSearchParams): Promise<string> {
  const said = ['satisfied', 'dissatisfied'].flatMap((overall) =>
    Array.from({ length: Number(asked.get(overall)) }, () => JSON.stringify({ overall })),
  )
  const [population = '', stratum = '', channel = ''] = ['population', 'stratum', 'channel'].map(
    (name) => asked.get(name) ?? '',
  )
  const taken = said.map((answer) =>
    world.intake.takeAnswer(
      { congress, survey: of },
      { id: randomBytes(16).toString('hex'), population, stratum, channel, answer },
    ),
  )
  return (await Promise.all(taken)).every((one) => one === 'taken') ? 'taken' : 'not taken'
}

/** Its gateway is not there. */
async function unsent(): Promise<string> {
  const { by, survey: of, frame } = await listedSurvey(site.county, 20)
  const url = 'http://127.0.0.1:1/sms'
  const sms = { url, token: null, template: 'A', codeTemplate: 'B', surveyTemplate: 'C' }
  const asked = { by, frame, version: 2, channel: 'sms', origin: 'http://localhost', sms }
  value(await issueCodes(world, asked))
  return of
}

async function test(url: URL): Promise<string> {
  const [, , what = '', which = ''] = url.pathname.split('/')
  if (what === 'answered') return answeredSoFar(idOf('survey', which))
  if (what === 'heard') return heard(idOf('survey', which), url.searchParams)
  if (what === 'unsent') return unsent()
  if (what === 'link' && isRole(which)) return site.linkFor(which)
  if (what !== 'day') throw new Error(`Nothing is asked by ${url.pathname}`)
  clock.goTo(day(which))
  return which
}

const pages = getRequestListener(site.fetch)
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (url.pathname.startsWith('/test/'))
    void test(url).then(
      (answer) => response.end(answer),
      (failure: unknown) => response.writeHead(500).end(String(failure)),
    )
  // The icon comes with the console.
  else if (built === null && request.url === '/favicon.ico') response.writeHead(204).end()
  else void pages(request, response)
})
server.listen(0, '127.0.0.1', () => {
  const place = server.address()
  const port = typeof place === 'object' ? place?.port : 0
  const url = `http://127.0.0.1:${port}`
  console.log(JSON.stringify({ url, survey, invited, code, appraisal, matter }))
})
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => void site[Symbol.asyncDispose]().then(() => process.exit(0)))
})
