import { join } from 'node:path'
import { day } from '@luoshi/domain/kernel/day'
import { exportProof } from '@luoshi/ledger/proof/export-proof'
import { signingKey } from '@luoshi/ledger/proof/signing-key'
import { verifyProof } from '@luoshi/ledger/proof/verify-proof'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval } from '../../testing/test-county.ts'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import {
  confirmImport,
  getImport,
  importFile,
  listImports,
  putDecisions,
  type ImportItem,
} from '../contract/imports.ts'
import { listMatters } from '../contract/matters.ts'

let site: TestSite
let clerk: Browser
beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
})
afterAll(() => site[Symbol.asyncDispose]())

const text = `关于交通工作的评议意见
一、存在的问题
（一）城东路段坑洼不平，雨天积水严重。
（二）公交末班车收车过早，学生晚自习后无车可乘。
（三）个别窗口工作人员态度生硬。`

const paste = async () =>
  answered(importFile, await clerk.send('POST', '/api/v1/imports', { text, fileName: '意见.txt' }))

type Read = Awaited<ReturnType<typeof paste>>

/** Takes the proposal as it is: all but the last item become matters, the last one an exit. */
function taken({ parsed }: Read): ImportItem[] {
  return parsed.items.map((item, place) => ({
    text: item.text,
    channel: 'meetingRemark',
    raiserKind: 'member',
    raiser: '',
    receivedOn: day('2026-03-01'),
    paragraphs: [...item.paragraphs],
    disposition:
      place === parsed.items.length - 1
        ? { kind: 'exit', exit: 'answeredOnTheSpot', reason: '当场致歉', approval }
        : { kind: 'matter', title: item.text.slice(0, 20), unit: null },
  }))
}

const leftOutOf = ({ parsed }: Read) =>
  parsed.leftOut.map(({ paragraph, reason }) => ({ paragraph, reason }))

const confirm = (read: Read, body: Partial<Record<'items' | 'leftOut', unknown>> = {}) =>
  clerk.send('POST', `/api/v1/imports/${read.import}/confirm`, {
    appraisal: site.county.appraisal,
    items: taken(read),
    leftOut: leftOutOf(read),
    ...body,
  })

describe('importing a document', () => {
  it('reads it, keeps the draft, and shows it in the list', async () => {
    const read = await paste()
    expect(read.parsed.items).toHaveLength(3)
    const shown = await answered(getImport, await clerk.get(`/api/v1/imports/${read.import}`))
    expect(shown).toMatchObject({ fileName: '意见.txt', status: 'draft', revision: 0 })
    expect(shown.parsed).toEqual(read.parsed)
    const { rows } = await answered(listImports, await clerk.get('/api/v1/imports'))
    expect(rows.map(({ id }) => id)).toContain(read.import)
  })

  it('gives the original back byte by byte', async () => {
    const read = await paste()
    const original = await clerk.get(`/api/v1/imports/${read.import}/original`)
    expect(await original.text()).toBe(text)
    expect(original.headers.get('content-disposition')).toContain('attachment')
  })

  it('keeps decisions as they are made, and tells the slower of two', async () => {
    const read = await paste()
    const path = `/api/v1/imports/${read.import}/decisions`
    const body = { revision: 0, decisions: { '1': { title: '积水' } } }
    expect(await answered(putDecisions, await clerk.send('PUT', path, body))).toEqual({
      revision: 1,
    })
    const slower = await clerk.send('PUT', path, body)
    expect(slower.status).toBe(409)
    const shown = await answered(getImport, await clerk.get(`/api/v1/imports/${read.import}`))
    expect(shown.decisions).toEqual(body.decisions)
  })

  it('is refused while a paragraph is unaccounted for, and then nothing is written', async () => {
    const read = await paste()
    const refused = await confirm(read, { leftOut: leftOutOf(read).slice(1) })
    expect(refused.status).toBe(409)
    expect(await problemIn(refused)).toMatchObject({ code: 'paragraphs-unaccounted' })
    const shown = await answered(getImport, await clerk.get(`/api/v1/imports/${read.import}`))
    expect(shown.status).toBe('draft')
  })

  it('puts every opinion on record at once; the count comes out, and a stranger can check it', async () => {
    const read = await paste()
    const done = await answered(confirmImport, await confirm(read))
    expect(done.raised.map(({ matter }) => matter === null)).toEqual([false, false, true])
    const { total, mapped, leftOut } = done.paragraphs
    expect(total).toBe(mapped + leftOut)
    const list = await answered(listMatters, await clerk.get('/api/v1/matters'))
    expect(list.rows.map(({ number }) => number)).toEqual([2, 1])
    expect((await confirm(read)).status).toBe(409)
    const late = `/api/v1/imports/${read.import}`
    for (const answer of [
      await clerk.send('PUT', `${late}/decisions`, { revision: 0, decisions: {} }),
      await clerk.send('POST', `${late}/repairs`, { accepted: [] }),
    ]) {
      expect(await problemIn(answer)).toMatchObject({ status: 409, code: 'import-not-open' })
    }

    const { database, folder, congress, clock } = site.county
    const file = join(folder, 'proof.jsonl')
    const key = await signingKey(folder)
    await exportProof(database.pool, { congress, key, at: clock.now() }, file)
    const found = await verifyProof(file)
    expect(found.failures).toEqual([])
    expect(found).toMatchObject({ ok: true, opinions: 3, matters: 2, exits: 1 })
  })

  it('says what is wrong with a file it cannot read', async () => {
    const bytes = new Uint8Array([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00])
    const headers = { 'x-file-name': 'program.exe' }
    const answer = await clerk.send('POST', '/api/v1/imports', bytes, headers)
    expect(answer.status).toBe(422)
    expect((await problemIn(answer)).zh.what).not.toBe('')
  })

  it('is for clerks only', async () => {
    const staff = await site.as('unitStaff', site.county.roads.unit)
    expect((await staff.get('/api/v1/imports')).status).toBe(403)
    expect((await staff.send('POST', '/api/v1/imports', { text })).status).toBe(403)
  })
})
