import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

const letter = `关于对县水务局局长述职评议的意见

一、存在的主要问题
（一）河道清淤不及时，请县水务局于2026年9月底前完成。
（二）农村饮水管网老化，水质检测没有公示。

二、意见建议
1. 建立河道巡查台账。
2. 每季度公示一次水质检测结果。
`

describe('luoshi parse', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luoshi 读文件 '))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const parse = async (name: string, bytes: string | Uint8Array) => {
    const file = join(folder, name)
    await writeFile(file, bytes)
    return tryLuoshi(['parse', file, '--json'])
  }

  it('answers in the promised shape', async () => {
    const said = await parse('意见.txt', letter)
    expect(said.exit).toBe(0)
    const parsed = onlyValue(said)
    expect(parsed).toMatchObject({
      encoding: 'utf-8',
      text: expect.stringContaining('河道清淤'),
      edits: expect.any(Array),
      flags: expect.any(Array),
    })
    for (const key of ['label', 'depth', 'title', 'text'])
      expect(parsed).toHaveProperty(`nodes.0.${key}`)
    expect(parsed).toHaveProperty('items.0.number')
    expect(parsed).toHaveProperty('items.0.text', expect.stringContaining('河道清淤'))
  })

  it('says the same of the same bytes', async () => {
    const once = await parse('一.txt', letter)
    const again = await parse('一.txt', letter)
    expect(again.out).toEqual(once.out)
  })

  it('refuses a file that is too large by the same rule as an upload, and does not understand a folder', async () => {
    const said = await parse('大.txt', new Uint8Array(20 * 1024 * 1024 + 1))
    expect(said.exit).toBe(1)
    expect(onlyValue(said)).toMatchObject({ ok: false, code: 'too-large' })
    expect((await tryLuoshi(['parse', folder, '--json'])).exit).toBe(2)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['an archive that breaks off', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0])],
  ])('refuses %s with a sentence', async (_what, bytes) => {
    const said = await parse('坏.docx', bytes)
    expect(said.exit).toBe(1)
    expect(onlyValue(said)).toMatchObject({
      ok: false,
      code: expect.any(String),
      zh: { what: expect.stringMatching(/。$/) },
    })
    expect(said.err).not.toContain('    at ')
  })

  it('bears 200 KB of brackets', async () => {
    const said = await parse('括号.txt', '（'.repeat(70_000))
    expect([0, 1]).toContain(said.exit)
    expect(onlyValue(said)).toBeTypeOf('object')
  })

  it.each(['没有这个文件.txt', '.'])('does not understand %s: it is no file', async (name) => {
    const said = await tryLuoshi(['parse', join(folder, name), '--json'])
    expect(said.exit).toBe(2)
    expect(onlyValue(said)).toMatchObject({ ok: false, code: 'not-understood' })
    expect(said.err).not.toMatch(/ENOENT|EISDIR/)
  })

  it('wants exactly one file', async () => {
    expect((await tryLuoshi(['parse'])).exit).toBe(2)
    expect((await tryLuoshi(['parse', 'a.txt', 'b.txt'])).exit).toBe(2)
  })
})
