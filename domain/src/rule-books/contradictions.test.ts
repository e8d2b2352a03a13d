import { describe, expect, it } from 'vitest'
import { checkRuleBookText } from './check-rule-book-text.ts'
import { contradictionsOf } from './contradictions.ts'
import {
  allProfiles,
  completeRuleBook,
  resolveRuleBook,
  seedRuleBook,
} from './resolve-rule-book.ts'
import type { RuleBook, SettingKey, Settings } from './rule-book.ts'

const seed = seedRuleBook()
const source = { text: '本县办法第五条', ref: '本县办法', verified: true }

function withSetting<Key extends SettingKey>(key: Key, value: Settings[Key]): RuleBook {
  return { ...seed, settings: { ...seed.settings, [key]: { value, source } } }
}

const keysOf = (book: RuleBook) => contradictionsOf(book).map(({ key }) => key)

function findingsOf(value: unknown) {
  const report = checkRuleBookText(typeof value === 'string' ? value : JSON.stringify(value))
  if (!report.readable) throw new Error('not readable')
  return report
}

describe('a rule book that contradicts itself', () => {
  it.each(allProfiles().map((profile) => [profile.name, resolveRuleBook(profile)] as const))(
    'is not %s',
    (_, book) => {
      expect(contradictionsOf(book)).toEqual([])
    },
  )

  it('wants the plan after the report', () => {
    const late = { count: 4, unit: 'month', from: 'handOver' } as const
    expect(keysOf(withSetting('planDue', late))).toContain('planDue')
  })

  it('wants the final duty report before its draft, or the members’ copies before the report', () => {
    expect(keysOf(withSetting('draftLead', { count: 5, unit: 'day' }))).toEqual(['draftLead'])
    expect(keysOf(withSetting('membersLead', { count: 1, unit: 'month' }))).toEqual(['membersLead'])
  })

  it('has a limit that is over before it begins', () => {
    const fromVerdict = { count: 15, unit: 'day', from: 'verdict' } as const
    expect(keysOf(withSetting('planDue', fromVerdict))).toEqual(['planDue'])
    const fromReceipt = { count: 3, unit: 'day', from: 'receipt' } as const
    expect(keysOf(withSetting('handOverDue', fromReceipt))).toEqual(['handOverDue'])
  })

  it('reminds before the limit has begun', () => {
    expect(keysOf(withSetting('remindDays', 20))).toEqual(['remindDays'])
  })
})

describe('a book read from a file', () => {
  it('is taken when it is whole', () => {
    expect(findingsOf(seed)).toMatchObject({ findings: [], defaults: [], key: 'seed' })
  })

  it('gets the neutral default for what it does not say, and says which', () => {
    const { settings, ...rest } = seed
    const { silenceDays, ...fewer } = settings
    expect(silenceDays).toBeDefined()
    expect(findingsOf({ ...rest, settings: fewer })).toMatchObject({
      findings: [],
      defaults: ['silenceDays'],
    })
  })

  it('names every wrong setting at once', () => {
    const { settings } = seed
    const wrong = {
      ...seed,
      settings: {
        ...settings,
        matterApprovers: { value: [], source },
        planDue: { value: { count: 0, unit: 'day', from: 'handOver' }, source },
        plandue: { value: 1, source },
      },
    }
    const { findings } = findingsOf(wrong)
    expect(findings.map(({ code, key }) => `${code} ${key}`)).toEqual([
      'unknown-setting plandue',
      'wrong-setting planDue',
      'wrong-setting matterApprovers',
    ])
  })

  it('does not read a threshold of its own beside a rule: 120 % would look as if it counted', () => {
    const axis = { ...seed.settings.axes.value.quality, threshold: 1.2 }
    const axes = { value: { ...seed.settings.axes.value, quality: axis }, source }
    const { findings } = findingsOf({ ...seed, settings: { ...seed.settings, axes } })
    expect(findings).toMatchObject([{ code: 'wrong-setting', key: 'axes' }])
  })

  it('is refused whole when it is no book', () => {
    expect(checkRuleBookText('{"a":')).toEqual({ readable: false })
    expect(findingsOf('[]').findings).toMatchObject([{ code: 'unreadable' }])
  })
})

describe('a book frozen before a setting was thought of', () => {
  it('has the neutral value for it, unverified', () => {
    const { rollOver, ...older } = seed.settings
    const frozen: RuleBook = JSON.parse(JSON.stringify({ ...seed, settings: older }))
    expect(completeRuleBook(frozen).settings.rollOver).toEqual(rollOver)
    expect(completeRuleBook(frozen).settings.rollOver.source.verified).toBe(false)
  })
})
