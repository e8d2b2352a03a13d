/**
 * The voter's page against the product itself: its server, its PostgreSQL, its box in a process of its own. A person with a
 * slip takes a token, votes and finds the ballot in the published file, which the verifier accepts.
 * Source: issue 5; ballot.md 3.3.
 */
import { readBulletin } from '@luoshi/ballots/bulletin/folder'
import { verifyBulletin } from '@luoshi/ballots/bulletin/verify-bulletin'
import { serve, type ServerType } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtPortal } from '../../testing/built-portal.ts'
import { folderOf } from '../../../server/src/ballots/hall/bulletin-files.ts'
import {
  ballotText,
  boxOf,
  castAt,
  manifestAt,
  membersOf,
  openCast,
  prepared,
  send,
  take,
  tokensFor,
  type Hall,
} from '../../../server/testing/hall/hall-people.ts'
import { testSite, type TestSite } from '../../../server/testing/test-site.ts'
import { openBrowser, type Browsing } from '../../../e2e/support/browser.ts'

let site: TestSite
let hall: Hall
let browsing: Browsing
let server: ServerType
let url: string

beforeAll(async () => {
  site = await testSite({ portal: await builtPortal() })
  const members = await membersOf(site, 6, 5)
  hall = { site, clerk: await site.as('clerk'), team: await site.as('team'), members }
  browsing = await openBrowser({ width: 390, height: 844 })
  url = await new Promise((resolve) => {
    server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://localhost:${port}`),
    )
  })
}, 180_000)
afterAll(async () => {
  await browsing?.[Symbol.asyncDispose]()
  server?.close()
  await site?.[Symbol.asyncDispose]()
})

describe('the voter’s page at the product’s server', () => {
  it(
    'takes, casts, has the receipt, and finds the ballot; 51 keeps nothing that links the two',
    { timeout: 180_000 },
    async () => {
      const { clerk } = hall
      const ballot = await openCast(hall)
      await prepared(hall, ballot)
      const frozen = await manifestAt(site.stranger, ballot)
      const { slips } = JSON.parse(await (await send(clerk, ballot, 'make-slips')).text())
      const mine = slips.find((slip: { voter: string }) => slip.voter === hall.members[5]?.name)
      await take(clerk, ballot, 'open-issuing')

      const page = await browsing.context.newPage()
      page.setDefaultTimeout(60_000)
      await page.clock.install()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (said) => {
        if (said.type() === 'error') complaints.push(said.text())
      })
      await page.goto(`${url}/vote/${ballot}#slip=${mine.code}`)
      await page.getByRole('button', { name: '领取票证' }).click()
      await page.getByRole('heading', { name: '已领票' }).waitFor()
      const groups = await page.locator('.groups span').allInnerTexts()
      expect(groups.join('')).toBe(frozen.hash.slice(0, 16))
      const kept = await page.evaluate(everythingKept)
      expect(kept).toContain(frozen.hash)
      expect(kept).toContain('"tok":[')
      expect(kept).not.toMatch(/"inv"|"z"|"blinded"|"pending"/)

      const others = await Promise.all(
        hall.members.slice(0, 5).map(async ({ browser }) => {
          const [token] = browser ? await tokensFor(browser, ballot, frozen) : []
          if (!token) throw new Error('no token')
          return ballotText(frozen, token, [0])
        }),
      )
      await take(clerk, ballot, 'open-voting', { closesAt: null })
      const box = await boxOf(site.stranger, ballot)
      for (const { text } of others.slice(1)) await castAt(box, frozen.hash, text)

      const turn = () => page.clock.fastForward(3_000)
      await expect
        .poll(async () => (await turn(), page.getByRole('radio').count()), { timeout: 60_000 })
        .toBeGreaterThan(0)
      await page.getByRole('radio', { name: '不满意', exact: true }).check()
      await page.getByRole('button', { name: '去检查' }).click()
      await page.getByRole('button', { name: '投票（1 张）' }).click()
      // The fifth fills the batch; then the receipt comes.
      const cast = page.getByRole('heading', { name: '已投', exact: true })
      await expect
        .poll(async () => (await turn(), cast.count()), { timeout: 60_000 })
        .toBeGreaterThan(0)
      const code = await page.locator('.ballots code').innerText()

      await take(clerk, ballot, 'seal-ballot', { secondIssued: [] })
      const found = page.getByText('您的票都在封存文件里')
      await expect
        .poll(async () => (await turn(), found.count()), { timeout: 60_000 })
        .toBeGreaterThan(0)
      const { bulletin } = await readBulletin(folderOf(site.hall, ballot))
      const verdict = await verifyBulletin(bulletin, { code })
      expect(verdict.ok && verdict.value).toMatchObject({ ballots: 5, own: [{ contest: 0 }] })
      expect(complaints).toEqual([])
    },
  )
})

/** Runs in the page: all that its database holds, as text. */
const everythingKept = `new Promise((resolve, reject) => {
  const asked = indexedDB.open('luoshi-ballots')
  asked.addEventListener('error', () => reject(new Error('no storage')))
  asked.addEventListener('success', () => {
    const all = asked.result.transaction('records').objectStore('records').getAll()
    all.addEventListener('success', () => resolve(JSON.stringify(all.result)))
  })
})`
