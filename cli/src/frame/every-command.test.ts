import { describe, expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'
import { runForPrograms } from './one-json-value.ts'

const names = [
  'serve',
  'demo',
  'parse',
  'import',
  'ledger',
  'paper',
  'archive',
  'rule',
  'effect',
  'survey',
  'rulebook',
  'ballot',
  'lot',
  'rights',
  'recover',
  'deadline',
  'export',
  'verify',
  'backup',
  'restore',
  'evidence',
  'bench',
]

describe('every command', () => {
  it.each(names)('%s tells its usage when asked, and that is a success', async (name) => {
    const said = await tryLuoshi([name, '--help'])
    expect(said.exit).toBe(0)
    expect(said.out.join('\n')).toContain(`luoshi ${name}`)
  })

  it.each(names)('%s does not understand an option it does not have', async (name) => {
    const said = await tryLuoshi([name, '--no-such-option'])
    expect(said.exit).toBe(2)
    expect(said.out).toEqual([])
    expect(said.err).toContain('--no-such-option')
    expect(said.err).toContain(`luoshi ${name}`)
  })

  it.each(names)('%s says so in one JSON value when a program asks', async (name) => {
    const said = await tryLuoshi([name, '--no-such-option', '--json'])
    expect(said.exit).toBe(2)
    expect(onlyValue(said)).toEqual({
      ok: false,
      code: 'not-understood',
      zh: { what: '没有 --no-such-option 这个选项。', fix: '' },
      en: { what: 'There is no option --no-such-option.', fix: '' },
    })
  })

  it('is one of the table, or is not understood', async () => {
    expect((await tryLuoshi(['frobnicate'])).exit).toBe(2)
    expect(onlyValue(await tryLuoshi(['frobnicate', '--json']))).toMatchObject({
      ok: false,
      code: 'not-understood',
      en: { what: 'There is no command “frobnicate”.' },
    })
    expect((await tryLuoshi(['toString'])).exit).toBe(2)
    expect((await tryLuoshi([])).exit).toBe(2)
    expect((await tryLuoshi(['help'])).exit).toBe(0)
  })
})

describe('whoever sees it for the first time', () => {
  it('is told the version, as a sentence or as a value', async () => {
    for (const line of ['--version', '-V', 'version']) {
      const said = await tryLuoshi([line])
      expect(said).toMatchObject({ exit: 0, err: '' })
      expect(said.out.join('\n')).toMatch(/^luoshi \d+\.\d+\.\d+$/)
    }
    const version: unknown = expect.stringMatching(/^\d+\.\d+\.\d+$/)
    expect(onlyValue(await tryLuoshi(['--version', '--json']))).toEqual({ ok: true, version })
    expect((await tryLuoshi(['--help'])).out.join('\n')).toContain('luoshi --version')
  })

  it('may ask for help in any of the usual ways', async () => {
    const asked = await Promise.all(
      [
        ['serve', '--help'],
        ['serve', '-h'],
        ['help', 'serve'],
      ].map((line) => tryLuoshi(line)),
    )
    for (const said of asked) expect(said).toEqual(asked[0])
    expect(asked[0]).toMatchObject({ exit: 0, err: '' })
    expect((await tryLuoshi(['help', 'frobnicate'])).exit).toBe(2)
  })

  it.each([
    ['serve extra', '“extra”'],
    ['demo extra --load-only', '“extra”'],
    ['serve -p 80', '“-p”'],
    ['bench extra', '“extra”'],
    ['backup extra --out file', '“extra”'],
    ['verify one two', '“two”'],
    ['serve --port 70000', '“70000”'],
    ['serve --prot 80', '--port'],
    ['serve --data --json', '--data 后面缺少值'],
    ['sevre', '是不是想写 serve？'],
  ])('is told of %j what was not understood: %s', async (line, named) => {
    const said = await tryLuoshi(line.split(' '))
    expect(said.exit).toBe(2)
    expect(said.err.split('\n')[0]).toContain(named)
  })
})

describe('a sentence about a file with a name of its own', () => {
  it('is told in each language apart', async () => {
    const said = onlyValue(await tryLuoshi(['lot', 'verify', 'nothing.json', '--json']))
    expect(said).toMatchObject({
      zh: { what: '“nothing.json”不是抽签文件。请使用抽签页面下载的文件。' },
      en: { what: '“nothing.json” is no file of a drawing.' },
    })
  })
})

describe('a failure that nobody foresaw', () => {
  const failing = { summary: '', usage: '', run: () => Promise.reject(new Error('the moon fell')) }
  const attempt = async (env: Readonly<Record<string, string>>) => {
    const [out, err]: [string[], string[]] = [[], []]
    const say = (lines: string[]) => (line: string) => void lines.push(line)
    const terminal = { out: say(out), err: say(err), cwd: '/', env, stopped: Promise.resolve() }
    const exit = await runForPrograms(failing, [], terminal)
    return { exit, out, err: err.join('\n') }
  }

  it('is one sentence without a stack, and one JSON value', async () => {
    const said = await attempt({})
    expect(said.exit).toBe(1)
    expect(said.err.split('\n')).toHaveLength(1)
    expect(said.err).toContain('the moon fell')
    expect(onlyValue(said)).toMatchObject({
      ok: false,
      code: 'failed',
      zh: { what: expect.stringContaining('LUOSHI_DEBUG=1') },
      en: { what: 'It failed: the moon fell. Set LUOSHI_DEBUG=1 to see more.' },
    })
  })

  it('shows its stack to whoever asks for it', async () => {
    expect((await attempt({ LUOSHI_DEBUG: '1' })).err).toContain('every-command.test.ts')
  })
})
