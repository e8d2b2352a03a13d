/**
 * People change, matters stay: a roster is imported from a workbook, an official leaves, the list of what is open is
 * signed by him, by his successor on paper and by the committee's witness, and the matters are the successor's.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minimalXlsx, sheetOf } from '../papers/testing/minimal-xlsx.ts'
import { startDemo, type DemoServer } from './support/demo-server.ts'
import { signedIn, type Person } from './support/person.ts'

let server: DemoServer
let folder: string
let clerk: Person

beforeAll(async () => {
  server = await startDemo()
  folder = await mkdtemp(join(tmpdir(), 'luoshi-people-'))
  clerk = await signedIn(server, 'clerk')
}, 480_000)

afterAll(async () => {
  await clerk?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** An antd select: opened by its label, the option taken by its text. */
async function choose(
  within: ReturnType<Person['page']['locator']>,
  label: string,
  option: RegExp,
) {
  await within.getByLabel(label, { exact: true }).first().click()
  await clerk.page.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
}

describe('people of the congress', () => {
  it('come in from a workbook: a wrong line is named, nothing is written before it is confirmed', async () => {
    const { page } = clerk
    const file = join(folder, '述职人员名册.xlsx')
    const rows = [
      ['清禾县述职人员名册'],
      ['序号', '姓名', '单位', '职务', '任免方式'],
      ['1', '江一帆', '清禾县水利局', '副局长', '非人大任命'],
      ['2', '罗大同', '清禾县粮食局', '局长', '常委会任命'],
    ]
    await writeFile(file, minimalXlsx({ sheets: [sheetOf(rows)] }))
    await clerk.open('/people/import')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('第4行：单位“清禾县粮食局”没有登记。').waitFor()
    const confirm = page.getByRole('button', { name: /^确认导入/ })
    expect(await confirm.isDisabled()).toBe(true)
    await choose(page.locator('body'), '行 4 罗大同', /不导入这一行/)
    await page.getByRole('button', { name: '确认导入 1 人', exact: true }).click()
    await page.getByText('已导入：新增 1 人').waitFor()
    await clerk.open('/people?tab=officials')
    await page.getByRole('row').filter({ hasText: '江一帆' }).waitFor()
    expect(await page.getByRole('row').filter({ hasText: '罗大同' }).count()).toBe(0)
  }, 120_000)

  it('leave: the matters are the successor’s at once, and three sign the list of them', async () => {
    const { page } = clerk
    const row = page.getByRole('row').filter({ hasText: '刘明远' })
    await row.getByRole('button', { name: '离任移交', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await choose(dialog, '接任人员', /江一帆/)
    await dialog.getByRole('button', { name: '确定移交', exact: true }).click()
    await page.waitForURL(/\/hand-overs\/handover_/)
    const path = new URL(page.url()).pathname
    const paper = page.getByRole('article')
    await paper.getByText('江一帆').first().waitFor()
    const matter = paper.getByRole('row').nth(1).getByRole('link')
    const title = await matter.innerText()

    await page.getByRole('button', { name: '以监交人身份签署', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '以监交人身份签署' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    await using leaver = await signedIn(server, 'water', 390)
    await leaver.open(path)
    await leaver.page.getByRole('button', { name: '以移交人身份签署', exact: true }).click()
    await leaver.page.getByRole('dialog').getByRole('button', { name: '以移交人身份签署' }).click()
    await leaver.page.getByRole('dialog').waitFor({ state: 'hidden' })

    const scan = join(folder, '移交清单签字.pdf')
    await writeFile(scan, '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
    await clerk.open(path)
    await page.getByRole('button', { name: '登记纸面签字', exact: true }).click()
    await page.getByRole('dialog').getByLabel('签字人姓名').fill('江一帆')
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(scan)
    await page.getByRole('dialog').getByText('移交清单签字.pdf').first().waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '登记纸面签字' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await paper.getByText('待签', { exact: true }).count()).toBe(0)
    await clerk.open('/hand-overs')
    await page.getByRole('row').filter({ hasText: '江一帆' }).getByText('已签署').waitFor()

    await clerk.open(path)
    await paper.getByRole('link', { name: title }).first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('江一帆').first().waitFor()
  }, 180_000)
})
