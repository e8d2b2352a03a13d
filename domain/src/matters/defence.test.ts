import { describe, expect, it } from 'vitest'
import { addDays } from '../kernel/day.ts'
import { appraisal, byChairs, evidence, liu, march1, theMatter, water } from '../testing/samples.ts'
import { decideDefence, evolveDefence, type Defence, type DefenceCommand } from './defence.ts'
import { explainDefenceRefusal } from './explain-defence.ts'
import { awaitsSession } from './limit.ts'

const today = march1
const filing = {
  type: 'FileDefence',
  about: { matter: theMatter, appraisal, unit: water, official: liu, round: 1 },
  status: 'received',
  until: addDays(today, 10),
  isOpen: false,
  text: '漏损的三公里属小区内部管网，不由水务局养护，附产权移交协议。',
  signedBy: '刘明远',
  evidence,
  today,
} as const
const answering = {
  type: 'AnswerDefence',
  outcome: 'standsInPart',
  answer: '小区内部管网改由住建局承办，其余仍由水务局整改。',
  approval: byChairs,
  today,
} as const

function after(...commands: readonly DefenceCommand[]): Defence {
  return commands.reduce<Defence>(
    (state, command) => {
      const ruling = decideDefence(state, command)
      if (!ruling.ok) throw new Error(ruling.refusal.code)
      return ruling.value.reduce(evolveDefence, state)
    },
    { status: 'none' },
  )
}

describe('a written defence', () => {
  it('is filed by the official with evidence, and answered by a body in words', () => {
    expect(after(filing)).toMatchObject({ status: 'filed', round: 1, evidence })
    expect(after(filing, answering)).toMatchObject({
      status: 'answered',
      outcome: 'standsInPart',
      answeredOn: today,
    })
  })

  it('is in time on the last day, and while the last day is 待定', () => {
    const last = { ...filing, until: today }
    expect(after(last).status).toBe('filed')
    expect(after({ ...filing, until: awaitsSession }).status).toBe('filed')
  })

  it.each<readonly [string, Defence, DefenceCommand]>([
    ['defence-window-passed', { status: 'none' }, { ...filing, until: addDays(today, -1) }],
    ['defence-not-now', { status: 'none' }, { ...filing, status: 'closed' }],
    ['defence-not-now', { status: 'none' }, { ...filing, status: 'approved' }],
    ['defence-waits', { status: 'none' }, { ...filing, isOpen: true }],
    ['defence-text-missing', { status: 'none' }, { ...filing, text: ' ' }],
    ['defence-unsigned', { status: 'none' }, { ...filing, signedBy: '' }],
    ['defence-exists', after(filing), filing],
    ['defence-not-filed', { status: 'none' }, answering],
    ['defence-answered', after(filing, answering), answering],
    ['defence-answer-missing', after(filing), { ...answering, answer: '' }],
    [
      'defence-approval-missing',
      after(filing),
      { ...answering, approval: { ...byChairs, reference: ' ' } },
    ],
    [
      'defence-approval-to-come',
      after(filing),
      { ...answering, approval: { ...byChairs, on: addDays(today, 1) } },
    ],
  ])('is refused as %s, with the way out', (code, state, command) => {
    const ruling = decideDefence(state, command)
    if (ruling.ok) throw new Error('was accepted')
    expect(ruling.refusal.code).toBe(code)
    expect(explainDefenceRefusal(ruling.refusal).zh.fix).not.toBe('')
  })

  it('names nobody in its facts', () => {
    const ruling = decideDefence({ status: 'none' }, filing)
    if (!ruling.ok) throw new Error('refused')
    const facts = ruling.value.map((event) => ({ ...event, words: null }))
    expect(JSON.stringify(facts)).not.toMatch(/刘明远|漏损/)
  })
})
