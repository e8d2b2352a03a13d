import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaCalendar } from '../calendar/china-holidays.ts'
import { day } from '../kernel/day.ts'
import { countingRules } from '../verdicts/counting/rules.ts'
import { beginFrom } from './begin-from.ts'
import { checkRuleBook, explainRuleBookRefusal, type RuleBookRefusal } from './check-rule-book.ts'
import { matterPolicyOf } from './matter-policy.ts'
import { neutral } from './neutral.ts'
import { allProfiles, profileOf, resolveRuleBook, seedRuleBook } from './resolve-rule-book.ts'
import { basicTreatments, isSettingKey, settingKeys, type RuleBook } from './rule-book.ts'
import { settingLines } from './setting-words.ts'

const books = allProfiles().map((profile) => resolveRuleBook(profile))
const march2 = day('2026-03-02')

function bookOf(key: string): RuleBook {
  const profile = profileOf(key)
  if (!profile) throw new Error(`no profile ${key}`)
  return resolveRuleBook(profile)
}

function judged(book: RuleBook, satisfied: number, basically: number, dissatisfied: number) {
  const cast = satisfied + basically + dissatisfied
  const attendance = { members: cast, present: cast, issued: cast, returned: cast }
  const votes = { satisfied, basically, dissatisfied, abstain: 0 }
  const finding = matterPolicyOf(book, chinaCalendar).judgeAxis('quality', attendance, votes)
  if (!finding.ok) throw new Error(finding.refusal.code)
  return finding.value
}

describe('a rule book', () => {
  it.each(books)('$name is whole, and the same after JSON', (book) => {
    expect(checkRuleBook(JSON.parse(JSON.stringify(book)))).toEqual({ ok: true, value: book })
    expect(Object.keys(book.settings).toSorted()).toEqual(settingKeys.toSorted())
  })

  it('falls back to the neutral default, unverified, where the place says nothing', () => {
    const { settings } = bookOf('nanchang')
    expect(settings.planDue).toMatchObject({
      value: { count: 15, unit: 'day', from: 'receipt' },
      source: { verified: true },
    })
    expect(settings.redoDue).toEqual(neutral.redoDue)
    expect(settings.redoDue.source.verified).toBe(false)
  })

  it('never calls a neutral default verified', () => {
    expect(settingKeys.filter((key) => neutral[key].source.verified)).toEqual([])
  })

  it('takes comparator and denominator of a place as published', () => {
    for (const { settings } of books) {
      for (const { rule, comparator, base } of Object.values(settings.axes.value)) {
        expect({ comparator, base }).toEqual({
          comparator: countingRules[rule].comparator,
          base: countingRules[rule].base,
        })
      }
    }
  })

  it('starts as the seed, whose three axes are judged one by one', () => {
    const { key, settings } = seedRuleBook()
    expect(key).toBe('seed')
    expect(Object.keys(settings.axes.value)).toEqual(['measures', 'timeliness', 'quality'])
  })

  it('knows no profile it does not have', () => {
    expect(profileOf('atlantis')).toBeUndefined()
  })
})

describe('reading a rule book back', () => {
  const good = seedRuleBook()
  const withSetting = (key: string, setting: unknown) => ({
    ...good,
    settings: { ...good.settings, [key]: setting },
  })
  const source = { text: '本县办法第三条', ref: '本县办法', verified: true }

  it.each([null, 'seed', [], {}, { ...good, name: ' ' }, { ...good, settings: null }])(
    '%j is no rule book',
    (raw) => {
      expect(checkRuleBook(raw)).toMatchObject({ refusal: { code: 'rule-book-unreadable' } })
    },
  )

  it.each([
    ['planDue', { count: 0, unit: 'day', from: 'receipt' }],
    ['planDue', { count: 15, unit: 'fortnight', from: 'receipt' }],
    ['warningRounds', 0],
    ['warningRounds', '3'],
    ['publicityDays', -1],
    ['surveySmallest', 4],
    ['surveySmallest', '10'],
    ['closureApprovers', []],
    ['closureApprovers', ['clerk']],
    ['basicTreatment', 'ignore'],
    ['axes', { measures: neutral.axes.value.measures }],
    [
      'axes',
      { ...neutral.axes.value, quality: { rule: 'half', comparator: 'gt', base: 'present' } },
    ],
    ['extension', { maxTimes: 1, cap: { count: 1, unit: 'year' }, approvers: ['chairs'] }],
    ['resultClasses', { A: '解决' }],
    ['activityName', ''],
  ])('with %s %j is refused by the name of the setting', (key, value) => {
    expect(checkRuleBook(withSetting(key, { value, source }))).toMatchObject({
      refusal: { code: 'setting-wrong', key },
    })
  })

  it('is refused without a source', () => {
    const { value } = good.settings.planDue
    expect(checkRuleBook(withSetting('planDue', { value, source: { text: '' } }))).toMatchObject({
      refusal: { code: 'source-missing', key: 'planDue' },
    })
  })

  it('is refused, and explained, whichever setting is lost', () => {
    const law = fc.property(fc.constantFrom(...settingKeys), (key) => {
      const raw = withSetting(key, undefined)
      expect(checkRuleBook(raw)).toEqual({ ok: false, refusal: { code: 'setting-missing', key } })
    })
    fc.assert(law)
  })

  it('answers anything at all without throwing', () => {
    const law = fc.property(fc.constantFrom(...settingKeys), fc.jsonValue(), (key, value) => {
      expect(checkRuleBook(value).ok).toBe(false)
      const checked = checkRuleBook(withSetting(key, { value, source }))
      expect(checked.ok || isSettingKey('key' in checked.refusal ? checked.refusal.key : '')).toBe(
        true,
      )
    })
    fc.assert(law, { numRuns: 500 })
  })

  it.each<RuleBookRefusal>([
    { code: 'rule-book-unreadable' },
    { code: 'setting-missing', key: 'planDue' },
    { code: 'setting-wrong', key: 'planDue' },
    { code: 'source-missing', key: 'planDue' },
  ])('$code is explained in both languages', (refusal) => {
    const { zh, en } = explainRuleBookRefusal(refusal)
    for (const text of [zh.what, zh.fix]) expect(text).toMatch(/^\p{Script=Han}.*。$/u)
    for (const text of [en.what, en.fix]) expect(text).toMatch(/^[A-Z“].*\.$/)
  })
})

describe('a verdict by the rule book', () => {
  it('on 12 满意, 12 基本满意, 2 不满意 hangs on the place', () => {
    const results = ['nanxiong', 'shiquan', 'zhenhai'].map((key) => {
      const { grade, result } = judged(bookOf(key), 12, 12, 2)
      return [key, grade, result]
    })
    expect(results).toEqual([
      ['nanxiong', '不通过', 'unsatisfied'],
      ['shiquan', '不满意', 'unsatisfied'],
      ['zhenhai', '基本满意', 'conditional'],
    ])
  })

  it.each([
    ['passes', 'satisfied'],
    ['conditional', 'conditional'],
    ['redo', 'unsatisfied'],
  ] as const)('takes 基本满意 that %s as %s', (value, result) => {
    const { settings, ...rest } = bookOf('zhenhai')
    const basicTreatment = { ...settings.basicTreatment, value }
    expect(judged({ ...rest, settings: { ...settings, basicTreatment } }, 12, 12, 2).result).toBe(
      result,
    )
  })

  it('shows the rule beside the result', () => {
    expect(judged(bookOf('zhenhai'), 20, 5, 1)).toMatchObject({
      rule: 'all-members-3',
      comparator: 'ge',
      denominator: 'allMembers',
      denominatorValue: 26,
      result: 'satisfied',
    })
  })

  it('never calls an axis satisfied that its counting rule sends back, whatever the treatment', () => {
    const few = fc.nat({ max: 20 })
    const book = fc.constantFrom(...books)
    const treatment = fc.constantFrom(...basicTreatments)
    const law = fc.property(book, treatment, few, few, few, (one, value, s, b, d) => {
      fc.pre(s + b + d > 0)
      const basicTreatment = { ...one.settings.basicTreatment, value }
      const finding = judged({ ...one, settings: { ...one.settings, basicTreatment } }, s, b, d)
      if (!finding.passed) expect(finding.result).toBe('unsatisfied')
      if (s === 0) expect(finding.result === 'satisfied' && value !== 'passes').toBe(false)
    })
    fc.assert(law, { numRuns: 1000 })
  })
})

describe('time limits by the rule book', () => {
  it('are days on the calendar', () => {
    const policy = matterPolicyOf(bookOf('nanchang'), chinaCalendar)
    expect(policy.planDueFrom(march2)).toBe('2026-03-17')
    expect(policy.reportDueFrom(march2)).toBe('2026-06-02')
    expect(policy.reassignUntil(march2)).toBe('2026-03-16')
  })

  it('may end at a session', () => {
    const { settings, ...rest } = seedRuleBook()
    const redoDue = {
      ...settings.redoDue,
      value: { count: 1, unit: 'session', from: 'verdict' },
    } as const
    const book = { ...rest, settings: { ...settings, redoDue } }
    const fixed = [day('2026-04-28')]
    expect(matterPolicyOf(book, chinaCalendar, fixed).redoDueFrom(march2)).toBe('2026-04-28')
  })

  it('name who may approve', () => {
    const policy = matterPolicyOf(bookOf('xiping'), chinaCalendar)
    expect(policy.mayApprove.extension).toEqual(['deputyDirector'])
    expect(policy.warningRound).toBe(3)
  })
})

describe('a rule book in words', () => {
  it('says every setting, with its source', () => {
    const lines = settingLines(bookOf('xiping'))
    expect(lines.map(({ key }) => key)).toEqual([...settingKeys])
    expect(lines.every(({ value, label }) => value.zh !== '' && label.zh !== '')).toBe(true)
    const said = Object.fromEntries(lines.map(({ key, value }) => [key, value.zh]))
    expect(said).toMatchObject({
      handOverDue: '自会议结束之日起3日内',
      extension: '每轮至多1次，每次至多1个月，由分管副主任同意',
      basicTreatment: '限期完善后再测评',
      warningRounds: '第3轮起',
    })
    expect(said['axes']).toContain(
      '工作措施：全体组成人员三等次（全体组成人员，半数以上（含半数））',
    )
  })
})

describe('a county’s own book', () => {
  it('begins from any shipped book with the same settings, none of them compared with its own text yet', () => {
    for (const profile of allProfiles()) {
      const shipped = resolveRuleBook(profile)
      const own = beginFrom(shipped)
      for (const key of settingKeys) {
        const { value, source } = shipped.settings[key]
        expect(own.settings[key]).toEqual({ value, source: { ...source, verified: false } })
      }
    }
  })
})
