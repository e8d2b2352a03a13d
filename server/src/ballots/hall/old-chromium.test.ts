/**
 * The public pages in a real Chromium 86, as old web views on phones are: LUOSHI_CHROMIUM_86 names the binary. The suite without
 * it takes the missing built-ins from a new browser. Source: issue 5, no. 6; ecosystem.md §3.4.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  manifestAt,
  openCast,
  prepared,
  read,
  requestsFor,
  send,
  take,
} from '../../../testing/hall/hall-people.ts'
import { killableHall, type KillableHall } from '../../../testing/hall/killable-hall.ts'
import {
  cast,
  close,
  openAndCount,
  openVoting,
  takeToken,
  type Phone,
  type Vote,
} from '../../../testing/hall/scripted-vote.ts'
import { openOldChromium } from '../../../testing/old-chromium.ts'
import { answered } from '../../../testing/test-site.ts'
import { makeSlips } from '../../contract/secret-ballots.ts'
import { runSurveySite } from '../../../../e2e/support/survey-site.ts'

const binary = process.env['LUOSHI_CHROMIUM_86'] ?? ''
const nothing = async () => undefined

describe.skipIf(binary === '')('in Chromium 86 (LUOSHI_CHROMIUM_86)', { timeout: 400_000 }, () => {
  let killable: KillableHall
  beforeAll(async () => {
    killable = await killableHall(7)
  }, 180_000)
  afterAll(() => killable[Symbol.asyncDispose]())

  it('a member votes with a slip, from the link to the own ballot in the published file', async () => {
    const { hall, stranger } = killable
    const { clerk, members } = hall
    const ballot = await openCast(hall)
    const { locks } = await prepared(hall, ballot)
    const { slips } = await answered(makeSlips, await send(clerk, ballot, 'make-slips'))
    await take(clerk, ballot, 'open-issuing')
    const frozen = await manifestAt(stranger, ballot)
    const phones: Phone[] = []
    for (let at = 0; at < 6; at += 1)
      phones.push({ pending: await requestsFor(frozen), token: null, made: null, receipt: false })
    const vote: Vote = { ballot, frozen, locks, phones }
    const own = slips.find(({ voter }) => voter === members[6]?.name)
    await using page = await openOldChromium(binary)
    expect(page.version).toMatch(/^86\./)
    const url = killable.url()
    await page.goTo(`${url}/vote/${ballot}#slip=${String(own?.code)}`)
    await page.sees('领取票证')
    await page.picture('86-check-in')
    await page.press('领取票证')
    await page.sees('已领票')
    const others = [0, 1, 2, 3, 4, 5]
    for (const at of others) await takeToken(killable, vote, at)
    await openVoting(killable, vote, nothing)
    await page.sees('第 1 项，共 1 项', 60_000)
    await page.picture('86-mark')
    await page.press('满意')
    await page.press('去检查')
    await page.sees('已选')
    await page.picture('86-review')
    await page.press('投票（1 张）')
    for (const at of others.slice(0, 5)) await cast(killable, vote, at)
    await page.sees('已送到', 120_000)
    await page.picture('86-sent')
    await cast(killable, vote, 5)
    await close(killable, vote, nothing)
    await page.sees('您的票都在封存文件里', 150_000)
    await page.picture('86-found')
    await openAndCount(killable, vote, nothing)
    expect(page.complaints()).toEqual([])
    expect(await read(clerk, ballot)).toMatchObject({
      status: 'counted',
      result: { total: [{ cast: 7 }] },
    })
  })

  it('a survey is answered on its page, tap by tap', async () => {
    await using site = await runSurveySite()
    await using page = await openOldChromium(binary, { width: 360, height: 740 })
    await page.goTo(`${site.url}/s/${site.survey}`)
    await page.sees('开始')
    await page.picture('86-survey')
    await page.press('开始')
    await page.press('城区')
    for (let at = 0; at < 8; at += 1) {
      await page.sees(`第${at + 2}题`)
      await page.press('基本满意')
    }
    await page.picture('86-several')
    await page.press('坑洼')
    await page.press('下一题')
    await page.press('满意')
    await page.press('跳过')
    await page.press('提交')
    await page.sees('已收到，谢谢您')
    await page.picture('86-thanks')
    expect(page.complaints()).toEqual([])
    expect(await site.test(`answered/${site.survey}`)).toBe('1')
  })
})
