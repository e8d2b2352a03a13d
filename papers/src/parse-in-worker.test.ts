import { afterAll, describe, expect, it } from 'vitest'
import { minimalDocx, paragraph } from '../testing/minimal-docx.ts'
import { fuzzedFile } from '../testing/fuzz/fuzzed-file.ts'
import { parseDocument } from './parse.ts'
import { ParsePool } from './parse-in-worker.ts'

const papers = Array.from({ length: 5 }, (_, n) =>
  minimalDocx({ body: paragraph(`一、第${n}个站缺水。`) }),
)
const long = new TextEncoder().encode('評(píng)議會(huì)結(jié)束后,要抓緊整改。\n'.repeat(15_000))

describe('reading in a process of its own', () => {
  const pool = new ParsePool()
  afterAll(() => pool.close())

  it('gives what reading here gives, several at once', async () => {
    const answers = await Promise.all(papers.map((bytes) => pool.parse(bytes)))
    expect(answers).toEqual(await Promise.all(papers.map((bytes) => parseDocument(bytes))))
  })

  it('leaves the bytes with the caller, and refusals as they are', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7')
    expect(await pool.parse(bytes)).toEqual(await parseDocument(bytes))
    expect(bytes.byteLength).toBe(8)
  })
})

describe('a paper whose failure the library lets go of', () => {
  it('is told as damaged, and the next one is read', async () => {
    const pool = new ParsePool({ processes: 1 })
    // Found by `npm run fuzz`, seed 3.
    const found = await pool.parse(fuzzedFile('pdf', 3_000_908), { fileName: '意见.pdf' })
    expect(found.ok ? 'read' : found.refusal.code).toBe('damaged-file')
    expect(await pool.parse(papers[0] ?? new Uint8Array())).toMatchObject({ ok: true })
    await pool.close()
  }, 60_000)
})

describe('a process that nobody asks', () => {
  it('is ended, and the next upload gets another one', async () => {
    const limits = { processes: 1, idleMilliseconds: 1 }
    const pool = new ParsePool(limits)
    const [paper = new Uint8Array()] = papers
    for (let upload = 0; upload < 2; upload += 1) {
      expect(await pool.parse(paper)).toMatchObject({ ok: true })
      await expect.poll(() => pool.processes(), { timeout: 30_000 }).toBe(0)
    }
  }, 60_000)
})

describe('a paper that takes too much', () => {
  it('is given up after the time limit, and the next one is read by another process', async () => {
    const pool = new ParsePool({ processes: 1, milliseconds: 1 })
    const answers = await Promise.all([pool.parse(long), pool.parse(long)])
    await pool.close()
    expect(answers.map((answer) => (answer.ok ? 'read' : answer.refusal.code))).toEqual([
      'took-too-long',
      'took-too-long',
    ])
  })

  it('is given up when it holds too much outside the heap', async () => {
    const pool = new ParsePool({ processes: 1, residentMegabytes: 1 })
    const answer = await pool.parse(long)
    await pool.close()
    expect(answer.ok ? 'read' : answer.refusal.code).toBe('needs-too-much')
  })

  it('is given up at the memory limit', async () => {
    const pool = new ParsePool({ processes: 1, heapMegabytes: 24 })
    const answer = await pool.parse(long)
    await pool.close()
    expect(answer.ok ? 'read' : answer.refusal.code).toBe('needs-too-much')
  })
})
