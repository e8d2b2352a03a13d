/**
 * How long a phone computes, with the processor slowed six times: from the link to sealed ballots, eight officials,
 * RSA-3072. On a busy machine the wall clock tells of the others: then `LUOSHI_UNSLOWED=1` counts the processor's own time
 * of the page's thread, times six. By hand: `node portal/testing/measure-voter.ts`. Source: issue 5, "Budgets"; ballot.md 7.2.
 */
import { chromium } from 'playwright-core'
import { builtPortal } from './built-portal.ts'
import { openHall } from './hall.ts'

const officials = Array.from({ length: 8 }, (_, at) => `述职人员${at + 1}　局长`)
const runs = 5
const unslowed = process.env['LUOSHI_UNSLOWED'] === '1'
const hall = await openHall(await builtPortal(), { contests: officials, bits: 3072 })
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })

for (let run = 0; run < runs; run += 1) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  if (unslowed) await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  else await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  const computed = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  hall.phase = 'issuing'
  const timed = async (what: () => Promise<unknown>) => {
    const [began, before] = [performance.now(), unslowed ? await computed() : 0]
    await what()
    return Math.round(unslowed ? ((await computed()) - before) * 6 : performance.now() - began)
  }
  const take = page.getByRole('button', { name: '领取票证' })
  const link = `${hall.url}/vote/${hall.ballot}#slip=slip-${run + 1}`
  const opened = await timed(() => page.goto(link).then(() => take.waitFor()))
  const taken = await timed(async () => {
    await take.click()
    await page.getByRole('heading', { name: '已领票' }).waitFor()
  })
  hall.open()
  await page.getByRole('radio').first().waitFor()
  for (const _ of officials) await page.getByRole('button', { name: /下一项|去检查/ }).click()
  const sealed = await timed(async () => {
    await page.getByRole('button', { name: /^投票/ }).click()
    await page.getByRole('heading', { name: '正在投出' }).waitFor()
  })
  console.log(JSON.stringify({ run, opened, taken, sealed, sum: opened + taken + sealed }))
  await context.close()
}
await browser.close()
await hall[Symbol.asyncDispose]()
