/** The archive of an appraisal holds what whoever asks may read, and nothing that is sealed. */
import { gunzipSync } from 'node:zlib'
import { readDocx } from '@luoshi/papers/readers/read-docx'
import { openPackage } from '@luoshi/papers/readers/office-package'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { answered, testSite, type Browser, type TestSite } from '../../testing/test-site.ts'
import { getArchive, makeArchive, type ArchiveState } from '../contract/archives.ts'

let site: TestSite
let clerk: Browser
let files: Readonly<Record<string, Uint8Array>>
const secret = '姓毕的会计'
const interviewed = '路灯报修三次没有回音'

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  const { county } = site
  await county.handOver('城北路段路灯不亮', county.roads)
  const recorded = await clerk.send('POST', `/api/v1/appraisals/${county.appraisal}/inquiries`, {
    method: 'interview',
    on: county.clock.today(),
    place: '会议室',
    tookPart: '调查组甲、乙',
    whom: '',
    protectedName: secret,
    found: interviewed,
    ratings: null,
    evidence: [],
  })
  expect(recorded.status).toBe(200)
  files = unzipSync(await made())
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

const base = () => `/api/v1/appraisals/${site.county.appraisal}/archive-file`

async function made(): Promise<Uint8Array> {
  await answered(makeArchive, await clerk.send('POST', base(), {}))
  const ready = await vi.waitFor(
    async () => {
      const state: ArchiveState = await answered(getArchive, await clerk.get(base()))
      if (state.status !== 'ready') throw new Error(state.status)
      return state
    },
    { timeout: 60_000, interval: 100 },
  )
  const answer = await clerk.get(`${base()}/zip`)
  expect(answer.headers.get('content-length')).toBe(String(ready.size))
  return new Uint8Array(await answer.arrayBuffer())
}

/** Every word of the archive, as far as it is text. */
function words(): string {
  return Object.entries(files)
    .map(([name, bytes]) => {
      if (name.endsWith('.gz')) return gunzipSync(bytes).toString()
      const pack = /\.(docx|xlsx)$/.test(name) ? openPackage(bytes) : null
      if (!pack?.ok) return new TextDecoder().decode(bytes)
      const read = name.endsWith('.docx') ? readDocx(pack.value) : null
      const parts = pack.value.names.map((part) => {
        const one = pack.value.read(part)
        return one.ok ? new TextDecoder().decode(one.value) : ''
      })
      return `${parts.join('')}${read?.ok ? JSON.stringify(read.value) : ''}`
    })
    .join('\n')
}

describe('the archive of an appraisal', () => {
  it('holds papers in both formats, ledgers, catalogue, proof, how to check, and the list of hashes', () => {
    const names = Object.keys(files)
    expect(names).toEqual(
      expect.arrayContaining([
        '0-说明.txt',
        '1-归档目录.docx',
        '1-归档目录.pdf',
        '5-台账证明/台账证明.jsonl.gz',
        '9-文件清单-SHA256.txt',
      ]),
    )
    expect(names.filter((name) => name.startsWith('3-台账/'))).toHaveLength(6)
    const papers = names.filter((name) => name.startsWith('2-公文/'))
    expect(papers.length).toBeGreaterThan(0)
    expect(papers.filter((name) => name.endsWith('.pdf'))).toHaveLength(papers.length / 2)
    expect(words()).toContain('城北路段路灯不亮')
  })

  it('has nothing that is sealed: no record of an interview, no protected name, nobody’s words in the proof', () => {
    const all = words()
    expect(all).not.toContain(secret)
    expect(all).not.toContain(interviewed)
    const proof = gunzipSync(files['5-台账证明/台账证明.jsonl.gz'] ?? new Uint8Array()).toString()
    expect(proof).not.toContain('城北路段路灯不亮')
  })

  it('is the same file for the same state', async () => {
    const again = unzipSync(await made())
    expect(Object.keys(again)).toEqual(Object.keys(files))
    const differ = Object.entries(files).filter(
      ([name, bytes]) => Buffer.compare(again[name] ?? Buffer.of(), bytes) !== 0,
    )
    expect(differ.map(([name]) => name)).toEqual([])
  })

  it('is made for clerks, and one person’s is not another’s', async () => {
    const member = await site.as('member')
    expect((await member.send('POST', base(), {})).status).toBe(403)
    expect((await member.get(base())).status).toBe(403)
    expect((await member.get(`${base()}/zip`)).status).toBe(404)
    const other = await site.as('clerk')
    expect(await answered(getArchive, await other.get(base()))).toEqual({ status: 'none' })
    expect((await other.get(`${base()}/zip`)).status).toBe(404)
  })
})
