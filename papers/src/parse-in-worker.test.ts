import { afterAll, describe, expect, it } from 'vitest'
import { minimalDocx, paragraph } from '../testing/minimal-docx.ts'
import { fuzzedFile } from '../testing/fuzz/fuzzed-file.ts'
import { parseDocument } from './parse.ts'
import { ParsePool } from './parse-in-worker.ts'
import { writeWorkbook } from './sheets/write-workbook.ts'

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

describe('a workbook of ten thousand rows', () => {
  it('is read in a quarter of a gigabyte, the tables of the reader included', async () => {
    const columns = ['序号', '意见内容', '责任单位', '整改措施', '整改时限', '责任人', '进展情况']
    const workbook = writeWorkbook(
      {
        name: '问题清单',
        title: '问题清单',
        note: '',
        columns: columns.map((heading) => ({ heading, kind: 'text', width: 20 })),
      },
      '',
    )
    const rows = Array.from({ length: 10_000 }, (_, place) => [
      String(place + 1),
      `第${place + 1}处村道破损，群众反映多次，至今没有明确答复。请说明由谁负责、什么时候办结。`,
      `县第${place % 40}局`,
      '分段检漏，更换老旧支管，每月公布一次进度，接受群众监督。',
      '2026年12月31日前',
      '邵立群',
      '已完成现场排查，第一批点位动工，群众代表到场查看。',
    ])
    const bytes = Buffer.concat([workbook.rows(rows), workbook.end()])
    // Measured: 170 to 190 MB; more than 300 where the engine lets lie what it no longer needs.
    const pool = new ParsePool({ processes: 1, residentMegabytes: 250 })
    try {
      const read = await pool.parse(bytes)
      expect(read.ok && read.value.items.length).toBe(10_000)
    } finally {
      await pool.close()
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
