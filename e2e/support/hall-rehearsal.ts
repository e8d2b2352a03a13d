/**
 * A rehearsal with the tellers' own issuer, in the hall of a journey: void for one who comes late, and held again with him on
 * the roll. It can be mistaken for the real thing nowhere.
 * Source: ballot.md §0 no. 6, §3.2 (frozen), §5; issue 5, "Rounds and re-votes", "rehearsal mode".
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { button, take } from './hall-desk.ts'
import {
  addressOf,
  freeze,
  makeKeys,
  makeSlips,
  openBallot,
  opened,
  openLock,
  pageOf,
  rowOf,
  type HallJourney,
} from './hall-journey.ts'
import { looksSound } from './hall-looks.ts'
import { phoneAt, soon, takeToken, vote, type Phone } from './hall-phones.ts'
import { freePort, isRecord, luoshiEnds, luoshiRuns } from './luoshi-process.ts'

export function rehearsal(of: () => HallJourney): void {
  describe(
    'a rehearsal with the tellers’ own issuer, and a round that is void',
    { timeout: 300_000 },
    () => {
      let issuer = ''
      let tellersSlip = ''
      let phone: Phone
      let port = 0

      it('is prepared with the keys that the tellers’ laptop prints', async () => {
        const hall = of()
        const { page } = hall.clerk
        issuer = join(hall.folder, '发票机')
        const making = [
          'ballot',
          'issuer',
          'new',
          issuer,
          '--contests',
          '1',
          '--slips',
          '2',
          '--json',
        ]
        const [made] = await Promise.all([
          luoshiEnds(...making, '--print', join(hall.folder, '票条.html')),
          openBallot(hall, '陶静宜', '本系统投票（演练）'),
        ])
        const said: unknown = JSON.parse(made.out)
        if (!isRecord(said) || !Array.isArray(said['slips'])) throw new Error(made.err)
        tellersSlip = String(said['slips'].find(isRecord)?.['code'])
        expect(await readFile(join(hall.folder, '票条.html'), 'utf8')).toContain(tellersSlip)
        port = await freePort()
        await page.getByText('两台发票机：系统和监票人的电脑各发一道').click()
        await button(page, '开始准备').click()
        await button(page, '请三位监票人到场，生成').first().waitFor()
        await Promise.all([hall.team.open(pageOf(hall)), hall.chief.open(pageOf(hall))])
        await button(hall.chief.page, '登记发票机').click()
        const dialog = hall.chief.page.getByRole('dialog')
        await dialog.getByLabel('网址').fill(`http://127.0.0.1:${port}`)
        await dialog.getByLabel('公钥').fill('[]')
        await dialog.getByText('不是发票机给出的文字，或者把数不对').waitFor()
        await dialog.getByLabel('公钥').fill(JSON.stringify(said['keys']))
        await looksSound(hall.chief.page)
        await button(dialog, '登记发票机').click()
        await hall.chief.page.getByText(`http://127.0.0.1:${port}，公钥 1 把`).waitFor()
        await makeKeys(hall)
        await freeze(hall, [hall.clerk, hall.team, hall.chief])
        await makeSlips(hall)
        await button(page, '开始发票').click()
        await page.getByText(`已发 0 · 应到 ${hall.eligible}`).waitFor()
      })

      it('takes both slips for one token, and the tellers’ list as their program prints it', async () => {
        const hall = of()
        const { page } = hall.clerk
        const manifest = join(hall.folder, 'manifest.json')
        const frozen = await fetch(`${addressOf(hall)}/manifest.json`)
        await writeFile(manifest, new Uint8Array(await frozen.arrayBuffer()))
        const serve = ['ballot', 'issuer', 'serve', issuer, '--manifest', manifest]
        await using laptop = await luoshiRuns(...serve, '--port', String(port))
        expect(laptop.said['fingerprint']).toMatch(/^[0-9a-f]{4} /)
        phone = await phoneAt(hall.household, addressOf(hall), {
          slip: hall.slips.get('沈怀德') ?? '',
          second: tellersSlip,
        })
        await phone.page.getByRole('textbox', { name: '第二道票证码' }).waitFor()
        await looksSound(phone.page)
        await takeToken(phone)
        const issued = await luoshiEnds('ballot', 'issuer', 'issued', issuer)
        await button(page, '发票结束，开始投票').click()
        const asked = page.getByRole('dialog').last()
        await asked.getByText('领票的只有 1 人，不足 5 人').waitFor()
        await button(asked, '发票结束，开始投票').click()
        const list = page.getByLabel('监票人发票机发给了谁')
        await list.fill('[{"c":0,')
        await page.getByText('不是发票机给出的文字，或者没有贴全').waitFor()
        expect(await button(page, '结束投票，封票').isDisabled()).toBe(true)
        await list.fill(issued.out)
        await page.getByText('现有 1 张').waitFor()
        expect(await button(page, '结束投票，封票').isEnabled()).toBe(true)
      })

      it('is void for one who comes late, and held again with him on the roll', async () => {
        const hall = of()
        const { page } = hall.clerk
        await page.getByText('有人迟到、要改用纸质票、要看谁领了票').click()
        const late = page.getByRole('region', { name: '有人迟到' })
        await late.getByText('也不能领纸质票').waitFor()
        expect(await button(rowOf(page, '顾云章'), '领纸质票').isDisabled()).toBe(true)
        await looksSound(page)
        await button(late, '作废本轮，重新来一轮').click()
        const dialog = page.getByRole('dialog', { name: '这次测评作废' })
        await dialog.getByLabel('理由').fill('费一诺委员赶到会场。')
        await button(dialog, '作废').click()
        await dialog.waitFor({ state: 'hidden' })
        await soon(phone.page, '这一轮作废，重新投票')
        await looksSound(phone.page)
        const before = { ballot: hall.ballot, eligible: hall.eligible }
        await button(page, '重新测评').click()
        await page.getByLabel('费一诺 签到名单').click()
        await page
          .locator('.ant-select-dropdown:visible')
          .getByTitle('到会', { exact: true })
          .click()
        await looksSound(page)
        await button(page, '登记').click()
        await opened(hall)
        expect(hall.ballot).not.toBe(before.ballot)
        expect(hall.eligible).toBe(before.eligible + 1)
        await page.getByText('演练　不计入任何结果').waitFor()
        await soon(phone.page, '到新一轮重新领票')
        await phone.page.getByRole('link', { name: '到新一轮重新领票' }).click()
        await phone.page.waitForURL(addressOf(hall))
        await soon(phone.page, '票样正在准备')
      })
      it.skipIf(process.env['LUOSHI_LONG'] !== '1')(
        'is voted to its end in the second round (LUOSHI_LONG=1)',
        async () => {
          const hall = of()
          const { page } = hall.clerk
          await button(page, '开始准备').click()
          await makeKeys(hall)
          await freeze(hall, [hall.clerk, hall.team, hall.chief])
          await makeSlips(hall)
          await button(page, '开始发票').click()
          const others = await Promise.all(
            [...hall.slips]
              .filter(([name]) => name !== '沈怀德')
              .slice(0, 6)
              .map(([, slip]) => phoneAt(hall.household, addressOf(hall), { slip })),
          )
          const phones = [...others, phone]
          // The phone of the round before goes on with the slip of this one.
          await soon(phone.page, '领取票证')
          await phone.page
            .getByRole('textbox', { name: '票证码', exact: true })
            .fill(hall.slips.get('沈怀德') ?? '')
          for (const one of phones) await takeToken(one)
          await page.getByText(`已发 7 · 应到 ${hall.eligible}`).waitFor()
          await take(page, '发票结束，开始投票')
          await Promise.all(phones.map((one, at) => vote(one, at % 3 === 2 ? '不满意' : '满意')))
          await take(page, '结束投票，封票')
          await page.getByText('已封票，共 7 张选票').waitFor()
          await Promise.all(phones.map((one) => soon(one.page, '您的票都在封存文件里')))
          await looksSound(page)
          await hall.team.open(`${pageOf(hall)}/screen`)
          await hall.team.page.locator('.hall-hash span').nth(15).waitFor()
          const hash = await hall.team.page.locator('.hall-hash span').allInnerTexts()
          await hall.chief.open(pageOf(hall))
          const keepers = [page, hall.chief.page]
          for (const one of keepers)
            await one.getByLabel('大屏幕上校验码的最后 4 位').fill(hash.at(-1) ?? '')
          for (const [at, name] of ['第一把计票锁', '第二把计票锁'].entries()) {
            await openLock(keepers[at] ?? page, name, (hall.held[at] ?? []).slice(at, at + 2))
            if (at === 0) await page.getByRole('region', { name }).getByText('已打开').waitFor()
          }
          await page.getByText('复核通过。', { exact: true }).waitFor()
          await take(page, '确认计票')
          await page.getByText('演练到此结束').waitFor()
          expect(await button(page, '宣布结果').count()).toBe(0)
          await looksSound(page)
        },
      )
    },
  )
}
