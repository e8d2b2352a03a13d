/**
 * Two people on one matter, two servers on one folder, and a server killed in the middle: nobody loses what they
 * typed, nothing acknowledged is lost. Source: issue 2, "Reliability and bad input".
 */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, callerBy, callerWith, type Caller } from './support/asking.ts'
import { openBrowser } from './support/browser.ts'
import { demoFolder } from './support/demo-folder.ts'
import {
  isRecord,
  linkOf,
  luoshiEnds,
  luoshiRuns,
  type LuoshiProcess,
} from './support/luoshi-process.ts'

let folder: Awaited<ReturnType<typeof demoFolder>>
let server: LuoshiProcess
let clerk: Caller

beforeAll(async () => {
  folder = await demoFolder()
  server = await luoshiRuns('demo', '--data', folder.path, '--port', '0')
  clerk = await callerBy(server.url, linkOf(server, 'clerk'))
}, 240_000)

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await folder?.[Symbol.asyncDispose]()
})

type Matter = Readonly<{ id: string; version: number }>

async function detail(id: string): Promise<Readonly<Record<string, unknown>>> {
  const answer: unknown = JSON.parse((await clerk.get(`/api/v1/matters/${id}`)).text)
  if (!isRecord(answer)) throw new Error(`no matter ${id}`)
  return answer
}

async function draftedMatter(place: number): Promise<Matter> {
  const list: unknown = JSON.parse((await clerk.get('/api/v1/matters?status=drafted')).text)
  const rows = isRecord(list) && Array.isArray(list['rows']) ? list['rows'].filter(isRecord) : []
  const id = String(rows[place]?.['id'])
  return { id, version: Number((await detail(id))['version']) }
}

const send = (who: Caller, { id, version }: Matter, step: string, body: object) =>
  who.send('POST', `/api/v1/matters/${id}/${step}`, { body: JSON.stringify({ version, ...body }) })

/** Somebody else changes the wording meanwhile: whoever looked before looks at something old. */
async function reword(matter: Matter): Promise<void> {
  const { matter: now } = await detail(matter.id)
  const unit = isRecord(now) && typeof now['unit'] === 'string' ? now['unit'] : null
  const done = await send(clerk, matter, 'redraft-matter', { title: '另一位改过的标题', unit })
  expect(done.status).toBe(200)
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

describe('two people on one matter', () => {
  it('lets one win, and tells the other which of the two she is', async () => {
    const matter = await draftedMatter(1)
    const approval = { body: 'chairs', on: today(), reference: '第48次主任会议' }
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => send(clerk, matter, 'approve-matter', { approval })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { text } of answers.filter(({ status }) => status !== 200))
      expect(JSON.parse(text)).toMatchObject({ code: 'version-conflict' })
    expect((await detail(matter.id))['version']).toBe(matter.version + 1)
  })

  it('keeps what the slower one typed, through the conflict and a reload, until it is recorded', async () => {
    const matter = await draftedMatter(0)
    await using browsing = await openBrowser()
    const page = await browsing.context.newPage()
    const colon = clerk.cookie.indexOf('=')
    await browsing.context.addCookies([
      { name: clerk.cookie.slice(0, colon), value: clerk.cookie.slice(colon + 1), url: server.url },
    ])
    await page.goto(`${server.url}/matters/${matter.id}`)
    await page.getByRole('button', { name: '登记审定', exact: true }).first().click()
    const form = page.getByRole('dialog', { name: /^登记审定/ })
    await form.getByText('主任会议', { exact: true }).click()
    await form.getByLabel('批准日期').fill(today())
    await form.getByLabel('会议或文号').fill('第49次主任会议，她打的字')

    await reword(matter)
    await form.getByRole('button', { name: '登记审定', exact: true }).click()
    const asked = page.getByRole('dialog').filter({ hasText: '登记审定？' }).last()
    const told = form.getByText('您填写期间，这件事项有了新的变动')
    await asked.or(told).first().waitFor()
    if (await asked.isVisible())
      await asked.getByRole('button', { name: '登记审定', exact: true }).click()
    await told.waitFor()
    const typed = form.getByLabel('会议或文号')
    expect(await typed.inputValue()).toBe('第49次主任会议，她打的字')
    expect((await detail(matter.id))['version']).toBe(matter.version + 1)

    await page.reload()
    await form.waitFor()
    expect(await typed.inputValue()).toBe('第49次主任会议，她打的字')
    await page.getByText('另一位改过的标题').first().waitFor()
    await form.getByRole('button', { name: '登记审定', exact: true }).click()
    const done = page.getByText('登记审定：已记入台账').first()
    await asked.or(done).first().waitFor()
    if (!(await done.isVisible()))
      await asked.getByRole('button', { name: '登记审定', exact: true }).click()
    await done.waitFor()
    const after = await detail(matter.id)
    expect(after['version']).toBe(matter.version + 2)
    expect(JSON.stringify(after['trail'])).toContain('她打的字')
  }, 120_000)
})

describe('a server and its data folder', () => {
  it('belong to one server: a second one is refused in words, the first goes on', async () => {
    const second = await luoshiEnds('serve', '--data', folder.path, '--port', '0', '--json')
    expect(second.code).toBe(1)
    expect(JSON.parse(second.out)).toMatchObject({ ok: false, code: 'data-folder-in-use' })
    expect(second.err).toMatch(/数据文件夹.*。/s)
    expect(second.err).not.toMatch(/\n\s+at /)
    expect(JSON.parse((await ask(server.url, '/healthz')).text)).toEqual({ ok: true })
    expect((await clerk.get('/api/v1/session')).status).toBe(200)
  }, 120_000)

  it('lose nothing that was acknowledged when the server is killed', async () => {
    const acknowledged: string[] = []
    const { port } = new URL(server.url)
    const writers = [1, 2, 3].map(async (writer) => {
      for (let count = 0; ; count += 1) {
        const name = `断电测试单位${writer}-${count}`
        const body = JSON.stringify({ name })
        const answer = await clerk.send('POST', '/api/v1/units', { body }).catch(() => null)
        if (answer === null) return
        if (answer.status === 200) acknowledged.push(name)
        if (acknowledged.length === 30) await server.kill()
      }
    })
    await Promise.all(writers)
    expect(acknowledged.length).toBeGreaterThanOrEqual(30)

    server = await luoshiRuns('serve', '--data', folder.path, '--port', port)
    clerk = await callerWith(server.url, clerk.cookie)
    const units = (await clerk.get('/api/v1/units')).text
    expect(acknowledged.filter((name) => !units.includes(`"${name}"`))).toEqual([])
    const proof = join(folder.path, '..', 'proof.jsonl.gz')
    expect(
      await luoshiEnds('export', 'proof', '--data', folder.path, '--out', proof),
    ).toMatchObject({ code: 0 })
    const verified = await luoshiEnds('verify', proof, '--json')
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true, failures: [] })
    expect(verified.code).toBe(0)
  }, 120_000)

  it('move to the next free port when theirs is taken, and say so', async () => {
    await server[Symbol.asyncDispose]()
    const neighbour = createServer().listen(0, '127.0.0.1')
    await once(neighbour, 'listening')
    const address = neighbour.address()
    const taken = typeof address === 'object' && address !== null ? String(address.port) : ''
    server = await luoshiRuns('serve', '--data', folder.path, '--port', taken)
    neighbour.close()
    const { port } = new URL(server.url)
    expect(port).not.toBe(taken)
    expect(server.complaints()).toContain(`端口 ${taken} 已被占用，改用 ${port}。`)
    expect(JSON.parse((await ask(server.url, '/healthz')).text)).toEqual({ ok: true })
  }, 120_000)
})
