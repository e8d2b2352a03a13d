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
  'rule',
  'effect',
  'survey',
  'rulebook',
  'deadline',
  'rights',
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
    expect((await tryLuoshi(['toString'])).exit).toBe(2)
    expect((await tryLuoshi([])).exit).toBe(2)
    expect((await tryLuoshi(['help'])).exit).toBe(0)
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
