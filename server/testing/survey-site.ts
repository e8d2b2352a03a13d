/**
 * A program for browser tests: a site with an open survey on a port. It prints `{url, survey, invited, code}` on
 * one line; `GET /test/answered/SURVEY` tells how many answers there are, once everything that was acknowledged has been written.
 */
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Id } from '@luoshi/domain/kernel/ids'
import { getRequestListener } from '@hono/node-server'
import { portalFiles } from '../src/http/portal-files.ts'
import { readCounts } from '../src/surveys/intake/tally.ts'
import { invite } from './invite.ts'
import { invitedReach, openSurvey, tenQuestions } from './open-survey.ts'
import { testSite } from './test-site.ts'

const built = join(import.meta.dirname, '..', '..', 'portal', 'dist')
const portal = await portalFiles(built)
const site = await testSite(portal ? { portal } : {})
const { congress, world, appraisal } = site.county
const clerk = await site.as('clerk')
const { id: survey } = await openSurvey(clerk, appraisal)
const { id: invited } = await openSurvey(clerk, appraisal, tenQuestions, invitedReach)
const [code] = await invite(world.db, { congress, survey: invited }, 'town', 1)

async function answeredSoFar(survey: Id<'survey'>): Promise<number> {
  const place = { congress, survey }
  await world.intake.close(place)
  world.intake.reopen(place)
  const [counts] = await readCounts(world.db, congress, survey)
  return (counts?.strata ?? []).reduce((sum, { answered }) => sum + answered, 0)
}

const pages = getRequestListener(site.fetch)
const server = createServer((request, response) => {
  const asked = [survey, invited].find((one) => request.url === `/test/answered/${one}`)
  if (asked) void answeredSoFar(asked).then((count) => response.end(String(count)))
  // The console has the icon, and is not here.
  else if (request.url === '/favicon.ico') response.writeHead(204).end()
  else void pages(request, response)
})
server.listen(0, '127.0.0.1', () => {
  const place = server.address()
  const port = typeof place === 'object' ? place?.port : 0
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}`, survey, invited, code }))
})
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => void site[Symbol.asyncDispose]().then(() => process.exit(0)))
})
