import { describe, expect, it } from 'vitest'
import type { CountRefusal } from './count-refusal.ts'
import { explainCountRefusal } from './explain-count-refusal.ts'
import { readCountInput } from './read-count-input.ts'

const typed = { rule: 'all-members-3', members: '33', present: '29', votes: '17/11/1' }

describe('what was typed', () => {
  it('becomes a count, with what was left out left out', () => {
    expect(readCountInput(typed)).toMatchObject({
      ok: true,
      value: { rule: 'all-members-3', members: 33, present: 29, issued: undefined },
    })
  })

  it('may hold abstentions and 不了解', () => {
    expect(readCountInput({ ...typed, votes: '17/8/1/2/1' })).toMatchObject({
      value: { votes: { satisfied: 17, basically: 8, dissatisfied: 1, abstain: 2, unknown: 1 } },
    })
  })

  it.each([
    [{ rule: 'half' }, 'unknown-rule'],
    [{ rule: undefined }, 'unknown-rule'],
    [{ comparator: '>' }, 'unknown-comparator'],
    [{ denominator: 'everyone' }, 'unknown-denominator'],
    [{ votes: '17/11' }, 'votes-unreadable'],
    [{ votes: '17/11/-1' }, 'votes-unreadable'],
    [{ votes: '1/2/3/4/5/6' }, 'votes-unreadable'],
    [{ votes: '' }, 'votes-unreadable'],
    [{ points: '100/80' }, 'points-unreadable'],
    [{ members: undefined }, 'not-a-count'],
    [{ present: '二十九' }, 'not-a-count'],
    [{ returned: '1e3' }, 'not-a-count'],
    [{ issued: '' }, 'not-a-count'],
  ])('with %j is refused as %s', (change, code) => {
    expect(readCountInput({ ...typed, ...change })).toMatchObject({ refusal: { code } })
  })
})

const refusals: readonly CountRefusal[] = [
  { code: 'unknown-rule', given: 'half' },
  { code: 'unknown-comparator', given: '>' },
  { code: 'unknown-denominator', given: 'all' },
  { code: 'votes-unreadable', given: '1' },
  { code: 'points-unreadable', given: '1' },
  { code: 'not-a-count', field: 'members', given: '-1' },
  { code: 'not-a-count', field: 'present', given: '' },
  { code: 'no-members' },
  { code: 'more-present-than-members', present: 2, members: 1 },
  { code: 'no-quorum', present: 1, members: 2 },
  { code: 'over-returned', returned: 30, issued: 29 },
  { code: 'more-votes-than-present', cast: 3, present: 2 },
  { code: 'more-votes-than-returned', marked: 3, returned: 2 },
  { code: 'does-not-add-up', marked: 1, invalid: 1, returned: 3 },
  { code: 'issued-missing' },
  { code: 'nobody-voted' },
  { code: 'scale-not-rising', satisfied: 1, basically: 2, dissatisfied: 3 },
]

describe('a refusal', () => {
  it.each(refusals)('$code says what is wrong and how to mend it, in both languages', (refusal) => {
    const { zh, en } = explainCountRefusal(refusal)
    for (const text of [zh.what, zh.fix]) expect(text).toMatch(/^\p{Script=Han}.*[。]$/u)
    for (const text of [en.what, en.fix]) expect(text).toMatch(/^[A-Z“0-9].*\.$/)
  })
})
