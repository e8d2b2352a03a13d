import { bareSharesIn } from '@luoshi/domain/surveys/testing/bare-shares'
import { describe, expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

const effect = (line: string) => tryLuoshi(['effect', ...line.split(' '), '--json'])

describe('luoshi effect', () => {
  it('reads digits of a Chinese keyboard, and numbers of a whole country', async () => {
    expect(onlyValue(await effect('--before １２／２４ --after 1/8'))).toMatchObject({
      before: { p: 0.5, n: 24 },
    })
    expect(onlyValue(await effect('--before 1/8 --after 700000000/1400000000'))).toMatchObject({
      after: { p: 0.5, n: 1_400_000_000 },
    })
  })

  it('of everybody asked twice any change can be seen', async () => {
    const said = onlyValue(await effect('--before 50/100 --after 80/100 --population 100'))
    expect(said).toMatchObject({ verdict: 'improved', smallestDetectable: 0 })
  })

  it('tells two surveys apart as Newcombe did', async () => {
    // Newcombe 1998, Stat. Med. 17:873, Table II (a): 56/70 and 48/80 are 0.0524 to 0.3339 apart.
    const said = await effect('--before 48/80 --after 56/70')
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toEqual({
      before: { p: 0.6, n: 80, low: expect.closeTo(0.4904, 3), high: expect.closeTo(0.7, 2) },
      after: { p: 0.8, n: 70, low: expect.closeTo(0.692, 3), high: expect.closeTo(0.877, 3) },
      difference: {
        d: expect.closeTo(0.2, 10),
        low: expect.closeTo(0.0524, 4),
        high: expect.closeTo(0.3339, 4),
      },
      verdict: 'improved',
      smallestDetectable: expect.closeTo(0.2, 1),
    })
  })

  it.each([
    ['--before 150/240 --after 120/240', 'worse'],
    ['--before 120/240 --after 128/240', 'no evidence'],
    ['--before 0/10 --after 0/10', 'no evidence'],
    // The same eight people more are chance in a sample and a fact in a whole population.
    ['--before 120/240 --after 128/240 --population 240', 'improved'],
  ])('%s: %s', async (line, verdict) => {
    expect(onlyValue(await effect(line))).toMatchObject({ verdict })
  })

  it('knows more of a small town than of an endless one', async () => {
    const wide = onlyValue(await effect('--before 60/100 --after 72/100'))
    const narrow = onlyValue(await effect('--before 60/100 --after 72/100 --population 150'))
    expect(wide).toMatchObject({ verdict: 'no evidence' })
    expect(narrow).toMatchObject({ verdict: 'improved' })
  })

  it('has no number where even 100 % would not stand out', async () => {
    const said = onlyValue(await effect('--before 10/10 --after 9/10'))
    expect(said).toMatchObject({ verdict: 'no evidence', smallestDetectable: null })
  })

  it('says it in one sentence, no percentage without n and interval', async () => {
    const { exit, out } = await tryLuoshi(['effect', '--before', '120/240', '--after', '128/240'])
    expect(exit).toBe(0)
    expect(bareSharesIn(out.join('\n'))).toEqual([])
    expect(out).toEqual([
      '此前 50.0%（n=240，95%置信区间 43.7%至56.3%），此后 53.3%（n=240，95%置信区间 47.0%至59.5%）；相差 +3.3 个百分点（95%置信区间 -5.6至+12.2）。尚无证据说明有变化，也不等于没有变化：这样的样本至少要提高 12.7 个百分点才看得出来。',
    ])
  })

  it.each([
    ['--before 9/8 --after 1/8', 'more-satisfied-than-answered'],
    ['--before 0/0 --after 1/8', 'nobody-answered'],
    ['--before 3/8 --after 1/8 --population 7', 'population-smaller-than-answers'],
  ])('%s is refused: %s', async (line, code) => {
    const said = await effect(line)
    expect(said.exit).toBe(1)
    expect(onlyValue(said)).toMatchObject({ ok: false, code })
  })

  it.each([
    '--before 9 --after 1/8',
    '--before 1/2/3 --after 1/8',
    '--before 50% --after 1/8',
    '--after 1/8',
    '--before 3/8 --after 1/8 --population many',
    '--before 3/8 --after 1/8 --population -5',
    '--before 3/8 --after 1/8 --population 10.5',
    '--before -1/8 --after 1/8',
    '--before 3.5/8 --after 1/8',
    '--before 3/8 --after 1/99999999999',
    '--before 3/8 --after 1/8 more',
  ])('%s is not understood', async (line) => {
    expect((await effect(line)).exit).toBe(2)
  })
})
