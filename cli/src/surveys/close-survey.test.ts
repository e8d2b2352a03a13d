/** A survey is closed from the command line where no server runs, and never beside one that has answers in its hands. */
import type { Person } from '@luoshi/domain/surveys/testing/count-answers'
import { claimServer } from '@luoshi/ledger/engine/claim-server'
import { readAnswered } from '@luoshi/server/surveys/intake/tally'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askedSurvey, townOf } from '../../../server/testing/asked-survey.ts'
import { testSite, type Browser, type TestSite } from '../../../server/testing/test-site.ts'
import { createIdentity } from '@luoshi/server/identity/identity'
import { operator } from '../matters/asked-of-ledger.ts'
import { closeFromHere } from './close-survey.ts'

let site: TestSite
let clerk: Browser

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

const people = Array.from({ length: 12 }, (): Person => ({
  stratum: 'a',
  answer: { duty: 'mostly' },
}))

async function closed(survey: Awaited<ReturnType<typeof askedSurvey>>['id']) {
  const { county } = site
  const { database, world, folder: dataDir, congress } = county
  const out: string[] = []
  const exit = await closeFromHere(
    {
      office: {
        database: { dataDir, appConfig: database.config },
        world,
        identity: createIdentity({ pool: database.pool, clock: county.clock.now }),
      },
      options: {
        words: [],
        flag: (name) => name === 'json',
        text: (name) => (name === 'reason' ? '答卷已经收齐' : undefined),
      },
      terminal: {
        out: (line) => out.push(line),
        err: () => undefined,
        cwd: '.',
        env: {},
        stopped: Promise.resolve(),
      },
      by: { ...operator, congress },
    },
    survey,
  )
  const said: unknown = JSON.parse(out.join(''))
  return { exit, said }
}

it('is refused while a server runs, and then takes every answer that waited', async () => {
  const { database, folder, world, congress } = site.county
  const asked = await askedSurvey(site, clerk, { people, populations: [townOf({ a: 400 })] })
  const server = await claimServer({ dataDir: folder, appConfig: database.config })
  if (!server.ok) throw new Error(server.refusal.code)
  expect(await closed(asked.id)).toMatchObject({
    exit: 1,
    said: { ok: false, code: 'server-runs' },
  })
  expect(await readAnswered(world.db, congress, asked.id)).toEqual([])
  await server.value.release()
  expect(await closed(asked.id)).toMatchObject({
    exit: 0,
    said: { ok: true, taken: { answers: 12 } },
  })
  // And lets go of it: a server may start.
  const again = await claimServer({ dataDir: folder, appConfig: database.config })
  expect(again.ok).toBe(true)
  if (again.ok) await again.value.release()
})
