/**
 * A program for browser tests: a site with an open survey on a port. It prints `{url, survey}` on one line;
 * `GET /test/answered` tells how many answers there are, once everything that was acknowledged has been written.
 */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { portalFiles } from '../src/http/portal-files.ts'
import { readCounts } from '../src/surveys/intake/tally.ts'
import { openSurvey } from './open-survey.ts'
import { testSite } from './test-site.ts'

const built = join(import.meta.dirname, '..', '..', 'portal', 'dist')
const portal = await portalFiles(built)
const site = await testSite(portal ? { portal } : {})
const { congress, world, appraisal } = site.county
const { id: survey } = await openSurvey(await site.as('clerk'), appraisal)

async function answeredSoFar(): Promise<number> {
  const place = { congress, survey }
  await world.intake.close(place)
  world.intake.reopen(place)
  const [counts] = await readCounts(world.db, congress, survey)
  return (counts?.strata ?? []).reduce((sum, { answered }) => sum + answered, 0)
}

const pages = getRequestListener(site.fetch)
const server = createServer((request, response) => {
  if (request.url === '/test/answered')
    void answeredSoFar().then((count) => response.end(String(count)))
  // The console has the icon, and is not here.
  else if (request.url === '/favicon.ico') response.writeHead(204).end()
  else void pages(request, response)
})
server.listen(0, '127.0.0.1', () => {
  const place = server.address()
  const port = typeof place === 'object' ? place?.port : 0
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}`, survey }))
})
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => void site[Symbol.asyncDispose]().then(() => process.exit(0)))
})
