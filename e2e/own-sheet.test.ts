/**
 * A county's own odd spreadsheet, in a real browser: mapped once, known the second time; the ledger out in the county's
 * own form, changed, brought back against a ledger that went on meanwhile, applied by choice. Issue 4, “Papers”.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editCell } from '../papers/testing/edit-sheet.ts'
import { hasCalc, resaved } from '../papers/testing/resaved.ts'
import { oddSheet } from '../papers/testing/odd-sheet.ts'
import { startDemo, type DemoServer } from './support/demo-server.ts'
import { isRecord } from './support/luoshi-process.ts'
import { signedIn, type Person } from './support/person.ts'

let server: DemoServer
let folder: string

beforeAll(async () => {
  server = await startDemo()
  folder = await mkdtemp(join(tmpdir(), 'luoshi-own-sheet-'))
}, 480_000)

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const isLong = process.env['LUOSHI_LONG'] === '1'
const layoutName = '县人大办整改台账'

async function upload({ open, page }: Person, name: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, name)
  await writeFile(file, bytes)
  await open('/imports')
  await page.locator('input[type=file]').first().setInputFiles(file)
}

async function json(person: Person, path: string): Promise<Readonly<Record<string, unknown>>> {
  const answer: unknown = await (await person.page.request.get(server.url + path)).json()
  if (!isRecord(answer)) throw new Error(`nothing at ${path}`)
  return answer
}

const rowsOf = (answer: Readonly<Record<string, unknown>>) =>
  Array.isArray(answer['rows']) ? answer['rows'].filter(isRecord) : []

describe('a county’s own spreadsheet', () => {
  it('is mapped once, confirmed with every row accounted for, and known the second time', async () => {
    await using clerk = await signedIn(server, 'clerk')
    const { page } = clerk
    await upload(clerk, '整改台账.xlsx', oddSheet())
    await page.waitForURL(/\/columns$/)
    await page.getByText('这种表样还没有学会').waitFor()
    await page.getByText('读出 3 条意见').waitFor()
    await page.getByText('时限没有具体日期').first().waitFor()
    // The column that nobody could know is chosen by hand.
    await page.getByRole('combobox', { name: /^I 列/ }).click()
    await page.getByTitle('备注', { exact: true }).click()
    await page.getByText('您选的').waitFor()
    await page.getByLabel('表样名称').first().fill(layoutName)
    await page.getByRole('button', { name: '按此读入，去核对' }).click()

    await page.getByRole('article', { name: '意见 1' }).waitFor()
    await page.getByText('未处理 0').waitFor()
    await page.getByLabel('归入哪次评议').click()
    await page.getByText('清禾县水利局刘明远同志述职评议').last().click()
    await page.getByRole('button', { name: '确认录入', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认录入', exact: true }).click()
    await page.getByText('已登记 3 条意见').waitFor()

    await upload(clerk, '整改台账（第二次）.xlsx', oddSheet({ opinions: ['甲', '乙', '丙'] }))
    await page.getByRole('article', { name: '意见 1' }).waitFor()
    await page.getByRole('link', { name: '列对应' }).click()
    await page.getByText(`与已学会的表样“${layoutName}”完全相同`).waitFor()
  }, 240_000)

  it('comes out in the county’s own form, back with a change and a conflict, and is applied by choice', async () => {
    await using official = await signedIn(server, 'water')
    const { page } = official
    const [layout] = rowsOf(await json(official, '/api/v1/own-layouts'))
    const [matter] = rowsOf(await json(official, '/api/v1/matters?status=inProgress'))
    const id = String(matter?.['id'])
    const query = `layout=${String(layout?.['id'])}`
    const made = await page.request.get(`${server.url}/api/v1/ledger.xlsx?${query}`)
    // 完成情况 is the tenth column of their form.
    const changed = editCell(await made.body(), { name: id, column: 'J' }, (words) =>
      `${words}\n表里续写：又换管两公里。`.trim(),
    )
    // As an office does: opened and saved by LibreOffice, where there is one and time for it.
    const saved = isLong && hasCalc ? await resaved(changed, 'xlsx', 'xlsx') : changed
    const session = await json(official, '/api/v1/session')
    const said = await page.request.post(`${server.url}/api/v1/matters/${id}/report-progress`, {
      headers: { 'x-luoshi-csrf': String(session['csrf']) },
      data: {
        version: Number((await json(official, `/api/v1/matters/${id}`))['version']),
        text: '系统里报告：管材到场。',
        evidence: [],
      },
    })
    expect(said.status()).toBe(200)

    const file = join(folder, '改过的台账.xlsx')
    await writeFile(file, saved)
    await official.open('/matters')
    await page.getByLabel('回导改过的台账').setInputFiles(file)
    await page.waitForURL(/\/comebacks\/comeback_/)
    const conflicts = page.getByRole('region', { name: '冲突：表里改了，台账也改了' })
    await conflicts.getByText('系统里报告：管材到场。').waitFor()
    expect(await page.getByRole('button', { name: /^办理所选改动/ }).isDisabled()).toBe(true)
    await conflicts.getByRole('checkbox').check()
    await page.getByRole('button', { name: '办理所选改动（1 处）' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '办理', exact: true }).click()
    await page.getByText('已办理 1 处，没有办成 0 处，没有选 0 处').waitFor()

    await official.open(`/matters/${id}`)
    await page.getByText('表里续写：又换管两公里。').first().waitFor()
    await page.getByText('系统里报告：管材到场。').first().waitFor()
  }, 240_000)
})
