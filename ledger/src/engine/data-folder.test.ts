import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scratchFolder } from '../../testing/scratch-folder.ts'
import { openDataFolder } from './data-folder.ts'

describe('the data folder', () => {
  it('is made on first use, for its owner alone, and says which version wrote it', async () => {
    await using scratch = await scratchFolder()
    const path = join(scratch.path, '落实 数据', 'data')
    const opened = await openDataFolder(path, '1.2.3')
    expect(opened).toEqual({ ok: true, value: { path, writtenBy: '1.2.3' } })
    expect((await stat(path)).mode & 0o777).toBe(0o700)
    expect(JSON.parse(await readFile(join(path, 'luoshi.json'), 'utf8'))).toMatchObject({
      version: '1.2.3',
      format: 1,
    })
  })

  it('is refused, not waited for, where no folder can be made', async () => {
    // A file is in the way on any system; on Linux /proc refuses in the way that Node's own mkdir never comes back from.
    await using scratch = await scratchFolder()
    await writeFile(join(scratch.path, 'file'), '')
    for (const path of [join(scratch.path, 'file', 'data'), '/proc/luoshi/data']) {
      expect(await openDataFolder(path)).toMatchObject({ ok: false })
    }
  })

  it('is taken over by a newer program, which leaves its own version', async () => {
    await using scratch = await scratchFolder()
    await openDataFolder(scratch.path, '1.9.9')
    const opened = await openDataFolder(scratch.path, '1.10.0')
    expect(opened).toMatchObject({ ok: true, value: { writtenBy: '1.9.9' } })
    expect(await readFile(join(scratch.path, 'luoshi.json'), 'utf8')).toContain('"1.10.0"')
  })

  it('is refused by an older program, which changes nothing and names both versions', async () => {
    await using scratch = await scratchFolder()
    await openDataFolder(scratch.path, '2.0.0')
    const before = await readFile(join(scratch.path, 'luoshi.json'), 'utf8')
    const opened = await openDataFolder(scratch.path, '1.99.0')
    expect(opened).toMatchObject({ ok: false, refusal: { code: 'data-folder-newer' } })
    expect(opened.ok ? '' : opened.refusal.zh).toMatch(/2\.0\.0.*1\.99\.0/u)
    expect(await readFile(join(scratch.path, 'luoshi.json'), 'utf8')).toBe(before)
  })

  it('is refused when a later format is recorded, whatever the version says', async () => {
    await using scratch = await scratchFolder()
    const mark = { version: '0.0.1', format: 2 }
    await writeFile(join(scratch.path, 'luoshi.json'), JSON.stringify(mark))
    const opened = await openDataFolder(scratch.path, '1.0.0')
    expect(opened).toMatchObject({ ok: false, refusal: { code: 'data-folder-newer' } })
  })

  it.each(['', '{', '[]', '{"version":1}', '{"version":"new","format":1}'])(
    'is refused when its mark reads %j',
    async (text) => {
      await using scratch = await scratchFolder()
      await writeFile(join(scratch.path, 'luoshi.json'), text)
      const opened = await openDataFolder(scratch.path)
      expect(opened).toMatchObject({ ok: false, refusal: { code: 'data-folder-damaged' } })
    },
  )

  it('is refused by name when its place is taken by a file', async () => {
    await using scratch = await scratchFolder()
    await mkdir(join(scratch.path, 'a'))
    await writeFile(join(scratch.path, 'a', 'file'), '')
    const opened = await openDataFolder(join(scratch.path, 'a', 'file', 'data'))
    expect(opened).toMatchObject({ ok: false, refusal: { code: 'data-folder-unusable' } })
  })

  it("is not somebody's folder of documents, which is left as it was", async () => {
    await using scratch = await scratchFolder()
    const path = join(scratch.path, '我的文档')
    await mkdir(path, { mode: 0o755 })
    await writeFile(join(path, '报告.docx'), '')
    const opened = await openDataFolder(path)
    expect(opened).toMatchObject({ ok: false, refusal: { code: 'data-folder-foreign' } })
    expect(opened.ok ? '' : opened.refusal.zh).toContain('报告.docx')
    expect(await readdir(path)).toEqual(['报告.docx'])
    expect((await stat(path)).mode & 0o777).toBe(0o755)
  })

  it.each(['lost+found', '.DS_Store', '._data', 'Thumbs.db', '.Trash-1000', '@eaDir', '.snapshot'])(
    'is empty with %s in it, which systems leave by themselves',
    async (name) => {
      await using scratch = await scratchFolder()
      await writeFile(join(scratch.path, name), '')
      expect(await openDataFolder(scratch.path)).toMatchObject({ ok: true })
    },
  )

  it.each([
    ['pg18', '说明.txt'],
    ['luoshi.json.0f8c', '说明.txt'],
    ['keys', 'files'],
  ])('stays ours where its mark is gone and %s is there', async (...names) => {
    await using scratch = await scratchFolder()
    for (const name of names) await mkdir(join(scratch.path, name))
    expect(await openDataFolder(scratch.path)).toMatchObject({ ok: true })
  })

  it.each(['.bashrc', 'pg_hba.conf', 'lost+found.txt', 'luoshi'])(
    'is not a folder that holds %s',
    async (name) => {
      await using scratch = await scratchFolder()
      await writeFile(join(scratch.path, name), '')
      expect(await openDataFolder(scratch.path)).toMatchObject({
        ok: false,
        refusal: { code: 'data-folder-foreign' },
      })
    },
  )
})
