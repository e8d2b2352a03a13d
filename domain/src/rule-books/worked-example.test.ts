import { describe, expect, it } from 'vitest'
import { chinaCalendar } from '../calendar/china-holidays.ts'
import { day } from '../kernel/day.ts'
import { profileOf, resolveRuleBook, seedRuleBook } from './resolve-rule-book.ts'
import { settingKeys, type RuleBook, type SettingKey } from './rule-book.ts'
import { settingExplanations } from './setting-explanations.ts'
import { usualExample, workedExample } from './worked-example.ts'

const march2 = usualExample(day('2026-03-02'))
const seed = seedRuleBook()
const said = (key: SettingKey, book: RuleBook = seed, example = march2) =>
  workedExample(key, book, example, chinaCalendar)?.zh

const bookOf = (key: string) => {
  const profile = profileOf(key)
  if (!profile) throw new Error(key)
  return resolveRuleBook(profile)
}

function withValue(key: SettingKey, value: unknown): RuleBook {
  const changed: RuleBook = JSON.parse(
    JSON.stringify({
      ...seed,
      settings: { ...seed.settings, [key]: { ...seed.settings[key], value } },
    }),
  )
  return changed
}

describe('a setting on an example', () => {
  it('counts 应到33、实到29，满意17、基本满意11、不满意1 by the book', () => {
    expect(said('officialBallot')).toBe('等次为“满意”：通过。')
    const own = withValue('officialBallot', {
      ...seed.settings.officialBallot.value,
      lines: [60, 50],
    })
    expect(said('officialBallot', own)).toBe('等次为“基本满意”：限期完善后再测评。')
    expect(said('axes')).toContain('工作措施“满意”，通过；完成时间“满意”，通过')
    expect(said('voters')).toBe('常委会组成人员满意率 17/33 = 51.52%。')
  })

  it('says why a ballot cannot be counted', () => {
    const box = {
      ...march2.box,
      returned: 31,
      present: 31,
      issued: 29,
      votes: { ...march2.box.votes, satisfied: 19 },
    }
    expect(said('officialBallot', seed, { ...march2, box })).toContain('不能计票：收回31张')
  })

  it('counts days by the real calendar: the day after, and over a holiday', () => {
    expect(said('planDue')).toContain('期满之日为2026年3月17日')
    const spring = usualExample(day('2026-02-02'))
    expect(said('planDue', seed, spring)).toContain('该日为休息日')
    const [moved, stays] = ['2026年2月24日', '2026年2月17日']
    expect(said('rollOver', seed, spring)).toBe(
      `整改方案最迟${moved}报送（顺延的为${moved}，不顺延的为${stays}）。`,
    )
    expect(said('rollOver', withValue('rollOver', false), spring)).toContain(`最迟${stays}`)
  })

  it('counts back from the meeting and on from closure', () => {
    expect(said('membersLead')).toBe('2026年2月23日开会的，最迟2026年2月14日。')
    expect(said('lookBackAfter')).toBe('2026年6月2日销号的，2026年12月2日回头看。')
    expect(said('publicityDays', withValue('publicityDays', 7))).toContain('最早2026年6月9日销号')
  })

  it('lists the bottom of a ranking, unless everybody is spared', () => {
    expect(said('selecting')).toContain('不按评分列入')
    expect(said('selecting', bookOf('nanxiong'))).toContain('列入丁单位、戊单位')
    const spared = { modes: ['ranking'], rankingBottom: 2, sparedFrom: 75, threshold: null }
    expect(said('selecting', withValue('selecting', spared))).toContain('列入无')
  })

  it('opens measures round by round', () => {
    expect(said('consequences', seed, { ...march2, round: 1 })).toBe('第1轮可以采取：约谈。')
    expect(said('consequences', seed, { ...march2, round: 3 })).toContain('建议县委组织处理')
  })

  it('is computed for every book without failing, and every setting is explained in one sentence', () => {
    for (const key of settingKeys) {
      expect(settingExplanations[key].zh).toMatch(/^[^。]+。$/u)
      for (const book of [
        'seed',
        'shiquan',
        'zhenhai',
        'nanxiong',
        'nanchang',
        'xiping',
        'chongqing',
      ])
        expect(said(key, bookOf(book)) ?? '。').toMatch(/。$/u)
    }
  })
})
