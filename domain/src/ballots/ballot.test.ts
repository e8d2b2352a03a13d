import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { seedRuleBook } from '../rule-books/resolve-rule-book.ts'
import type { RuleBook } from '../rule-books/rule-book.ts'
import type { RuleKey } from '../verdicts/counting/rule.ts'
import { announcementOf } from './announcement.ts'
import { evolveBallot, noBallot, type Ballot } from './ballot.ts'
import { differencesOf, sumOfRow, type BallotCount, type RowVotes } from './ballot-count.ts'
import { judgeRows, votesOn } from './ballot-results.ts'
import { decideBallot, type BallotCommand } from './decide-ballot.ts'

const today = day('2026-05-20')
const [lin, gu, qin] = ['lin01', 'gu0001', 'qin01'].map((one) => idOf('account', `account_${one}`))
if (!lin || !gu || !qin) throw new Error('nobody')
const [lamps, bridge] = [idOf('matter', 'matter_lamps'), idOf('matter', 'matter_bridge')]

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
  recused: [{ name: '温组成', reason: '与述职人员系亲属' }],
  entries: 2,
  replaces: null,
  today,
} as const satisfies BallotCommand

const row = (satisfied: number, basically: number, dissatisfied: number): RowVotes => {
  return { satisfied, basically, dissatisfied, abstain: 0, unknown: 0, spoiled: 0 }
}
const counters = { chief: '顾总监', scrutineers: ['秦岚'], tellers: ['方以宁'] }
const counted: BallotCount = { issued: 28, returned: 28, invalid: 1, rows: [row(17, 8, 2)] }
const enter = (by: typeof lin, count: BallotCount = counted): BallotCommand => {
  if (!by) throw new Error('nobody')
  return { type: 'EnterBallot', by, count, counters, overReturned: 'voidAndRepeat', today }
}
const bookBy = (rule: RuleKey): RuleBook => {
  const book = seedRuleBook()
  const { officialBallot } = book.settings
  const grades = [
    { grade: 'passed', outcome: 'satisfied' },
    { grade: 'notPassed', outcome: 'unsatisfied' },
  ] as const
  const value = {
    ...officialBallot.value,
    rule,
    base: 'returned',
    comparator: 'ge',
    grades,
  } as const
  return { ...book, settings: { ...book.settings, officialBallot: { ...officialBallot, value } } }
}
const announce = (book = seedRuleBook()): Extract<BallotCommand, { type: 'AnnounceBallot' }> => {
  return { type: 'AnnounceBallot', book, excepted: [], demand: '', today }
}

function after(...commands: readonly BallotCommand[]): Ballot {
  return commands.reduce<Ballot>((state, command) => {
    const ruling = decideBallot(state, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    return ruling.value.reduce(evolveBallot, state)
  }, noBallot)
}

const refusalOf = (state: Ballot, command: BallotCommand) => {
  const ruling = decideBallot(state, command)
  return ruling.ok ? null : ruling.refusal
}

describe('items asked besides the overall question', () => {
  const asked = { ...opening, subject: { type: 'official', items: ['德', '廉'] } } as const
  const count = { ...counted, rows: [row(17, 8, 2), row(20, 5, 2), row(2, 5, 20)] }

  it('have a row each, of the same forms, and decide nothing', () => {
    const told = after(asked, enter(lin, count), enter(gu, count), announce())
    if (told.status !== 'announced') throw new Error(told.status)
    expect(told.results.map(({ result }) => result)).toEqual([
      'satisfied',
      'satisfied',
      'unsatisfied',
    ])
    const names = { officialName: '林述之', judged: [] }
    const said = announcementOf(told, 'gradeOnly', names)
    expect(said.at(-1)).toBe('林述之同志履职情况：测评结果为满意，德满意，廉不满意。')
    expect(announcementOf(told, 'counts', names).at(-1)).toMatch(
      /^林述之同志履职情况之“廉”：满意2票/,
    )
  })

  it('do not stand in for the overall question: where that is not satisfied, a demand is due', () => {
    const poor = { ...count, rows: [row(2, 5, 20), row(20, 5, 2), row(20, 5, 2)] }
    const ballot = after(asked, enter(lin, poor), enter(gu, poor))
    expect(refusalOf(ballot, announce())).toMatchObject({ code: 'ballot-demand-missing' })
    expect(refusalOf(after(asked), enter(lin, counted))).toMatchObject({
      code: 'ballot-rows-differ',
    })
  })
})

describe('a ballot on the official', () => {
  it('is not held without a quorum, and nobody is recused without a reason', () => {
    expect(refusalOf(noBallot, { ...opening, present: 16 })).toMatchObject({
      code: 'ballot-no-quorum',
      needed: 17,
    })
    const silent = { ...opening, recused: [{ name: '温组成', reason: ' ' }] }
    expect(refusalOf(noBallot, silent)).toMatchObject({ code: 'ballot-recusal-unexplained' })
  })

  it('hands no form to who is recused', () => {
    const count = { ...counted, issued: 29, returned: 29, rows: [row(18, 8, 2)] }
    expect(refusalOf(after(opening), enter(lin, count))).toEqual({
      code: 'ballot-issued-to-many',
      issued: 29,
      entitled: 28,
    })
  })

  it('is refused when a row does not add up to the valid forms', () => {
    const count = { ...counted, rows: [row(17, 8, 3)] }
    expect(refusalOf(after(opening), enter(lin, count))).toEqual({
      code: 'ballot-row-does-not-add-up',
      row: 1,
      sum: 28,
      valid: 27,
    })
  })

  it('entered by two people alike is counted; one alone is not', () => {
    expect(after(opening, enter(lin)).status).toBe('entered')
    expect(after(opening, enter(lin), enter(lin)).status).toBe('entered')
    expect(after(opening, enter(lin), enter(gu)).status).toBe('counted')
    expect(after({ ...opening, entries: 1 }, enter(lin)).status).toBe('counted')
  })

  it('entered differently shows where, and waits until the two agree', () => {
    const other = { ...counted, rows: [row(16, 9, 2)] }
    const differs = after(opening, enter(lin), enter(gu, other))
    expect(differs.status).toBe('differs')
    expect(differencesOf(counted, other)).toEqual([
      { row: 0, field: 'satisfied', first: 17, second: 16 },
      { row: 0, field: 'basically', first: 8, second: 9 },
    ])
    expect(refusalOf(differs, announce())).toMatchObject({ code: 'ballot-not-counted' })
    expect(refusalOf(differs, enter(qin))).toMatchObject({ code: 'ballot-two-entered' })
    expect(after(opening, enter(lin), enter(gu, other), enter(gu)).status).toBe('counted')
  })

  it('with more forms back than went out is void by itself, and stays on record', () => {
    const box = { issued: 27, returned: 28, invalid: 0, rows: [row(20, 6, 2)] }
    const ended = after({ ...opening, entries: 1 }, enter(lin, box))
    expect(ended).toMatchObject({ status: 'void', ground: 'overReturned' })
    expect(refusalOf(ended, announce())).toMatchObject({ code: 'ballot-not-counted' })
  })

  describe('where the chair decides of more forms than went out', () => {
    const box = { issued: 27, returned: 28, invalid: 0, rows: [row(20, 6, 2)] }
    const entering = { type: 'EnterBallot', by: lin, counters, today } as const
    const chair = (count: BallotCount): BallotCommand => {
      return { ...entering, count, overReturned: 'chairsDecide' }
    }
    const told = { type: 'DecideSurplus', reason: '监票人重新清点', today } as const
    const surplus = after({ ...opening, entries: 1 }, chair(box))

    it('waits for the decision and cannot be announced before', () => {
      expect(surplus.status).toBe('surplus')
      expect(refusalOf(surplus, announce())).toMatchObject({ code: 'ballot-surplus-undecided' })
      expect(refusalOf(surplus, { ...told, decision: 'recount', reason: ' ' })).toMatchObject({
        code: 'ballot-reason-missing',
      })
    })

    it('is counted once more, and announced by the new figures', () => {
      const again = after(
        { ...opening, entries: 1 },
        chair(box),
        { ...told, decision: 'recount' },
        chair({ ...box, issued: 28 }),
      )
      expect(again).toMatchObject({ status: 'counted', entered: [{ count: { issued: 28 } }] })
    })

    it('is void, so that everybody votes again; there is no way to let it stand', () => {
      const gone = after({ ...opening, entries: 1 }, chair(box), {
        ...told,
        decision: 'voidAndRepeat',
      })
      expect(gone).toMatchObject({ status: 'void', ground: 'overReturned' })
      expect(refusalOf(gone, { ...told, decision: 'recount' })).toMatchObject({
        code: 'ballot-without-surplus',
      })
    })
  })

  it('gets its grade from the frozen rule book: 17 of 33 are half', () => {
    const done = after(opening, enter(lin), enter(gu), announce())
    expect(done).toMatchObject({
      status: 'announced',
      results: [{ result: 'satisfied', report: { grade: '满意', denominatorValue: 33 } }],
    })
    expect(
      refusalOf(done, { type: 'VoidBallot', ground: 'irregular', reason: '重来', today }),
    ).toMatchObject({ code: 'ballot-already-announced' })
  })

  it('does not wonder that who is recused was handed no form', () => {
    const ballot = after(opening, enter(lin), enter(gu))
    if (ballot.status !== 'counted') throw new Error(ballot.status)
    const codes = (recused: number) => {
      const judged = judgeRows({ ...ballot, recused }, ballot.count, seedRuleBook())
      return judged.ok
        ? judged.value.flatMap(({ report }) => report.warnings.map(({ code }) => code))
        : []
    }
    expect(codes(1)).not.toContain('issued-differs-from-present')
    expect(codes(0)).toContain('issued-differs-from-present')
  })

  it('of 12, 12 and 2 does not pass where half of the votes cast must be 满意, and says what is asked', () => {
    const box = { issued: 26, returned: 26, invalid: 0, rows: [row(12, 12, 2)] }
    const ballot = after({ ...opening, members: 33, present: 29, entries: 1 }, enter(lin, box))
    const strict = announce(bookBy('votes-cast-half'))
    expect(refusalOf(ballot, strict)).toMatchObject({ code: 'ballot-demand-missing' })
    const ruling = decideBallot(ballot, { ...strict, demand: '继续整改三个月后再次评议。' })
    expect(ruling).toMatchObject({
      value: [{ results: [{ result: 'unsatisfied', report: { grade: '不通过' } }] }],
    })
  })
})

describe('a ballot on matters', () => {
  const matters = {
    ...opening,
    subject: { type: 'matters', matters: [lamps, bridge] },
    recused: [],
    entries: 1,
  } as const
  const sheet: BallotCount = {
    issued: 29,
    returned: 29,
    invalid: 0,
    rows: [
      row(20, 9, 0),
      row(21, 8, 0),
      row(22, 7, 0),
      row(10, 9, 10),
      row(20, 8, 1),
      row(19, 9, 1),
    ],
  }

  it('has three rows a matter, each with its own result', () => {
    const ballot = after(matters, enter(lin, sheet))
    if (ballot.status !== 'counted') throw new Error(ballot.status)
    expect(votesOn(ballot, sheet, bridge)).toMatchObject({
      measures: { satisfied: 10, dissatisfied: 10 },
      quality: { satisfied: 19 },
    })
    const ruling = decideBallot(ballot, announce())
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    const [event] = ruling.value
    expect(event).toMatchObject({ type: 'BallotAnnounced' })
    expect(
      event?.type === 'BallotAnnounced' && event.results.map(({ report }) => report.grade),
    ).toEqual(['满意', '满意', '满意', '基本满意', '满意', '满意'])
  })

  it('sets nothing apart: that is for a report judged as a whole', () => {
    const ballot = after(matters, enter(lin, sheet))
    expect(refusalOf(ballot, { ...announce(), excepted: [lamps] })).toMatchObject({
      code: 'ballot-no-exceptions',
    })
  })

  it('judged as a whole report gives every matter the figures of the report', () => {
    const whole = { ...matters, subject: { type: 'report', matters: [lamps, bridge] } } as const
    const three = { ...sheet, rows: sheet.rows.slice(0, 3) }
    const ballot = after(whole, enter(lin, three))
    if (ballot.status !== 'counted') throw new Error(ballot.status)
    expect(votesOn(ballot, three, bridge)).toEqual(votesOn(ballot, three, lamps))
    const set = decideBallot(ballot, { ...announce(), excepted: [bridge] })
    expect(set).toMatchObject({ value: [{ excepted: [bridge] }] })
  })
})

describe('laws of a ballot', () => {
  const figure = fc.nat(12)
  const anyRow = fc.record({
    satisfied: figure,
    basically: figure,
    dissatisfied: figure,
    abstain: figure,
    unknown: figure,
    spoiled: figure,
  })
  const anyCount = fc.record({
    issued: fc.nat(40),
    returned: fc.nat(40),
    invalid: fc.nat(10),
    rows: fc.array(anyRow, { minLength: 1, maxLength: 1 }),
  })

  it('whatever is counted adds up: every row to the valid forms, valid and invalid to those returned', () => {
    const closely = anyCount.map((count) => {
      const [first] = count.rows
      const returned = (first ? sumOfRow(first) : 0) + count.invalid
      return { ...count, returned }
    })
    fc.assert(
      fc.property(fc.oneof(anyCount, closely), (count) => {
        const ruling = decideBallot(after({ ...opening, entries: 1 }), enter(lin, count))
        if (!ruling.ok || ruling.value.some(({ type }) => type === 'BallotVoided')) return
        expect(count.issued).toBeLessThanOrEqual(28)
        expect(count.returned).toBeLessThanOrEqual(count.issued)
        for (const one of count.rows) expect(sumOfRow(one) + count.invalid).toBe(count.returned)
      }),
      { numRuns: 400 },
    )
  })

  it('nothing is announced that two people did not enter alike', () => {
    const entry = fc.tuple(fc.constantFrom(lin, gu, qin), fc.constantFrom(17, 16))
    fc.assert(
      fc.property(fc.array(entry, { size: 'max', maxLength: 8 }), (entries) => {
        const commands = entries.map(([by, n]) =>
          enter(by, { ...counted, rows: [row(n, 25 - n, 2)] }),
        )
        const ended = [opening, ...commands, announce()].reduce<Ballot>((state, command) => {
          const ruling = decideBallot(state, command)
          return ruling.ok ? ruling.value.reduce(evolveBallot, state) : state
        }, noBallot)
        if (ended.status !== 'announced') return
        const [first, second] = ended.entered
        expect(first?.by).not.toBe(second?.by)
        expect(second?.count).toEqual(first?.count)
      }),
    )
  })
})
