import { ruleKeys } from '@luoshi/domain/verdicts/counting/rule'
import { describe, expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

const count = (line: string) => tryLuoshi(['rule', 'count', ...line.split(' '), '--json'])

/** The rule as published, ballots, and what they come to. Boundaries on purpose. */
const ballots = [
  ['--rule all-members-3 --members 33 --present 29 --votes 17/11/1', '满意', true],
  ['--rule all-members-3 --members 33 --present 29 --votes 16/11/2', '基本满意', true],
  ['--rule all-members-3 --members 32 --present 29 --votes 16/11/2', '满意', true],
  [
    '--rule all-members-3 --members 32 --present 29 --votes 16/11/2 --comparator gt',
    '基本满意',
    true,
  ],
  ['--rule all-members-3 --members 32 --present 29 --votes 8/8/13', '不满意', false],
  ['--rule all-members-binary --members 33 --present 29 --votes 17/0/12', '满意', true],
  ['--rule all-members-binary --members 32 --present 29 --votes 16/0/13', '不满意', false],
] as const

describe('luoshi rule count', () => {
  it.each(ballots)('%s is %s', async (line, grade, passed) => {
    const said = await count(line)
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toMatchObject({ grade, passed })
  })

  it.each(ruleKeys)('counts by %s, and says by which rule and of whom', async (rule) => {
    const said = await count(`--rule ${rule} --members 33 --present 29 --votes 20/5/4`)
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toMatchObject({
      rule,
      grade: expect.any(String),
      passed: expect.any(Boolean),
      denominator: expect.any(String),
      figures: { members: 33, present: 29, satisfied: 20, basically: 5, dissatisfied: 4 },
      words: expect.any(String),
      warnings: expect.any(Array),
    })
  })

  it('puts half of the votes cast on the side the comparator says', async () => {
    const cast = '--rule votes-cast-half --members 30 --present 24 --votes 12/2/10'
    expect(onlyValue(await count(cast))).toMatchObject({ passed: true })
    expect(onlyValue(await count(`${cast} --comparator gt`))).toMatchObject({ passed: false })
  })

  it.each([
    '--rule no-such-rule --members 33 --present 29 --votes 17/11/1',
    '--members 33 --present 29 --votes 17/11/1',
    '--rule all-members-3 --present 29 --votes 17/11/1',
    '--rule all-members-3 --members 33 --votes 17/11/1',
    '--rule all-members-3 --members 33 --present 29',
    '--rule all-members-3 --members -3 --present 29 --votes 17/11/1',
    '--rule all-members-3 --members 33 --present 29.5 --votes 17/11/1',
    '--rule all-members-3 --members 33 --present 29 --votes 17/11',
    '--rule all-members-3 --members 33 --present 29 --votes 17/x/1',
    '--rule all-members-3 --members 33 --present 29 --votes 17/11/1 --comparator about',
    '--rule all-members-3 --members 33 --present 29 --votes 17/11/1 --issued many',
  ])('does not understand %s', async (line) => {
    const said = await count(line)
    expect(said.exit).toBe(2)
    expect(onlyValue(said)).toMatchObject({ ok: false, code: expect.any(String) })
  })

  it.each([
    ['no quorum', '--members 33 --present 16 --votes 10/3/3'],
    ['more present than there are members', '--members 33 --present 34 --votes 17/11/6'],
    ['more votes than ballots', '--members 33 --present 29 --votes 17/11/9'],
    [
      'more ballots returned than issued',
      '--members 33 --present 29 --issued 28 --returned 29 --votes 17/11/1',
    ],
  ])('refuses a ballot with %s', async (_what, line) => {
    const said = await count(`--rule all-members-3 ${line}`)
    expect(said.exit).toBe(1)
    expect(onlyValue(said)).toMatchObject({ ok: false, zh: { fix: expect.stringMatching(/。$/) } })
  })

  it('lists every rule with its published text', async () => {
    const said = await tryLuoshi(['rule', 'list', '--json'])
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toHaveLength(ruleKeys.length)
  })
})

describe('luoshi rule check', () => {
  const check = (line: string) => tryLuoshi(['rule', 'check', ...line.split(' '), '--json'])

  it('finds what was nudged to make a hundred, and says nothing where all is right', async () => {
    const nudged = await check('--counts 54/33/2/4 --printed 58.07/35.48/2.15/4.30')
    expect(nudged.exit).toBe(1)
    expect(onlyValue(nudged)).toMatchObject({ ok: false, warnings: [{ code: 'nudged', at: 0 }] })
    const right = await check('--counts 43/13/1 --printed 75.4%/22.8%/1.8% --total 57')
    expect(right.exit).toBe(0)
    expect(onlyValue(right)).toEqual({ ok: true, warnings: [] })
  })

  it('does not guess at figures it cannot read', async () => {
    expect((await check('--counts 54/x --printed 58.07/35.48')).exit).toBe(2)
  })
})
