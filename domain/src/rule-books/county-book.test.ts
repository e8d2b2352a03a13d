import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { bookStanding } from './book-standing.ts'
import { noCountyBook, type CountyBook, type KnownCountyBook } from './county-book.ts'
import { countyBookDecider, type CountyBookCommand } from './county-book-decider.ts'
import { explainCountyBookRefusal } from './county-book-refusals.ts'
import { hashOfBook } from './hash-of-book.ts'
import { neutralRef } from './neutral.ts'
import { seedRuleBook } from './resolve-rule-book.ts'

const today = day('2026-03-02')
const series = idOf('book', 'book_own1')
const source = { text: '本县办法第九条', ref: '本县办法', verified: true }
const approval = { body: 'standingCommittee', on: today, reference: '第31次会议' } as const

const drafting: CountyBookCommand = {
  type: 'DraftRuleBook',
  series,
  edition: 1,
  origin: { kind: 'profile', profile: 'seed' },
  book: { ...seedRuleBook(), name: '某县办法' },
  today,
}
const adopting: CountyBookCommand = { type: 'AdoptRuleBook', approval, today }

function after(...commands: readonly CountyBookCommand[]): CountyBook {
  return commands.reduce((state, command) => {
    const ruling = countyBookDecider.decide(state, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    return ruling.value.reduce(countyBookDecider.evolve, state)
  }, noCountyBook)
}

function refusalOf(state: CountyBook, command: CountyBookCommand) {
  const ruling = countyBookDecider.decide(state, command)
  if (ruling.ok) throw new Error('accepted')
  return ruling.refusal
}

const setting = (key: 'planDue' | 'officialBallot', value: unknown): CountyBookCommand => ({
  type: 'ChangeSetting',
  key,
  value,
  source,
  today,
})

describe('a version of a county’s rules', () => {
  it('is adopted with the hash of exactly what was adopted', () => {
    const change = setting('planDue', { count: 20, unit: 'day', from: 'receipt' })
    const state = after(drafting, change, adopting)
    if (state.status !== 'adopted') throw new Error(state.status)
    expect(state.adoption).toEqual({ approval, hash: hashOfBook(state.book), recordedOn: today })
    expect(state.book.settings.planDue).toEqual({
      value: { count: 20, unit: 'day', from: 'receipt' },
      source,
    })
    expect(state.changed).toEqual(['planDue'])
  })

  it('takes no setting for compared with a document when none is named', () => {
    const change = setting('planDue', { count: 20, unit: 'day', from: 'receipt' })
    const of = (verified: boolean) => ({
      ...change,
      source: { ...source, ref: neutralRef, verified },
    })
    expect(refusalOf(after(drafting), of(true)).code).toBe('source-names-no-document')
    expect(after(drafting, of(false))).toMatchObject({ changed: ['planDue'] })
  })

  it('names the setting that contradicts itself when its adoption is refused', () => {
    const { value } = seedRuleBook().settings.officialBallot
    const state = after(drafting, setting('officialBallot', { ...value, lines: [120, 50] }))
    const refusal = refusalOf(state, adopting)
    expect(refusal).toMatchObject({
      code: 'book-contradicts-itself',
      contradictions: [{ key: 'officialBallot' }],
    })
    expect(explainCountyBookRefusal(refusal).zh.what).toBe(
      '办法自相矛盾，不能通过。“对述职人员的测评”：对述职人员的测评的分界为120%，超过100%，永远达不到。',
    )
  })

  it('takes no step out of turn', () => {
    const adopted = after(drafting, adopting)
    const withdrawing = { type: 'WithdrawRuleBook', approval, reason: '重新制定', today } as const
    expect(refusalOf(noCountyBook, adopting).code).toBe('book-not-there')
    expect(refusalOf(adopted, drafting).code).toBe('book-already-there')
    expect(refusalOf(adopted, adopting).code).toBe('book-not-a-draft')
    expect(refusalOf(after(drafting), withdrawing).code).toBe('book-not-adopted')
    expect(refusalOf(adopted, { ...withdrawing, reason: ' ' }).code).toBe('reason-missing')
    const tomorrow = { ...approval, on: day('2026-03-03') }
    expect(refusalOf(after(drafting), { ...adopting, approval: tomorrow }).code).toBe(
      'approval-faulty',
    )
    expect(refusalOf(after(drafting), { type: 'NameRuleBook', name: ' ', today }).code).toBe(
      'book-name-missing',
    )
    expect(after(drafting, { type: 'DropRuleBook', today })).toMatchObject({ status: 'dropped' })
  })
})

describe('which version is in force', () => {
  const version = (edition: number, state: CountyBook): KnownCountyBook => {
    if (state.status === 'none') throw new Error('no version')
    return { ...state, edition }
  }
  const withdrawing = { type: 'WithdrawRuleBook', approval, reason: '重新制定', today } as const

  it('is the latest adopted; a draft supersedes nothing; a withdrawn one brings nothing back', () => {
    const first = version(1, after(drafting, adopting))
    const draft = version(2, after(drafting))
    const second = version(2, after(drafting, adopting))
    const gone = version(2, after(drafting, adopting, withdrawing))
    expect(bookStanding(first, [first, draft])).toBe('current')
    expect(bookStanding(first, [first, second])).toBe('superseded')
    expect(bookStanding(second, [first, second])).toBe('current')
    expect(bookStanding(first, [first, gone])).toBe('superseded')
    const other = { ...second, series: idOf('book', 'book_other') }
    expect(bookStanding(first, [first, other])).toBe('current')
  })
})

describe('the fingerprint of a book', () => {
  it('does not hang on the order of its fields, but on every value and word', () => {
    const book = seedRuleBook()
    const turned = Object.fromEntries(Object.entries(book.settings).toReversed())
    expect(hashOfBook(JSON.parse(JSON.stringify({ ...book, settings: turned })))).toBe(
      hashOfBook(book),
    )
    const { silenceDays } = book.settings
    const changed = { ...silenceDays, source: { ...silenceDays.source, text: '另一句' } }
    expect(hashOfBook({ ...book, settings: { ...book.settings, silenceDays: changed } })).not.toBe(
      hashOfBook(book),
    )
  })
})
