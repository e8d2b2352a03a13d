import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-rulebook-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(content: string): Promise<string> {
  const name = join(folder, `${Math.trunc(performance.now() * 1000)}.json`)
  await writeFile(name, content)
  return name
}

const shown = async (key: string) =>
  (await tryLuoshi(['rulebook', 'show', key, '--json'])).out[0] ?? ''

describe('luoshi rulebook', () => {
  it('lists what is shipped', async () => {
    expect(onlyValue(await tryLuoshi(['rulebook', 'list', '--json']))).toContainEqual(
      expect.objectContaining({ key: 'shiquan', name: '石泉式（严格循环）' }),
    )
  })

  it('shows each setting with its source, and marks what nobody has verified', async () => {
    const { exit, out } = await tryLuoshi(['rulebook', 'show', 'nanchang'])
    expect(exit).toBe(0)
    expect(out.join('\n')).toContain('整改方案报送时限：自收到之日起15日内')
    expect(out.join('\n')).toContain('［未核实］')
  })

  it('takes back what it showed', async () => {
    const said = await tryLuoshi(['rulebook', 'check', await file(await shown('xiping')), '--json'])
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toMatchObject({ ok: true, key: 'xiping', findings: [], defaults: [] })
  })

  it('takes one back that an editor of Windows has saved', async () => {
    const saved = `\uFEFF${(await shown('xiping')).replaceAll('\n', '\r\n')}`
    const said = await tryLuoshi(['rulebook', 'check', await file(saved), '--json'])
    expect(onlyValue(said)).toMatchObject({ ok: true, key: 'xiping' })
  })

  it('refuses one that contradicts itself, and says where', async () => {
    const book = JSON.parse(await shown('seed'))
    book.settings.planDue.value = { count: 1, unit: 'month', from: 'verdict' }
    const said = await tryLuoshi(['rulebook', 'check', await file(JSON.stringify(book)), '--json'])
    expect(said.exit).toBe(1)
    expect(onlyValue(said)).toMatchObject({
      ok: false,
      findings: [{ code: 'contradiction', key: 'planDue' }],
    })
  })

  it('does not understand a file that is not JSON, is missing, or a key it does not have', async () => {
    expect((await tryLuoshi(['rulebook', 'check', await file('第一条')])).exit).toBe(2)
    expect((await tryLuoshi(['rulebook', 'check', join(folder, 'none.json')])).exit).toBe(2)
    expect((await tryLuoshi(['rulebook', 'show', 'atlantis'])).exit).toBe(2)
    expect((await tryLuoshi(['rulebook'])).exit).toBe(2)
  })
})
