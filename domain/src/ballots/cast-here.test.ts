import { describe, expect, it } from 'vitest'
import { day, instant } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { profileOf, resolveRuleBook } from '../rule-books/resolve-rule-book.ts'
import { evolveBallot, noBallot, type Ballot, type BallotEvent } from './ballot.ts'
import { castStatuses } from './cast-here.ts'
import { decideBallot, type OpeningBallot } from './decide-ballot.ts'
import { decideCourse, type CourseCommand } from './decide-course.ts'
import { explainCourseRefusal } from './course-refusals.ts'

const today = day('2026-11-27')
const [clerk, teller] = [idOf('account', 'account_clerk01'), idOf('account', 'account_teller01')]
const now = instant('2026-11-27T01:00:00.000Z')

const line = (name: string) => ({
  name,
  standing: 'present' as const,
  reason: '',
  isRecused: false,
})

const opening: OpeningBallot = {
  appraisal: idOf('appraisal', 'appraisal_test0001'),
  meeting: null,
  session: '第三十一次会议',
  heldOn: today,
  subject: { type: 'official' },
  source: { type: 'castHere', secrecy: 'secret', rehearsal: false },
  members: 7,
  present: 7,
  recused: [],
  roll: ['甲', '乙', '丙', '丁', '戊', '己', '庚'].map(line),
  entries: 2,
  replaces: null,
}

function opened(more: Partial<OpeningBallot> = {}): Ballot {
  const ruling = decideBallot(noBallot, { type: 'OpenBallot', ...opening, ...more, today })
  if (!ruling.ok) throw new Error(ruling.refusal.code)
  return ruling.value.reduce(evolveBallot, noBallot)
}

const frozen = {
  hash: 'a'.repeat(64),
  contests: 1,
  eligible: 7,
  kMin: 5,
  marks: ['satisfied', 'basically', 'dissatisfied', 'abstain'],
} as const

const seal = { sealed: 's', issued: 'i', close: 'c', ballots: 5, at: now }
const count = { issued: 7, returned: 5, invalid: 0, rows: [] }
const paper = { cast: 5, counts: [3, 1, 1, 0], blank: 0, invalid: 0 }
const counters = { chief: '顾总监', scrutineers: [], tellers: ['方以宁'] }

const steps: readonly CourseCommand[] = [
  { type: 'PrepareCast', issuers: 1, today },
  { type: 'RegisterCountLock', lock: 0, pk: 'one', by: clerk, today },
  { type: 'RegisterCountLock', lock: 1, pk: 'two', by: teller, today },
  { type: 'RegisterTellerKey', pk: 'three', by: teller, today },
  { type: 'FreezeManifest', ...frozen, keysMade: true, secondKeys: false, today },
  { type: 'OpenIssuing', today },
  { type: 'OpenVoting', paper: 0, tokens: 7, closesAt: null, now, today },
  { type: 'SealBallot', ...seal, today },
  { type: 'EnterCountKey', lock: 0, key: 'k', by: clerk, today },
  { type: 'EnterCountKey', lock: 1, key: 'l', by: teller, today },
  { type: 'SettleCount', count, paper: 0, today },
]

function take(ballot: Ballot, command: CourseCommand): Ballot {
  const ruling = decideCourse(ballot, command)
  if (!ruling.ok) throw new Error(ruling.refusal.code)
  return ruling.value.reduce<Ballot>(
    (state, event: BallotEvent) => evolveBallot(state, event),
    ballot,
  )
}

const upTo = (type: CourseCommand['type'], ballot: Ballot = opened()): Ballot =>
  steps
    .slice(
      0,
      steps.findIndex((step) => step.type === type),
    )
    .reduce(take, ballot)

const codeOf = (ballot: Ballot, command: CourseCommand): string => {
  const ruling = decideCourse(ballot, command)
  return ruling.ok ? 'done' : ruling.refusal.code
}

describe('a ballot cast here', () => {
  it('goes its course, step by step, to a count like any other', () => {
    const seen = new Set<string>()
    let ballot = opened()
    for (const step of steps) {
      ballot = take(ballot, step)
      seen.add(ballot.status)
    }
    expect([...seen]).toEqual([...castStatuses, 'counted'])
    expect(ballot).toMatchObject({ status: 'counted', count, entered: [] })
  })

  it('lets no step happen before its turn or twice, and says which one it is', () => {
    const early = steps.filter(({ type }) => type !== 'PrepareCast')
    for (const step of early) {
      expect(codeOf(opened(), step)).toBe('cast-not-its-turn')
    }
    const sealed = upTo('EnterCountKey')
    expect(codeOf(sealed, { type: 'OpenIssuing', today })).toBe('cast-not-its-turn')
    const words = explainCourseRefusal({
      code: 'cast-not-its-turn',
      wanted: ['issuing'],
      status: 'sealed',
    })
    expect(words.zh.what).toBe('这次测评现在是“已封票”，这一步在“正在发票”时才能办。')
  })

  it('needs the roll by name, and takes no figures from elsewhere', () => {
    const { roll: _, ...heads } = opening
    const ruling = decideBallot(noBallot, { type: 'OpenBallot', ...heads, today })
    expect(ruling).toEqual({ ok: false, refusal: { code: 'ballot-roll-needed' } })
    const entering = { by: clerk, count, counters, overReturned: 'voidAndRepeat', today } as const
    expect(decideBallot(opened(), { type: 'EnterBallot', ...entering })).toMatchObject({
      refusal: { code: 'ballot-cast-here' },
    })
  })

  it('is frozen only when every key is there', () => {
    const half = take(opened(), { type: 'PrepareCast', issuers: 2, today })
    const ruling = decideCourse(half, {
      type: 'FreezeManifest',
      ...frozen,
      keysMade: false,
      secondKeys: false,
      today,
    })
    const missing = ['issuerKeys', 'locks', 'tellerKey', 'secondIssuer']
    expect(ruling).toEqual({ ok: false, refusal: { code: 'cast-not-ready', missing } })
  })

  it('has its two locks from two people, where two people count', () => {
    const first = { type: 'RegisterCountLock', lock: 0, pk: 'one', by: clerk, today } as const
    const alone = { type: 'RegisterCountLock', lock: 1, pk: 'two', by: clerk, today } as const
    const prepared = (entries: 1 | 2) =>
      take(take(opened({ entries }), { type: 'PrepareCast', issuers: 1, today }), first)
    expect(codeOf(prepared(2), alone)).toBe('cast-both-locks-one-person')
    expect(codeOf(prepared(1), alone)).toBe('done')
    expect(codeOf(prepared(2), { ...alone, by: teller, pk: 'one' })).toBe('cast-lock-twice')
  })

  it('is never counted with a few paper ballots apart', () => {
    const issuing = upTo('OpenVoting')
    const open = { type: 'OpenVoting', tokens: 5, closesAt: null, now, today } as const
    expect(codeOf(issuing, { ...open, paper: 4 })).toBe('cast-few-paper')
    expect(codeOf(issuing, { ...open, paper: 5 })).toBe('done')
    const surrender = { type: 'SurrenderToken', voter: '甲', tokens: 9, today } as const
    const voting = upTo('SealBallot')
    expect(codeOf(voting, { ...surrender, paper: 0 })).toBe('cast-few-paper')
    expect(codeOf(voting, { ...surrender, paper: 4 })).toBe('done')
  })

  it('has no few tokens beside paper, whose ballots would tell how these people voted', () => {
    const open = { type: 'OpenVoting', closesAt: null, now, today } as const
    const issuing = upTo('OpenVoting')
    expect(codeOf(issuing, { ...open, paper: 6, tokens: 1 })).toBe('cast-few-tokens')
    expect(codeOf(issuing, { ...open, paper: 6, tokens: 4 })).toBe('cast-few-tokens')
    for (const [paper, tokens] of [
      [6, 0],
      [6, 5],
      // Nobody has paper: it is a small group, and the chair was told so.
      [0, 4],
    ] as const)
      expect(codeOf(issuing, { ...open, paper, tokens })).toBe('done')
    const surrender = { type: 'SurrenderToken', voter: '甲', paper: 5, today } as const
    const voting = upTo('SealBallot')
    for (const [tokens, code] of [
      [6, 'done'],
      [5, 'cast-few-tokens'],
      [2, 'cast-few-tokens'],
      [1, 'done'],
    ] as const)
      expect(codeOf(voting, { ...surrender, tokens })).toBe(code)
    expect(codeOf(issuing, { ...surrender, tokens: 5 })).toBe('done')
  })

  it('gives paper to a late-comer once voting is on, as one of several and never as one of a few', () => {
    const late = { type: 'TakePaper', voter: '庚', today } as const
    expect(codeOf(upTo('OpenVoting'), { ...late, paper: 0 })).toBe('done')
    const voting = upTo('SealBallot')
    expect(codeOf(voting, { ...late, paper: 3 })).toBe('cast-few-paper')
    expect(codeOf(voting, { ...late, paper: 4 })).toBe('done')
    expect(codeOf(upTo('EnterCountKey'), { ...late, paper: 9 })).toBe('cast-not-its-turn')
  })

  it('counts paper by two people, each for himself, and waits for the tellers’ signature', () => {
    const sealed = upTo('EnterCountKey')
    const counting = {
      type: 'CountPaper',
      by: clerk,
      contests: [paper],
      counters,
      taken: [5],
      today,
    } as const
    const uneven = { ...paper, cast: 4 }
    expect(codeOf(sealed, { ...counting, contests: [uneven] })).toBe('PAPER_DOES_NOT_ADD_UP')
    expect(codeOf(sealed, { ...counting, taken: [4] })).toBe('MORE_PAPER_THAN_ISSUED')
    expect(codeOf(sealed, { ...counting, taken: [0] })).toBe('cast-no-paper')
    const few = { cast: 2, counts: [2, 0, 0, 0], blank: 0, invalid: 0 }
    expect(codeOf(sealed, { ...counting, contests: [few] })).toBe('cast-few-paper-back')
    const once = take(sealed, counting)
    const state = { type: 'StatePaper', today } as const
    expect(codeOf(once, state)).toBe('cast-paper-not-counted')
    const other = { ...paper, counts: [2, 2, 1, 0] }
    const differs = take(once, { ...counting, by: teller, contests: [other] })
    expect(codeOf(differs, state)).toBe('cast-paper-not-counted')
    const agreed = take(differs, { ...counting, by: teller })
    const openedUp = steps.filter(({ type }) => type === 'EnterCountKey').reduce(take, agreed)
    const settle = { type: 'SettleCount', count, paper: 5, today } as const
    expect(codeOf(openedUp, settle)).toBe('cast-paper-not-stated')
    expect(codeOf(take(openedUp, state), settle)).toBe('done')
  })
})

describe('a rehearsal', () => {
  it('can never be announced, whatever was counted', () => {
    const source = { type: 'castHere', secrecy: 'secret', rehearsal: true } as const
    const book = profileOf('seed')
    if (!book) throw new Error('No rule book')
    let ballot = opened({ source })
    const announce = () =>
      decideBallot(ballot, {
        type: 'AnnounceBallot',
        book: resolveRuleBook(book),
        excepted: [],
        demand: '',
        today,
      })
    for (const step of steps) {
      ballot = take(ballot, step)
      expect(announce()).toEqual({ ok: false, refusal: { code: 'ballot-rehearsal' } })
    }
    expect(ballot.status).toBe('counted')
  })
})
