/**
 * Supervision as a county lives it, in real browsers on a real database and with a real mail server: a late matter rings
 * the bell and comes by mail, the next paper is proposed and issued, an interpellation takes three signers, and the
 * month's briefing is approved and printed. Serves S06.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localMail, type LocalMail } from '../server/src/messages/testing/receivers.ts'
import { startDemo, type DemoServer } from './support/demo-server.ts'
import { seriousFindings } from './support/page-checks.ts'
import { signedIn, type Person } from './support/person.ts'

let mail: LocalMail
let server: DemoServer
let clerk: Person

beforeAll(async () => {
  mail = await localMail()
  // As an operator sets it up: in the environment of the server.
  process.env['LUOSHI_SMTP_URL'] = `smtp://127.0.0.1:${mail.settings.port}`
  process.env['LUOSHI_SMTP_FROM'] = mail.settings.from
  // The real round, more often than an office needs it.
  process.env['LUOSHI_TELL_SECONDS'] = '1'
  server = await startDemo()
  clerk = await signedIn(server, 'clerk')
}, 480_000)

afterAll(async () => {
  await clerk?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
  await mail?.close()
})

const dialogOf = ({ page }: Person) => page.getByRole('dialog').last()

describe('a late matter', () => {
  it('rings the bell of its unit and comes by mail, as a number and a link only', async () => {
    await using water = await signedIn(server, 'water', 390)
    const { page } = water
    await water.open('/messages')
    await page.getByText(/有\d+件事项已超过时限/).waitFor()
    await page.getByRole('link', { name: /消息，\d+ 条未读/ }).waitFor()
    expect(await seriousFindings(page)).toEqual([])

    await page.getByLabel('另外发送到').click()
    await page.getByTitle('电子邮箱').click()
    await page.getByLabel('邮箱地址').fill('liu@water.example')
    await page.getByRole('button', { name: '发送验证码' }).click()
    await expect.poll(() => mail.letters.length, { timeout: 30_000, interval: 200 }).toBe(1)
    const code = /验证码：(\d{6})/.exec(mail.letters[0]?.text ?? '')?.[1] ?? ''
    await page.getByLabel('验证码', { exact: true }).fill(code)
    await page.getByRole('button', { name: '确认', exact: true }).click()
    await page.getByText('已确认：l***@water.example').waitFor()

    await page.getByLabel('每日汇总时间').fill('00:00')
    await page.getByLabel('免打扰时段（开始）').fill('00:00')
    await page.getByLabel('免打扰时段（结束）').fill('00:00')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').waitFor()

    await expect.poll(() => mail.letters.length, { timeout: 100_000, interval: 500 }).toBe(2)
    const [, letter] = mail.letters
    expect(letter?.to).toEqual(['liu@water.example'])
    expect(letter?.text).toMatch(/有\d+件事项已超过时限/)
    expect(letter?.text).toContain(`${server.url}/messages`)

    await page.getByRole('button', { name: '全部标为已读' }).click()
    await page.getByRole('link', { name: '消息，没有未读' }).waitFor()
  }, 200_000)

  it('has its next paper proposed after 催办, and a person issues it', async () => {
    await clerk.open('/supervision')
    const { page } = clerk
    const proposed = page.getByRole('region', { name: '建议发出的文书' })
    await proposed.getByRole('button', { name: '拟发这一批：督办通知' }).click()
    const dialog = dialogOf(clerk)
    await dialog.getByLabel('会议或文号').fill('第18次主任会议')
    await dialog.getByRole('button', { name: '发出', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    const papers = page.getByRole('region', { name: '文书', exact: true })
    await papers.getByRole('link', { name: /督办通知〔\d{4}〕1号/ }).waitFor()
    expect(await proposed.getByRole('button', { name: '拟发这一批：督办通知' }).count()).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
  }, 120_000)
})

describe('the ladder of consequences', () => {
  it('refuses 质询 with two signers and says the lawful way; takes it with three', async () => {
    await clerk.open('/appraisals')
    const { page } = clerk
    await page.getByRole('article').first().getByRole('link').first().click()
    await page.getByRole('tab', { name: '监督措施', exact: true }).click()
    await page.getByText('不能采取').first().waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: '记录决定：质询', exact: true }).click()
    const dialog = dialogOf(clerk)
    await dialog.getByLabel('常委会全体组成人员人数').fill('33')
    await dialog.getByLabel('联名人数').fill('2')
    await dialog.getByLabel('质询的问题和内容').fill('渠道清淤两轮整改仍未完成，原因何在？')
    await dialog.getByLabel('会议或文号').fill('第18次主任会议')
    await dialog.getByRole('button', { name: '记录', exact: true }).click()
    await dialog
      .getByText(/三人|3人以上联名/)
      .first()
      .waitFor()
    await dialog.getByText(/询问没有人数要求/).waitFor()

    await dialog.getByLabel('联名人数').fill('3')
    await dialog.getByRole('button', { name: '记录', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: /质询〔\d{4}〕1号/ }).click()
    await page.getByText('常委会组成人员联名，联名3人，全体组成人员33人').waitFor()
    expect(await seriousFindings(page)).toEqual([])
  }, 120_000)
})

describe('the briefing of the month', () => {
  it('is put together, approved, numbered and printed', async () => {
    await clerk.open('/supervision')
    const { page } = clerk
    await page.getByRole('button', { name: '起草通报', exact: true }).click()
    const draft = dialogOf(clerk)
    await draft.getByLabel('主要情况和下一步要求').fill('请各单位抓紧办理逾期事项。')
    await draft.getByRole('button', { name: '起草通报', exact: true }).click()
    await page.getByRole('heading', { name: '督办通报（草稿）' }).waitFor()
    await page.getByRole('button', { name: '批准印发', exact: true }).click()
    const issue = dialogOf(clerk)
    await issue.getByLabel('会议或文号').fill('第19次主任会议')
    await issue.getByRole('button', { name: '批准印发', exact: true }).click()
    await page.getByRole('heading', { name: /督办通报〔\d{4}〕第\d+期/ }).waitFor()
    await page.getByRole('row', { name: /^合计/ }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const printed = await page.pdf({ format: 'A4', landscape: true })
    expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('请各单位抓紧办理逾期事项。').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
  }, 120_000)
})
