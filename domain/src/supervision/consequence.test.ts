import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { appointers } from '../people/directory.ts'
import { fifthOf, moverFault, standingFault } from './consequence-checks.ts'
import { consequenceSteps, stepTexts, type ConsequenceStep } from './consequence-steps.ts'
import { evolveConsequence, type Consequence, type ConsequenceEvent } from './consequence.ts'
import { decideConsequence, type ConsequenceCommand } from './decide-consequence.ts'
import { suggestedSteps } from './suggest-steps.ts'

const today = day('2026-09-01')
const none: Consequence = { status: 'none' }
const approval = { body: 'chairs', on: today, reference: '第18次主任会议' } as const

type Deciding = Extract<ConsequenceCommand, { type: 'DecideConsequence' }>

function deciding(step: ConsequenceStep, more: Partial<Deciding> = {}): Deciding {
  return {
    type: 'DecideConsequence',
    step,
    appraisal: idOf('appraisal', 'appraisal_test01'),
    unit: idOf('unit', 'unit_roads1'),
    official: idOf('official', 'official_roads1'),
    matters: [],
    mover: 'chairs',
    signers: 0,
    members: 31,
    appointedBy: 'committeeAppointed',
    electedDeputy: false,
    due: day('2026-10-01'),
    session: '第三十二次会议',
    approval,
    words: {
      target: '县公路局',
      text: '为何两轮整改仍未完成？',
      material: '两轮测评结果',
      movers: '',
    },
    approvers: ['chairs'],
    today,
    ...more,
  }
}

const code = (result: ReturnType<typeof decideConsequence>) =>
  result.ok ? result.value.map(({ type }) => type).join(' ') : result.refusal.code

/** What is on record after these commands, each of which must have been taken. */
function after(...commands: readonly ConsequenceCommand[]): Consequence {
  let state = none
  for (const command of commands) {
    const ruling = decideConsequence(state, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    state = ruling.value.reduce<Consequence>(
      (before, one: ConsequenceEvent) => evolveConsequence(before, one),
      state,
    )
  }
  return state
}

describe('质询', () => {
  const asked = (signers: number) => deciding('interpellation', { mover: 'members', signers })

  it('takes three members at county level: two are refused, with the lawful way out', () => {
    const two = decideConsequence(none, asked(2))
    expect(two).toMatchObject({ ok: false, refusal: { code: 'consequence-too-few-signers' } })
    expect(JSON.stringify(two)).toContain('询问没有人数要求')
    expect(code(decideConsequence(none, asked(3)))).toBe('ConsequenceDecided')
  })

  it('names target, question and content in writing', () => {
    const words = { target: ' ', text: '问题', material: '', movers: '' }
    expect(code(decideConsequence(none, { ...asked(3), words }))).toBe('consequence-text-missing')
    const empty = { target: '县公路局', text: '', material: '', movers: '' }
    expect(code(decideConsequence(none, { ...asked(3), words: empty }))).toBe(
      'consequence-text-missing',
    )
  })

  it('is answered again only when more than half of the proposers are dissatisfied and the chairs decide so', () => {
    const answer = {
      type: 'AnswerConsequence',
      way: 'written',
      text: '已查明原因。',
      signer: '局长',
      today,
    } as const
    const rate = (dissatisfied: number) =>
      ({ type: 'RateConsequenceAnswer', dissatisfied, today }) as const
    const second = { type: 'OrderSecondAnswer', approval, today } as const
    const four = asked(4)
    expect(code(decideConsequence(after(four, answer, rate(2)), second))).toBe(
      'consequence-not-dissatisfied',
    )
    const again = after(four, answer, rate(3), second)
    expect(again.status).toBe('decided')
    const concluded = { type: 'ConcludeConsequence', text: '提案人满意', today } as const
    expect(code(decideConsequence(after(four, answer, rate(3), second, answer), concluded))).toBe(
      'consequence-not-rated',
    )
    expect(after(four, answer, rate(3), second, answer, rate(0), concluded).status).toBe(
      'concluded',
    )
  })

  it('is answered in writing only over the signature of the head', () => {
    const unsigned = {
      type: 'AnswerConsequence',
      way: 'written',
      text: '已查明。',
      signer: '',
      today,
    } as const
    expect(code(decideConsequence(after(asked(3)), unsigned))).toBe('consequence-text-missing')
  })
})

describe('撤职案', () => {
  const moved = deciding('removal')
  const defence = { type: 'HearDefence', way: 'written', text: '本人的申辩', today } as const
  const vote = {
    type: 'CountRemovalVote',
    yes: 16,
    no: 10,
    abstain: 2,
    secret: true,
    today,
  } as const

  it('is not voted on before the person was heard, nor by show of hands', () => {
    expect(code(decideConsequence(after(moved), vote))).toBe('consequence-defence-missing')
    expect(code(decideConsequence(after(moved, defence), { ...vote, secret: false }))).toBe(
      'consequence-not-secret',
    )
  })

  it('passes by more than half of all members, present or not', () => {
    const passed = (yes: number) => {
      const state = after(moved, defence, { ...vote, yes })
      return state.status === 'decided' && state.vote?.passed
    }
    expect(passed(16)).toBe(true)
    expect(passed(15)).toBe(false)
  })

  it('needs material and a reason', () => {
    const words = { ...moved.words, material: '' }
    expect(code(decideConsequence(none, { ...moved, words }))).toBe('consequence-text-missing')
  })

  it('by members takes a fifth of all of them, the number included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 80 }), fc.nat(80), (members, signers) => {
        const fault = moverFault('removal', { mover: 'members', signers, members })
        expect(fault === null).toBe(signers * 5 >= members)
      }),
    )
    expect(fifthOf(31)).toBe(7)
    expect(fifthOf(30)).toBe(6)
  })
})

describe('who appointed gates what may follow', () => {
  const open = (appointedBy: (typeof appointers)[number] | null, electedDeputy = false) =>
    consequenceSteps.filter(
      (step) =>
        stepTexts[step].rung >= 8 && standingFault(step, { appointedBy, electedDeputy }) === null,
    )

  it('the committee removes only whom it appointed or may remove', () => {
    expect(open('committeeAppointed')).toEqual(['dismissal', 'removal'])
    expect(open('congressElected')).toEqual([])
    expect(open('congressElected', true)).toEqual(['removal'])
    expect(open('notByCongress')).toEqual(['organisational'])
    expect(open('verticallyManaged')).toEqual(['superior'])
    expect(open(null)).toEqual([])
  })

  it('every refusal says why and names a way, in both languages', () => {
    for (const step of consequenceSteps)
      for (const appointedBy of [...appointers, null])
        for (const electedDeputy of [true, false]) {
          const fault = standingFault(step, { appointedBy, electedDeputy })
          if (fault === null) continue
          for (const { what, fix } of [fault.words.zh, fault.words.en]) {
            expect(what.length).toBeGreaterThan(8)
            expect(fix.length).toBeGreaterThan(8)
          }
        }
  })

  it('a refused standing refuses the command, whoever decided it', () => {
    const command = deciding('removal', { appointedBy: 'notByCongress' })
    expect(code(decideConsequence(none, command))).toBe('consequence-not-appointed-by-committee')
  })
})

it('nothing is decided without the body that may: listed supervision is the chairs’ own', () => {
  const byClerk = { body: 'workingCommittee', on: today, reference: '工委会议' } as const
  expect(code(decideConsequence(none, deciding('listed', { approval: byClerk })))).toBe(
    'consequence-not-decided',
  )
  expect(code(decideConsequence(none, deciding('specialInquiry')))).toBe('consequence-not-decided')
  const noNumber = { ...approval, reference: ' ' }
  for (const step of consequenceSteps)
    expect(
      code(
        decideConsequence(
          none,
          deciding(step, {
            approval: noNumber,
            appointedBy: 'committeeAppointed',
            mover: step === 'interpellation' ? 'members' : 'chairs',
            signers: 3,
          }),
        ),
      ),
    ).toMatch(/^consequence-(not-decided|appointed|not-vertically)/)
})

it('steps are suggested from the rule book’s rounds on, as far as they are open; and approval when all is satisfied', () => {
  const book = [
    { measure: 'listed', fromRound: 2 },
    { measure: 'selfCriticism', fromRound: 3 },
    { measure: 'partyReferral', fromRound: 3 },
  ] as const
  const open = { openMatters: 2, closedMatters: 5, appointedBy: 'committeeAppointed' } as const
  expect(suggestedSteps({ ...open, round: 1 }, book)).toEqual([])
  expect(suggestedSteps({ ...open, round: 2 }, book)).toEqual(['listed'])
  expect(suggestedSteps({ ...open, round: 3 }, book)).toEqual(['listed', 'selfCriticism'])
  const vertical = { ...open, round: 3, appointedBy: 'verticallyManaged' } as const
  expect(suggestedSteps(vertical, book)).toEqual(['listed', 'selfCriticism', 'superior'])
  expect(suggestedSteps({ ...open, round: 2, openMatters: 0 }, book)).toEqual(['affirmation'])
})

it('what is over stays as it is', () => {
  const lift = { type: 'LiftConsequence', reason: '已按期完成', today } as const
  const state = after(deciding('talk'), lift)
  expect(code(decideConsequence(state, lift))).toBe('consequence-not-open')
})
