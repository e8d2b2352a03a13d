import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultTemplates } from '@luoshi/domain/papers/default-templates'
import { sealPaper } from '@luoshi/papers/identity/sealed-paper'
import { paperOf } from '@luoshi/papers/official/paper'
import { writeDocx } from '@luoshi/papers/docx/write-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

describe('luoshi paper lint', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luoshi 公文 '))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const paper = paperOf({
    title: '关于述职评议的意见',
    addressee: '县人民政府',
    body: [{ kind: 'paragraph', text: '请认真整改。' }],
  })
  const lint = async (name: string, bytes: Uint8Array) => {
    await writeFile(join(folder, name), bytes)
    return tryLuoshi(['paper', 'lint', join(folder, name), '--json'])
  }

  it('finds nothing in a paper of ours, and that is a success', async () => {
    const said = await lint('意见.docx', writeDocx(paper))
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toEqual({ ok: true, findings: [] })
  })

  it('says which rule, where, what stands there and what should', async () => {
    const body = [{ kind: 'line', text: '2026年09月04日' }] as const
    const said = await lint('日期.docx', writeDocx({ ...paper, body }))
    expect(said.exit).toBe(1)
    expect(onlyValue(said)).toMatchObject({
      ok: false,
      findings: [
        { rule: 'date-form', where: expect.stringContaining('段'), found: '2026年09月04日' },
      ],
    })
  })

  it('refuses what is no paper', async () => {
    const said = await lint('意见.txt', new TextEncoder().encode('意见'))
    expect(said.exit).toBe(1)
    expect(onlyValue(said)).toMatchObject({ ok: false, code: 'not-a-paper' })
    expect((await tryLuoshi(['paper', 'lint', join(folder, 'none.pdf')])).exit).toBe(2)
    expect((await tryLuoshi(['paper', 'frobnicate'])).exit).toBe(2)
  })
})

describe('luoshi paper verify', () => {
  it('tells a whole paper from an altered one and from one that has nothing to check', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-verify-'))
    const paper = paperOf({ title: '意见', body: [{ kind: 'paragraph', text: '请认真整改。' }] })
    const sealed = sealPaper('opinion-letter', defaultTemplates['opinion-letter'], paper)
    const mark = { status: 'issued', sealed, site: null } as const
    const said = async (name: string, bytes: Uint8Array) => {
      await writeFile(join(folder, name), bytes)
      return tryLuoshi(['paper', 'verify', join(folder, name), '--json'])
    }
    const whole = await said('真.docx', writeDocx(paper, mark))
    expect(whole.exit).toBe(0)
    expect(onlyValue(whole)).toMatchObject({ ok: true, status: 'whole', hash: sealed.hash })
    const other = { ...paper, body: [{ kind: 'paragraph', text: '请酌情整改。' }] } as const
    const altered = await said('假.docx', writeDocx(other, mark))
    expect(altered.exit).toBe(1)
    expect(onlyValue(altered)).toMatchObject({ ok: false, status: 'altered' })
    const draft = await said('草稿.docx', writeDocx(paper, { status: 'draft' }))
    expect(onlyValue(draft)).toMatchObject({ ok: false, status: 'unmarked' })
    await rm(folder, { recursive: true })
  })
})

describe('luoshi paper fonts', () => {
  it('says whether PDFs can be made, and what stands in for what', async () => {
    const said = await tryLuoshi(['paper', 'fonts', '--json'])
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toMatchObject({ ok: true, standIns: expect.any(Array) })
  }, 60_000)
})
