/** The demo county through the command line: listed, exported, verified by a stranger, backed up and restored. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { paperKinds } from '@luoshi/domain/papers/paper-kinds'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEngine, type Engine } from '@luoshi/ledger/engine/embedded-engine'
import { editCell } from '../../../papers/testing/edit-sheet.ts'
import { onlyValue, tryLuoshi, type Said } from '../../testing/try-luoshi.ts'

let folder = ''
let data = ''
let proof = ''
let engine: Engine
const file = (name: string) => join(folder, name)
const inDemo = (...args: string[]) => tryLuoshi([...args, '--data', data, '--json'])

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi 清禾 '))
  data = file('数据 文件夹')
  proof = file('证明.jsonl')
  expect((await inDemo('demo', '--load-only')).exit).toBe(0)
  // Commands join the engine that runs already, as they do beside a server; starting it is not what is looked at here.
  const started = await startEngine({ dataDir: data })
  if (!started.ok) throw new Error(started.refusal.en)
  engine = started.value
  expect((await inDemo('export', 'proof', '--out', proof)).exit).toBe(0)
}, 180_000)
afterAll(async () => {
  await engine?.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('luoshi demo --load-only', () => {
  it('done twice leaves the county as it is', async () => {
    const again = await inDemo('demo', '--load-only')
    expect(again.exit).toBe(0)
    expect(onlyValue(again)).toEqual({ ok: true, loaded: false })
  })

  it('is not taken for whole where it was cut off', async () => {
    const mark = join(data, 'demo.unfinished')
    await writeFile(mark, '')
    const said = await inDemo('demo', '--load-only')
    expect(said.exit).toBe(1)
    expect(onlyValue(said)).toMatchObject({ ok: false, code: 'demo-cut-off' })
    await rm(mark)
  })
})

describe('luoshi paper make', () => {
  it('makes every kind from one appraisal of the demo county', async () => {
    const rows = rowsOf(onlyValue(await inDemo('ledger', 'list')))
    const found = rows.find(({ appraisalTitle }) => String(appraisalTitle).includes('宁海川'))
    const appraisal = String(found?.['appraisal'])
    for (const kind of paperKinds) {
      const out = file(`${kind}.docx`)
      const made = await inDemo('paper', 'make', kind, '--appraisal', appraisal, '--out', out)
      expect(onlyValue(made)).toMatchObject({ ok: true, kind })
    }
  }, 60_000)
})

describe('luoshi ballot verify', () => {
  it('counts again what the demo county published of its secret ballot', async () => {
    const [ballot = ''] = await readdir(join(data, 'ballots'))
    const said = await tryLuoshi(['ballot', 'verify', join(data, 'ballots', ballot), '--json'])
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toMatchObject({ ok: true, ballots: 28 })
  })
})

describe('luoshi evidence', () => {
  it('finds every file of the demo sound, and misses one that is gone', async () => {
    const checked = onlyValue(await inDemo('evidence', 'check'))
    expect(checked).toMatchObject({ ok: true, damaged: [], missing: [] })
    const [name] = (await readdir(join(data, 'files'), { recursive: true })).filter((one) =>
      /[0-9a-f]{64}$/.test(one),
    )
    const path = join(data, 'files', name ?? '')
    await rename(path, file('weg'))
    const amiss = await inDemo('evidence', 'check')
    expect(amiss.exit).toBe(1)
    expect(onlyValue(amiss)).toMatchObject({ ok: false, missing: [basename(path)] })
    await rename(file('weg'), path)
  })

  it('does not move anywhere without being told where', async () => {
    expect((await inDemo('evidence', 'copy', '--to', 'moon')).exit).toBe(2)
    expect(onlyValue(await inDemo('evidence', 'copy', '--to', 's3'))).toMatchObject({
      code: 'bad-store-setting',
    })
  })
})

describe('luoshi ledger list of a folder without a ledger', () => {
  it('is an empty list, and says what to do', async () => {
    const fresh = file('还没有台账')
    const told = await tryLuoshi(['ledger', 'list', '--data', fresh, '--json'])
    expect(told.exit).toBe(0)
    expect(onlyValue(told)).toEqual({ total: 0, asOf: null, rows: [] })
    expect(told.err).toContain('luoshi serve')
    const named = ['ledger', 'list', '--data', fresh, '--congress', '别的县', '--json']
    expect(await tryLuoshi(named)).toMatchObject({ exit: 1 })
  })

  it('touches no folder of other things', async () => {
    await mkdir(file('我的文档'))
    await writeFile(join(file('我的文档'), '报告.docx'), '')
    const refused = await tryLuoshi(['ledger', 'list', '--data', file('我的文档'), '--json'])
    expect(refused.exit).toBe(1)
    expect(onlyValue(refused)).toMatchObject({ ok: false, code: 'data-folder-foreign' })
    expect(await readdir(file('我的文档'))).toEqual(['报告.docx'])
  })
})

describe('luoshi recover', () => {
  it('prints a link for an administrator who forgot the password, and for nobody it does not know', async () => {
    const said = onlyValue(await inDemo('recover', 'admin', '--url', 'https://a.example/console'))
    expect(said).toMatchObject({
      ok: true,
      link: expect.stringMatching(/^https:\/\/a\.example\/accept-invitation\?token=[\w-]{40,}$/),
    })
    const none = await inDemo('recover', 'nobody')
    expect(none.exit).toBe(1)
    expect(onlyValue(none)).toMatchObject({ ok: false, code: 'account-unknown' })
    expect((await inDemo('recover')).exit).toBe(2)
    expect((await inDemo('recover', 'admin', '--url', 'a place')).exit).toBe(2)
  })
})

describe('luoshi ledger list', () => {
  const list = (...args: string[]) => inDemo('ledger', 'list', ...args)
  const total = async (...args: string[]) => totalOf(await list(...args))

  it('lists every matter', async () => {
    const all = onlyValue(await list())
    expect(all).toHaveProperty('rows.length', await total())
    expect(await total()).toBeGreaterThanOrEqual(60)
  })

  it('narrows by each condition', async () => {
    const all = await total()
    for (const where of ['status=issued,received', 'text=水', 'phase=during', 'late=1'])
      expect(await total('--where', where)).toBeLessThan(all)
    expect((await total('--where', 'late=1')) > 0).toBe(true)
    expect(await total('--where', 'text=水;late=0')).toBe(await total('--where', 'text=水&late=0'))
  })

  it.each([
    'colour=red',
    'status=nonsense',
    'unit=x',
    'late=maybe',
    'text=',
    'text=%',
    'phase=',
    'status',
  ])('does not understand the condition %s', async (where) => {
    const said = await list('--where', where)
    expect(said.exit).toBe(2)
    expect(onlyValue(said)).toMatchObject({ code: 'not-understood' })
  })

  it('lists as things stood: nothing before the first event, everything now', async () => {
    expect(await total('--as-of', '2001-01-01')).toBe(0)
    expect(await total('--as-of', '2001-01-01T08:00:00Z')).toBe(0)
    expect(await total('--as-of', '2999-01-01T08:00:00.000+08:00')).toBe(await total())
  })

  it('reads a moment without an offset as one in China', async () => {
    const asked = onlyValue(await list('--as-of', '2026-03-01T08:00'))
    expect(asked).toHaveProperty('asOf', '2026-03-01T00:00:00.000Z')
  })

  it.each(['yesterday', '5', '2026-02-30', '2026-02-30T08:00:00Z', '2026-03-01T25:00:00Z', ''])(
    'does not understand the moment “%s”',
    async (asOf) => expect((await list('--as-of', asOf)).exit).toBe(2),
  )
})

describe('luoshi ledger export and import --preview', () => {
  const sheet = (layout: string) => file(`台账-${layout}.xlsx`)

  it.each(['yunyang', 'full', 'problems', 'tasks', 'duties', 'plans'])(
    'writes the form %s, and finds nothing changed in it',
    async (layout) => {
      const out = sheet(layout)
      const done = await inDemo('ledger', 'export', '--layout', layout, '--out', out)
      expect(onlyValue(done)).toMatchObject({ ok: true, layout })
      const all = totalOf(await inDemo('ledger', 'list'))
      expect(onlyValue(await inDemo('ledger', 'import', out, '--preview'))).toMatchObject({
        new: [],
        changed: [],
        removed: [],
        conflicts: [],
        unchanged: all,
      })
    },
  )

  it('applies what was changed in a sheet, in somebody’s name and with their rights', async () => {
    const list = await inDemo('ledger', 'list', '--where', 'status=inProgress')
    const [matter] = rowsOf(onlyValue(list)).filter(({ unitName }) =>
      String(unitName).includes('水利局'),
    )
    const [id, number] = [String(matter?.['id']), String(matter?.['number'])]
    const changed = file('改过的台账.xlsx')
    const grown = (words: string) => `${words}\n表里续写：又换管两公里。`.trim()
    // 进展情况 is the fourteenth column of the full form.
    await writeFile(
      changed,
      editCell(await readFile(sheet('full')), { name: id, column: 'N' }, grown),
    )
    const apply = ['ledger', 'import', changed, '--apply', number]
    expect(onlyValue(await inDemo(...apply, '--as', 'clerk'))).toMatchObject({
      cells: [{ outcome: 'refused', by: 'forbidden' }],
    })
    expect(onlyValue(await inDemo(...apply, '--as', 'water'))).toMatchObject({
      cells: [{ outcome: 'applied', by: 'ReportProgress' }],
      left: 0,
    })
    const own = await inDemo('ledger', 'export', '--layout', 'own:没有', '--out', file('x.xlsx'))
    expect(onlyValue(own)).toMatchObject({ code: 'layout-unknown' })
    expect((await inDemo('ledger', 'import', changed, '--apply', 'some')).exit).toBe(2)
  })

  it('writes CSV for machines', async () => {
    const out = file('台账.csv')
    expect((await inDemo('ledger', 'export', '--format', 'csv', '--out', out)).exit).toBe(0)
    expect(await readFile(out, 'utf8')).toMatch(/^\uFEFF编号,事项,/)
  })

  it('does not understand an unknown form, no file name, or an import that would write', async () => {
    const out = file('无.xlsx')
    for (const args of [
      ['export', '--layout', 'mine', '--out', out],
      ['export', '--format', 'pdf', '--out', out],
      ['export', '--layout', 'full'],
      ['import', sheet('full')],
      ['import', file('没有.xlsx'), '--preview'],
    ])
      expect((await inDemo('ledger', ...args)).exit).toBe(2)
  })

  it('refuses a file that is no ledger of ours, and a folder it may not write to', async () => {
    expect((await inDemo('ledger', 'import', proof, '--preview')).exit).toBe(1)
    const nowhere = join(folder, '没有这个文件夹', '台账.xlsx')
    const said = await inDemo('ledger', 'export', '--out', nowhere)
    expect(said.exit).toBe(1)
    expect(onlyValue(said)).toMatchObject({ code: 'file-unwritable' })
  })
})

describe('luoshi verify', () => {
  const verify = (path: string, ...more: string[]) =>
    tryLuoshi(['verify', path, ...more, '--json'], { DATABASE_URL: 'nowhere' })
  const altered = async (change: (lines: string[]) => string[]) => {
    const lines = (await readFile(proof, 'utf8')).trimEnd().split('\n')
    await writeFile(file('改.jsonl'), `${change(lines).join('\n')}\n`)
    return verify(file('改.jsonl'))
  }
  const middle = (lines: readonly string[]) => Math.floor(lines.length / 2)

  it('passes, with raised = matters + exits', async () => {
    const said = await verify(proof)
    expect(said.exit).toBe(0)
    const found = onlyValue(said)
    expect(found).toMatchObject({ ok: true, failures: [] })
    const { opinions, matters, exits } = numbersOf(found)
    expect(opinions).toBe(matters + exits)
    expect(opinions).toBeGreaterThanOrEqual(60)
  })

  it.each<[string, (lines: string[]) => string[]]>([
    ['a character flipped', (all) => all.with(middle(all), flip(all[middle(all)] ?? ''))],
    ['a line gone', (all) => all.toSpliced(middle(all), 1)],
    ['two lines in the other order', (all) => swap(all, middle(all))],
    ['a checkpoint flipped', (all) => all.with(1, flip(all[1] ?? ''))],
    ['its end cut off', (all) => all.slice(0, -5)],
    ['nothing but garbage', () => ['{]', '不是证明']],
  ])('fails a file with %s, and names the place', async (_what, change) => {
    const said = await altered(change)
    expect(said.exit).toBe(1)
    expect(onlyValue(said)).toMatchObject({ ok: false })
    expect(onlyValue(said)).toHaveProperty('failures.0', {
      leaf: expect.any(Number),
      why: expect.any(String),
      code: expect.any(String),
      en: expect.any(String),
    })
  })

  it('fails an empty file, a foreign key, and an unreadable older checkpoint', async () => {
    await writeFile(file('空.jsonl'), '')
    expect((await verify(file('空.jsonl'))).exit).toBe(1)
    expect((await verify(proof, '--vkey', 'luoshi.example+00000000+AAAA')).exit).toBe(1)
    expect((await verify(proof, '--against', file('空.jsonl'))).exit).toBe(1)
  })

  it('passes against any checkpoint kept from the same history, and fails against a later one', async () => {
    const later = file('后来.jsonl')
    await writeFile(file('又一条.txt'), '1. 泵站值守没有记录。\n')
    const [matter] = rowsOf(onlyValue(await inDemo('ledger', 'list')))
    expect(matter).toBeDefined()
    const appraisal = String(matter?.['appraisal'])
    const confirmed = ['import', file('又一条.txt'), '--confirm', '--appraisal', appraisal]
    expect((await inDemo(...confirmed)).exit).toBe(0)
    expect((await inDemo('export', 'proof', '--out', later)).exit).toBe(0)
    const keep = async (from: string, name: string) => {
      const lines = (await readFile(from, 'utf8')).split('\n')
      const notes = lines.slice(1).flatMap((line) => noteOf(line))
      await writeFile(file(name), notes.at(-1) ?? '')
      return file(name)
    }
    const [older, newer] = [await keep(proof, '旧检查点'), await keep(later, '新检查点')]
    expect((await verify(later, '--against', older)).exit).toBe(0)
    expect((await verify(proof, '--against', newer)).exit).toBe(1)
  })

  it('does not understand a file that is not there', async () => {
    expect((await verify(file('没有'))).exit).toBe(2)
    expect((await verify(folder)).exit).toBe(2)
    expect((await verify(proof, '--against', file('没有'))).exit).toBe(2)
  })
})

describe('luoshi paper verify', () => {
  it('says offline that a paper of the county is whole and registered, and that a proof of before knows it not', async () => {
    const [matter] = rowsOf(onlyValue(await inDemo('ledger', 'list')))
    const paper = file('意见书.docx')
    const appraisal = String(matter?.['appraisal'])
    const made = await inDemo(
      'paper',
      'make',
      'three-lists',
      '--appraisal',
      appraisal,
      '--out',
      paper,
    )
    expect(made.exit).toBe(0)
    const later = file('出文后.jsonl')
    expect((await inDemo('export', 'proof', '--out', later)).exit).toBe(0)
    const verify = (against: string) =>
      tryLuoshi(['paper', 'verify', paper, '--proof', against, '--json'], {
        DATABASE_URL: 'nowhere',
      })
    const said = await verify(later)
    expect(onlyValue(said)).toMatchObject({
      ok: true,
      status: 'whole',
      ledger: { status: 'registered', standing: 'latest' },
    })
    expect(said.exit).toBe(0)
    const before = await verify(proof)
    expect(before.exit).toBe(1)
    expect(onlyValue(before)).toMatchObject({ ok: false, ledger: { status: 'unknown' } })
  })
})

describe('luoshi archive', () => {
  const zip = () => file('归档.zip')
  const verify = (path: string, ...more: string[]) =>
    tryLuoshi(['archive', 'verify', path, ...more, '--json'], { DATABASE_URL: 'nowhere' })
  let parts: Record<string, Uint8Array> = {}
  const named = (start: string, end: string) =>
    Object.keys(parts).find((name) => name.startsWith(start) && name.endsWith(end)) ?? ''
  const tampered = async (change: (all: Record<string, Uint8Array>) => void) => {
    const all = { ...parts }
    change(all)
    await writeFile(file('动过.zip'), zipSync(all, { level: 0 }))
    const said = await verify(file('动过.zip'))
    expect(said.exit).toBe(1)
    return onlyValue(said)
  }

  it('makes one that verifies offline, and never overwrites', async () => {
    const rows = rowsOf(onlyValue(await inDemo('ledger', 'list')))
    const appraisal = String(rows.find(({ status }) => status === 'closed')?.['appraisal'])
    const made = await inDemo('archive', 'make', '--appraisal', appraisal, '--out', zip())
    expect(made.exit).toBe(0)
    const { manifest } = { manifest: '', ...Object(onlyValue(made)) }
    const said = await verify(zip(), '--manifest', String(manifest))
    expect(onlyValue(said)).toMatchObject({ ok: true, faults: [], manifest })
    expect(said.exit).toBe(0)
    const again = await inDemo('archive', 'make', '--appraisal', appraisal, '--out', zip())
    expect(onlyValue(again)).toMatchObject({ ok: false, code: 'file-exists' })
    parts = unzipSync(await readFile(zip()))
    expect(named('4-佐证材料/', '')).not.toBe('')
  }, 60_000)

  it('names what was changed, taken away and added', async () => {
    const [evidence, ledger, paper] = [
      named('4-佐证材料/', ''),
      named('3-台账/', ''),
      named('2-公文/', '.docx'),
    ]
    expect(
      await tampered((all) => (all[evidence] = new TextEncoder().encode('另一份'))),
    ).toMatchObject({
      faults: [{ file: evidence, fault: 'changed' }],
    })
    expect(await tampered((all) => delete all[ledger])).toMatchObject({
      faults: [{ file: ledger, fault: 'missing' }],
    })
    expect(await tampered((all) => (all['4-佐证材料/补.txt'] = new Uint8Array(3)))).toMatchObject({
      faults: [{ file: '4-佐证材料/补.txt', fault: 'added' }],
    })
    const other = named('2-公文/002', '.docx')
    expect(await tampered((all) => (all[paper] = all[other] ?? new Uint8Array()))).toMatchObject({
      faults: [{ file: paper, fault: 'changed' }],
    })
  })

  it('names a paper that was rewritten together with the list of hashes, and a list that is another', async () => {
    const paper = named('2-公文/', '.docx')
    const inside = unzipSync(parts[paper] ?? new Uint8Array())
    const text = new TextDecoder().decode(inside['word/document.xml']).replace('同志', '先生')
    const forged = zipSync({ ...inside, 'word/document.xml': new TextEncoder().encode(text) })
    const list = '9-文件清单-SHA256.txt'
    const digest = createHash('sha256').update(forged).digest('hex')
    const relisted = new TextDecoder()
      .decode(parts[list])
      .split('\n')
      .map((line) => (line.endsWith(paper) ? `${digest}  ${paper}` : line))
      .join('\n')
    const found = await tampered((all) => {
      all[paper] = forged
      all[list] = new TextEncoder().encode(relisted)
    })
    expect(found).toMatchObject({ faults: [{ file: paper, fault: 'paper-altered' }] })
    const said = await verify(zip(), '--manifest', '0'.repeat(64))
    expect(onlyValue(said)).toMatchObject({ faults: [{ file: list, fault: 'manifest-differs' }] })
    expect(await tampered((all) => delete all[list])).toMatchObject({
      faults: [{ fault: 'manifest-missing' }],
    })
    await writeFile(file('不是.zip'), '不是压缩文件')
    expect(onlyValue(await verify(file('不是.zip')))).toMatchObject({
      faults: [{ fault: 'not-an-archive' }],
    })
  })
})

describe('luoshi import', () => {
  it('leaves a document for review, in the name of an account that exists', async () => {
    await writeFile(file('意见.txt'), '1. 河道清淤不及时。\n2. 水质检测没有公示。\n')
    const said = await inDemo('import', file('意见.txt'))
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toMatchObject({ ok: true, items: 2 })
    const stranger = await inDemo('import', file('意见.txt'), '--as', 'nobody')
    expect(stranger.exit).toBe(1)
    expect(onlyValue(stranger)).toMatchObject({ ok: false, code: 'account-not-found' })
    expect((await inDemo('import', file('意见.txt'), '--confirm')).exit).toBe(2)
  })

  it('is shown to the virus scanner first: while that is away nothing is read', async () => {
    const env = { LUOSHI_CLAMD: `unix:${file('niemand.ctl')}` }
    for (const asked of [
      ['import', file('意见.txt')],
      ['ledger', 'import', file('意见.txt'), '--preview'],
    ]) {
      const said = await tryLuoshi([...asked, '--data', data, '--json'], env)
      expect(onlyValue(said)).toMatchObject({ ok: false, code: 'scanner-away' })
    }
  })
})

describe('luoshi backup and restore', () => {
  it('brings everything back in an empty folder, and only there', async () => {
    const before = file('备份时.jsonl')
    expect((await inDemo('export', 'proof', '--out', before)).exit).toBe(0)
    expect((await inDemo('backup', '--out', file('备份'))).exit).toBe(0)
    const restore = (from: string, to: string) =>
      tryLuoshi(['restore', file(from), '--data', to, '--json'])
    expect((await restore('备份', data)).exit).toBe(1)
    const fresh = file('新 文件夹')
    const bytes = await readFile(file('备份'))
    const at = Math.floor(bytes.length / 2)
    await writeFile(file('坏备份'), bytes.with(at, (bytes[at] ?? 0) ^ 1))
    expect((await restore('坏备份', fresh)).exit).toBe(1)
    // As after any command that was tried in the new folder before.
    await mkdir(join(fresh, 'keys'), { recursive: true })
    await writeFile(join(fresh, 'keys', 'sealing.key'), Buffer.alloc(32, 7).toString('base64'))
    expect((await restore('备份', fresh)).exit).toBe(0)

    const again = file('再证明.jsonl')
    const args = ['export', 'proof', '--out', again, '--data', fresh, '--json']
    expect((await tryLuoshi(args)).exit).toBe(0)
    const [once, twice] = await Promise.all(
      [before, again].map(async (one) =>
        numbersOf(onlyValue(await tryLuoshi(['verify', one, '--json']))),
      ),
    )
    expect(twice).toMatchObject({ ok: true, opinions: once?.opinions, matters: once?.matters })
  }, 60_000)
})

describe('a place that cannot be used', () => {
  it('is refused with a sentence', async () => {
    for (const args of [
      ['export', 'proof', '--out', file('无/此/处')],
      ['backup', '--out', file('无/此/处')],
    ]) {
      const said = await inDemo(...args)
      expect(said.exit).toBe(1)
      expect(onlyValue(said)).toMatchObject({
        ok: false,
        code: expect.stringMatching(/-unwritable$/),
      })
    }
    const url = { DATABASE_URL: 'postgres://luoshi:x@127.0.0.1:1/luoshi' }
    const unreachable = await tryLuoshi(['ledger', 'list', '--data', file('别处'), '--json'], url)
    expect(unreachable.exit).toBe(1)
    expect(onlyValue(unreachable)).toMatchObject({ code: 'database-unreachable' })
  })
})

function rowsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  const rows: unknown = Object.entries(value ?? {}).find(([name]) => name === 'rows')?.[1]
  return Array.isArray(rows) ? rows : []
}

/** The signed note in a line of a proof file; none when the line is no checkpoint. */
function noteOf(line: string): readonly string[] {
  if (!line.includes('"checkpoint"') && !line.includes('"note"')) return []
  const value: unknown = JSON.parse(line)
  const entries = Object.entries(value ?? {})
  return entries.flatMap(([, one]) =>
    typeof one === 'string' && one.includes('\n\n— ') ? [one] : [],
  )
}

function totalOf(said: Said): number {
  const value = onlyValue(said)
  return typeof value === 'object' && value !== null && 'total' in value ? Number(value.total) : NaN
}

function numbersOf(found: unknown) {
  const of = (key: string): unknown =>
    Object.entries(found ?? {}).find(([name]) => name === key)?.[1]
  const [opinions, matters, exits] = ['opinions', 'matters', 'exits'].map((key) => Number(of(key)))
  return { ok: of('ok'), opinions: opinions ?? NaN, matters: matters ?? NaN, exits: exits ?? NaN }
}

/** Another character at the heart of a line: still JSON, no longer true. */
function flip(line: string): string {
  return line.replace(/[0-9a-f](?=[^0-9a-f]*$)/u, (one) => (one === '0' ? '1' : '0'))
}

function swap(lines: readonly string[], at: number): string[] {
  const [one = '', other = ''] = lines.slice(at, at + 2)
  return lines.toSpliced(at, 2, other, one)
}
