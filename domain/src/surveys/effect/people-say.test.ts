import { expect, it } from 'vitest'
import { isApart, peopleSay, peopleSayWords, standingOf, type Compared } from './people-say.ts'

const of = (...verdicts: readonly Compared['verdict'][]) =>
  peopleSay(verdicts.map((verdict) => ({ verdict, hasRelapsed: false })))

it('one question of many without evidence is a count, not a finding about the matter', () => {
  const said = of('improved', 'improved', 'improved', 'improved', 'no evidence')
  expect([standingOf(said), isApart(said)]).toEqual(['partly', false])
  expect(peopleSayWords(said).zh).toBe('前后对比5题：4题好转，1题尚无证据')
})

it('that not one question became better has to be looked at, and so has one that became worse', () => {
  expect(isApart(of('no evidence', 'no evidence'))).toBe(true)
  const said = of('improved', 'worse', 'no evidence')
  expect([standingOf(said), isApart(said)]).toEqual(['worse', true])
  expect(peopleSayWords(said)).toEqual({
    zh: '前后对比3题：1题好转，1题变差，1题尚无证据',
    en: '3 questions compared: 1 improved, 1 worse, 1 without evidence',
  })
})

it('what went back has to be looked at, though it is no worse than at first', () => {
  const said = peopleSay([
    { verdict: 'improved', hasRelapsed: false },
    { verdict: 'no evidence', hasRelapsed: true },
  ])
  expect([standingOf(said), isApart(said)]).toEqual(['worse', true])
  expect(peopleSayWords(said).zh).toBe('前后对比2题：1题好转，1题尚无证据，其中1题出现反弹')
})

it('nothing is concluded of what was asked once', () => {
  const said = of(null, null)
  expect([standingOf(said), isApart(said), said.compared]).toEqual(['not-compared', false, 0])
})
