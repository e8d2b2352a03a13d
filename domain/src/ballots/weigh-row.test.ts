import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { contradictionsOf } from '../rule-books/contradictions.ts'
import type { OfficialBallot, Voters } from '../rule-books/official-ballot.ts'
import { seedRuleBook } from '../rule-books/resolve-rule-book.ts'
import type { RuleBook } from '../rule-books/rule-book.ts'
import { workedExample, usualExample } from '../rule-books/worked-example.ts'
import { chinaCalendar } from '../calendar/china-holidays.ts'
import { announcementOf } from './announcement.ts'
import { evolveBallot, noBallot, type Ballot } from './ballot.ts'
import type { BallotCount, RowVotes } from './ballot-count.ts'
import { explainBallotRefusal } from './ballot-refusals.ts'
import { judgeRows } from './ballot-results.ts'
import { decideBallot, type BallotCommand } from './decide-ballot.ts'

const today = day('2026-05-20')
const [lin, gu] = [idOf('account', 'account_lin01'), idOf('account', 'account_gu0001')]

const row = (satisfied: number, basically: number, dissatisfied: number): RowVotes => {
  return { satisfied, basically, dissatisfied, abstain: 0, unknown: 0, spoiled: 0 }
}
const counters = { chief: '顾总监', scrutineers: [], tellers: ['方以宁'] }

/** A county whose deputies weigh 30 % beside its members. */
const together: Voters = [
  { group: 'members', base: 'allMembers', decides: true, weight: 70 },
  { group: 'deputies', base: 'allMembers', decides: true, weight: 30 },
]

function bookOf(voters: Voters, change: Partial<OfficialBallot> = {}): RuleBook {
  const book = seedRuleBook()
  const { officialBallot, voters: before } = book.settings
  const ballot = { ...officialBallot, value: { ...officialBallot.value, ...change } }
  return {
    ...book,
    settings: { ...book.settings, officialBallot: ballot, voters: { ...before, value: voters } },
  }
}

const opening = {
  type: 'OpenBallot',
  appraisal: idOf('appraisal', 'appraisal_roads'),
  meeting: null,
  session: '第十八届人大常委会第三十一次会议',
  heldOn: today,
  subject: { type: 'official' },
  source: { type: 'countedElsewhere', method: 'paper', secrecy: 'secret' },
  members: 33,
  present: 29,
  recused: [],
  entries: 1,
  replaces: null,
  groups: [{ group: 'deputies', invited: 60, present: 55 }],
  voters: together,
  today,
} as const satisfies BallotCommand

/** 15 of 33 members are satisfied: under half. 50 of 60 deputies are. */
const members = { issued: 29, returned: 29, invalid: 0, rows: [row(15, 12, 2)] }
const deputies = { issued: 55, returned: 55, invalid: 0, rows: [row(50, 3, 2)] }
const counted: BallotCount = { ...members, groups: [{ group: 'deputies', count: deputies }] }
const enter = (count = counted, by = lin): BallotCommand => {
  return { type: 'EnterBallot', by, count, counters, overReturned: 'voidAndRepeat', today }
}

function after(...commands: readonly BallotCommand[]): Ballot {
  return commands.reduce<Ballot>((state, command) => {
    const ruling = decideBallot(state, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    return ruling.value.reduce(evolveBallot, state)
  }, noBallot)
}

function saidOf(state: Ballot, command: BallotCommand): string {
  const ruling = decideBallot(state, command)
  return ruling.ok ? '' : explainBallotRefusal(ruling.refusal).zh.what
}

function announced(book: RuleBook, ...commands: readonly BallotCommand[]) {
  const demand = '三个月内再报告。'
  const ballot = after(...commands, { type: 'AnnounceBallot', book, excepted: [], demand, today })
  if (ballot.status !== 'announced') throw new Error(ballot.status)
  return ballot
}

describe('deputies who decide with the members', () => {
  it('lift a grade by their weight, with every step and the rule told', () => {
    const ballot = announced(bookOf(together), opening, enter())
    const [result] = ballot.results
    expect(result?.result).toBe('satisfied')
    expect(result?.report.grade).toBe('满意')
    // 70 % × 15/33 + 30 % × 50/60 = 56.818…
    expect(result?.report.steps).toEqual([
      '常委会组成人员（权重70%）：满意15票，占全体组成人员33人的45.45%。',
      '人大代表（权重30%）：满意50票，占应参加人员60人的83.33%。',
      '满意票按权重合计：70%×45.45%＋30%×83.33%，为56.82%，达到“半数以上（含半数）”。',
      '等次为“满意”。',
    ])
    expect(result?.report.ruleText).toContain('按本级办法加权：常委会组成人员70%、人大代表30%')
    expect(result?.groups).toMatchObject([{ group: 'deputies', report: { grade: '满意' } }])
  })

  it('are told in the announcement, counted apart', () => {
    const ballot = announced(bookOf(together), opening, enter())
    const names = { officialName: '宁海川', judged: [] }
    expect(announcementOf(ballot, 'counts', names)).toEqual([
      '常委会组成人员应到33人，实到29人，符合法定人数。人大代表应参加60人，实到55人。',
      '常委会组成人员发出测评票29张，收回29张，其中有效票29张，无效票0张。',
      '人大代表发出测评票55张，收回55张，其中有效票55张，无效票0张。',
      '宁海川同志履职情况：常委会组成人员：满意15票，占全体组成人员的45.45%；基本满意12票，占全体组成人员的36.36%；不满意2票，占全体组成人员的6.06%。人大代表：满意50票，占应参加人员的83.33%；基本满意3票，占应参加人员的5.00%；不满意2票，占应参加人员的3.33%。满意票按权重合计：70%×45.45%＋30%×83.33%，为56.82%，达到“半数以上（含半数）”。测评结果为满意。',
    ])
  })

  it('cannot be left out, cannot be more than were invited, and vote on paper', () => {
    expect(saidOf(noBallot, { ...opening, groups: [] })).toContain('没有人大代表的数')
    const crowd = [{ group: 'deputies', invited: 60, present: 61 }] as const
    expect(saidOf(noBallot, { ...opening, groups: crowd })).toContain('实到61人，多于应参加的60人')
    const team = [...opening.groups, { group: 'team', invited: 5, present: 5 }] as const
    expect(saidOf(noBallot, { ...opening, groups: team })).toContain('没有请评议组成员填票')
    const source = { type: 'castHere', secrecy: 'secret', rehearsal: false } as const
    expect(saidOf(noBallot, { ...opening, source, roll: [] })).toContain('只供组成人员使用')
  })

  it('are checked as the members are: forms, sums, a box with too many, a second entry', () => {
    const open = after(opening)
    const withForms = (count: typeof deputies, by = lin) =>
      enter({ ...members, groups: [{ group: 'deputies', count }] }, by)
    expect(saidOf(open, enter(members))).toContain('没有人大代表的数')
    expect(saidOf(open, withForms({ ...deputies, issued: 56 }))).toBe(
      '人大代表：发出56张，多于可以投票的55人（实到人数减去回避人数）。',
    )
    expect(saidOf(open, withForms({ ...deputies, rows: [row(50, 3, 1)] }))).toContain(
      '人大代表：第1行合计54票',
    )
    const over = after(opening, withForms({ ...deputies, issued: 54, rows: [row(50, 3, 2)] }))
    expect(over).toMatchObject({ status: 'void', reason: '人大代表发出54张，收回55张。' })
    const two = { ...opening, entries: 2 } as const
    const other = withForms({ ...deputies, rows: [row(49, 4, 2)] }, gu)
    expect(after(two, enter(), other).status).toBe('differs')
  })

  it('who only stand beside it change no grade', () => {
    const beside: Voters = [
      { group: 'members', base: 'allMembers', decides: true },
      { group: 'deputies', base: 'returned', decides: false },
    ]
    const ballot = announced(bookOf(beside), { ...opening, voters: beside }, enter())
    const [result] = ballot.results
    expect(result?.report.grade).toBe('基本满意')
    expect(result?.groups?.[0]?.report.figures.shares.satisfied?.percent).toBe('90.91%')
  })
})

describe('items that weigh', () => {
  const items = ['德', '能', '勤', '绩', '廉']
  const book = bookOf([{ group: 'members', base: 'allMembers', decides: true }], {
    items,
    itemWeights: [20, 15, 15, 30, 20],
  })
  const asked = {
    ...opening,
    subject: { type: 'official', items },
    groups: [],
    voters: [],
  } as const

  it('give the grade in place of the overall question, which stands beside them', () => {
    const good = row(20, 9, 0)
    const rows = [good, good, good, good, row(2, 5, 22), good]
    const ballot = announced(book, asked, enter({ ...members, rows }))
    const [overall] = ballot.results
    // 70 % × 20/33 + 30 % × 2/33 = 44.24 %
    expect(overall?.report.grade).toBe('基本满意')
    expect(overall?.report.steps.at(0)).toBe(
      '德（权重20%），常委会组成人员：满意20票，占全体组成人员33人的60.61%。',
    )
    expect(overall?.report.weighed?.[0]).toContain(
      '20%×60.61%＋15%×60.61%＋15%×60.61%＋30%×6.06%＋20%×60.61%，为44.24%，没有达到',
    )
    expect(overall?.report.figures.shares.satisfied?.count).toBe(20)
    expect(ballot.results.map(({ result }) => result)).toEqual([
      'conditional',
      'satisfied',
      'satisfied',
      'satisfied',
      'unsatisfied',
      'satisfied',
    ])
  })
})

describe('weights in a rule book', () => {
  const faults = (voters: Voters, change: Partial<OfficialBallot> = {}) =>
    contradictionsOf(bookOf(voters, change)).map(({ zh }) => zh)
  const [own, beside] = together
  if (!own || !beside) throw new Error('nobody')

  it('are asked for where groups decide together, and make 100 %', () => {
    expect(faults(together)).toEqual([])
    const { weight: _, ...bare } = beside
    expect(faults([own, bare])[0]).toContain('请写明每类人员的权重')
    expect(faults([own, { ...beside, weight: 40 }])).toEqual(['各类人员的权重合计110%，应为100%。'])
    expect(faults([own])[0]).toContain('只有一类人员决定等次')
  })

  it('of items are one an item, and make 100 %', () => {
    const alone: Voters = [{ group: 'members', base: 'allMembers', decides: true }]
    const items = ['德', '绩']
    expect(faults(alone, { items, itemWeights: [40, 60] })).toEqual([])
    expect(faults(alone, { items, itemWeights: [40] })[0]).toContain('每个分项都要写明权重')
    expect(faults(alone, { items, itemWeights: [40, 50] })[0]).toContain('合计90%')
  })

  it('are shown at work on the example', () => {
    const example = usualExample(day('2026-03-02'))
    const said = (key: 'voters' | 'officialBallot', book: RuleBook) =>
      workedExample(key, book, example, chinaCalendar)?.zh
    expect(said('voters', bookOf(together))).toContain('人大代表（权重30%）：满意17票')
    const weighted = { items: ['德', '绩'], itemWeights: [30, 70] }
    expect(said('officialBallot', bookOf(together, weighted))).toContain(
      '“绩”（权重70%）一项改为全部不满意时，等次为“不满意”',
    )
  })
})

describe('laws of weighing', () => {
  const cast = fc
    .record({ s: fc.nat({ max: 20 }), b: fc.nat({ max: 10 }), d: fc.nat({ max: 10 }) })
    .filter(({ s, b, d }) => s + b + d > 17)
    .map(({ s, b, d }) => {
      const all = s + b + d
      return { issued: all, returned: all, invalid: 0, rows: [row(s, b, d)] }
    })
  const gradeOf = (book: RuleBook, count: BallotCount, present: number) => {
    const ballot = after({ ...opening, members: 40, present: 40 })
    if (ballot.status === 'none') throw new Error('none')
    const groups = [{ group: 'deputies', invited: 40, present }] as const
    const judged = judgeRows({ ...ballot, members: 40, present, groups }, count, book)
    if (!judged.ok) throw new Error(judged.refusal.refusal.code)
    return judged.value[0]?.report.gradeKey
  }

  it('two groups who vote alike come to what one of them comes to, whatever they weigh', () => {
    fc.assert(
      fc.property(cast, fc.integer({ min: 1, max: 99 }), (count, weight) => {
        const present = Math.max(21, count.issued)
        const voters: Voters = [
          { group: 'members', base: 'allMembers', decides: true, weight },
          { group: 'deputies', base: 'allMembers', decides: true, weight: 100 - weight },
        ]
        const alone: Voters = [{ group: 'members', base: 'allMembers', decides: true }]
        const both: BallotCount = { ...count, groups: [{ group: 'deputies', count }] }
        const plain = gradeOf(bookOf(alone), count, present)
        expect(gradeOf(bookOf(voters), both, present)).toBe(plain)
      }),
    )
  })
})
