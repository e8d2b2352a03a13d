import { evidenceKept } from './evidence-kept.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answered, testSite, type TestSite } from '../../testing/test-site.ts'
import { putEvidence } from '../contract/evidence.ts'
import { sniff } from './arriving/sniff.ts'

let site: TestSite
beforeAll(async () => {
  site = await testSite()
})
afterAll(() => site[Symbol.asyncDispose]())

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const name = { 'x-file-name': encodeURIComponent('整改 照片.png') }

describe('evidence', () => {
  it('is kept by its content, once, and read by those who see its matter', async () => {
    const { roads, water } = site.county
    const matter = await site.county.handOver('路面修复', roads)
    const by = site.county.as('unitStaff', roads.unit)
    await site.county.step(by, matter, { type: 'SignReceipt', signer: '办公室' })
    const staff = await site.as('unitStaff', roads.unit)
    const kept = await answered(putEvidence, await staff.send('PUT', '/api/v1/evidence', png, name))
    expect(kept).toMatchObject({ name: '整改 照片.png', size: 11, mediaType: 'image/png' })
    const again = await answered(
      putEvidence,
      await staff.send('PUT', '/api/v1/evidence', png, name),
    )
    expect(again.sha256).toBe(kept.sha256)

    const path = `/api/v1/evidence/${kept.sha256}`
    const clerk = await site.as('clerk')
    const shown = await clerk.get(`${path}?inline=1&name=${encodeURIComponent('照片.png')}`)
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(png)
    expect(shown.headers.get('content-security-policy')).toContain('sandbox')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    const stranger = await site.as('unitStaff', water.unit)
    expect((await stranger.get(path)).status).toBe(404)
  })

  it('of another congress is not there, whoever knows its hash', async () => {
    const clerk = await site.as('clerk')
    const bytes = new Uint8Array([...png, 4])
    const kept = await answered(
      putEvidence,
      await clerk.send('PUT', '/api/v1/evidence', bytes, name),
    )
    const path = `/api/v1/evidence/${kept.sha256}`
    expect((await clerk.get(path)).status).toBe(200)
    const { congress, as } = await site.neighbour()
    const stranger = await as('clerk')
    expect((await stranger.get(path)).status).toBe(404)
    const { db } = site.county.world
    expect(await evidenceKept(db, congress, [kept])).toMatchObject({
      refusal: { code: 'evidence-not-kept' },
    })
    expect(await evidenceKept(db, site.county.congress, [kept])).toMatchObject({ ok: true })
  })

  it('is refused when it is too large, of no known kind, or without a name', async () => {
    const staff = await site.as('unitStaff', site.county.roads.unit)
    const send = (bytes: Uint8Array, headers: Readonly<Record<string, string>>) =>
      staff.send('PUT', '/api/v1/evidence', bytes, headers)
    expect((await send(Buffer.concat([png, Buffer.alloc(30 * 1024 * 1024)]), name)).status).toBe(
      413,
    )
    expect((await send(new Uint8Array([0x4d, 0x5a, 0, 1]), name)).status).toBe(415)
    expect((await send(png, {})).status).toBe(400)
  })

  it.each([
    ['<!doctype html><script>', 'page.txt'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'picture.svg'],
    ['\u007fELF\u0001\u0002', 'photo.png'],
  ])('is never %s, whatever its name', (content, fileName) => {
    expect(sniff(new TextEncoder().encode(content), fileName).is).toBe('unknown')
  })
})
