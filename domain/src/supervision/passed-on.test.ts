/** What still asks something goes on to the successor by the same day; what is over, or the person’s own, stays. */
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { evolveConsequence, type Consequence } from './consequence.ts'
import { consequenceSteps } from './consequence-steps.ts'
import { decideNotice, evolveNotice, type Notice, type NoticeCommand } from './notice.ts'
import { isOfThePerson, passConsequenceOn } from './pass-consequence-on.ts'

const today = day('2026-09-01')
const [roads, traffic] = [idOf('unit', 'unit_roads1'), idOf('unit', 'unit_traffic1')]
const [former, successor] = [
  idOf('official', 'official_former1'),
  idOf('official', 'official_after1'),
]
const approval = { body: 'chairs', on: today, reference: '第18次主任会议' } as const

function notice(...commands: readonly NoticeCommand[]): Notice {
  const issue: NoticeCommand = {
    type: 'IssueNotice',
    level: 'reminder',
    unit: roads,
    matters: [idOf('matter', 'matter_test01')],
    problem: 'late',
    demand: '请报送方案。',
    reportBy: day('2026-09-20'),
    approval: null,
    approvers: ['chairs'],
    today,
  }
  return [issue, ...commands].reduce<Notice>(
    (state, command) => {
      const ruling = decideNotice(state, command)
      if (!ruling.ok) throw new Error(ruling.refusal.code)
      return ruling.value.reduce(evolveNotice, state)
    },
    { status: 'none' },
  )
}

const sign = { type: 'SignNotice', by: idOf('account', 'account_staff1'), today } as const
const pass = { type: 'PassNoticeOn', to: traffic, today } as const

describe('督办文书 of a unit that merged', () => {
  it.each([[[]], [[sign]]])('is its successor’s, signed for or not, by the same day', (before) => {
    expect(notice(...before, pass)).toMatchObject({
      status: before.length === 0 ? 'issued' : 'received',
      unit: traffic,
      reportBy: '2026-09-20',
      heldBefore: [{ unit: roads, until: today }],
    })
  })

  it('is answered there, and still says who had it', () => {
    const answer = { type: 'AnswerNotice', text: '已整改。', today } as const
    expect(notice(sign, pass, answer)).toMatchObject({
      status: 'answered',
      heldBefore: [{ unit: roads }],
    })
  })

  it('stays where it is once it was answered', () => {
    const over = notice(sign, { type: 'AnswerNotice', text: '已整改。', today })
    expect(decideNotice(over, pass)).toMatchObject({ ok: false })
  })
})

function measure(step: (typeof consequenceSteps)[number]): Consequence {
  const facts = {
    step,
    appraisal: idOf('appraisal', 'appraisal_test01'),
    unit: roads,
    official: former,
    matters: [],
    mover: 'chairs',
    signers: 0,
    members: 31,
    appointedBy: 'committeeAppointed',
    electedDeputy: false,
    due: day('2026-10-01'),
    session: '',
    approval,
  } as const
  const event = { type: 'ConsequenceDecided', ...facts, on: today, words: null } as const
  return evolveConsequence({ status: 'none' }, event)
}

const to = { unit: roads, official: successor, keptFor: null }

describe('监督措施 when the official leaves', () => {
  it.each(consequenceSteps)('%s', (step) => {
    const state = measure(step)
    const after = passConsequenceOn(state, { from: roads, to }, today).reduce(
      evolveConsequence,
      state,
    )
    const holder = isOfThePerson(step) ? former : successor
    expect(after).toMatchObject({ official: former, holder, unit: roads, due: '2026-10-01' })
  })

  it('of another unit than he leaves stays: he was only passing through', () => {
    expect(passConsequenceOn(measure('listed'), { from: traffic, to }, today)).toEqual([])
  })

  it('goes with the unit even where it is about the person', () => {
    const merged = { unit: traffic, official: successor, keptFor: null }
    const events = passConsequenceOn(measure('selfCriticism'), { from: roads, to: merged }, today)
    expect(events).toMatchObject([{ to: traffic, official: former }])
  })

  it('is passed to the same one only once', () => {
    const state = measure('listed')
    const once = passConsequenceOn(state, { from: roads, to }, today).reduce(
      evolveConsequence,
      state,
    )
    expect(passConsequenceOn(once, { from: roads, to }, today)).toEqual([])
  })
})
