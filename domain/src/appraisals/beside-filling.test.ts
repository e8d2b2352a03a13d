import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { isBesideFilling } from './beside-filling.ts'
import type { SelfCheckEvent } from './self-check.ts'

const on = day('2026-11-27')
const words = { finding: '不规范', cause: '培训少', remedy: '已修订', files: [] }
const named = (question: string, gap: string): SelfCheckEvent => {
  return { type: 'GapNamed', gap, question, evidence: [], fixedOn: null, words }
}
const dropped = (gap: string): SelfCheckEvent => ({ type: 'GapDropped', gap })
const nothing = (question: string): SelfCheckEvent => ({ type: 'NothingFound', question, on })
const achieved: SelfCheckEvent = {
  type: 'AchievementNamed',
  achievement: 'a3',
  evidence: [],
  words: null,
}
const undone: SelfCheckEvent = { type: 'AchievementDropped', achievement: 'a3' }
const submitted: SelfCheckEvent = { type: 'SelfCheckSubmitted', on, words: { signedBy: '局长' } }
const passedOn: SelfCheckEvent = { type: 'SelfCheckPassedOn', to: idOf('unit', 'unit_water'), on }
const checked = (gap: string): SelfCheckEvent => {
  return { type: 'SelfFixChecked', gap, outcome: 'confirmed', on, words: { findings: '属实' } }
}
const opinion = idOf('opinion', 'opinion_number1')
const takenOver = (gap: string): SelfCheckEvent => {
  return { type: 'GapTakenOver', gap, opinion, matter: null, on }
}

const nameAtTwo = { type: 'NameGap', question: 'q2' } as const
const rewrite = { ...nameAtTwo, replaces: 'g1' } as const
const clean = {
  type: 'StateNothingFound',
  stated: [{ question: 'q2' }, { question: 'q3' }],
} as const

describe('several people filling one self-check', () => {
  it('go on beside what the others write at other questions', () => {
    for (const [step, ...since] of [
      [nameAtTwo, named('q1', 'g1'), nothing('q3'), achieved, dropped('g1')],
      [rewrite, named('q1', 'g7'), dropped('g2')],
      [clean, named('q1', 'g1'), nothing('q4'), dropped('g5'), undone],
      [{ type: 'DropGap', gap: 'g1' }, named('q1', 'g2'), dropped('g3'), nothing('q2')],
      [{ type: 'NameAchievement' }, achieved, named('q1', 'g1')],
      [{ type: 'DropAchievement', achievement: 'a1' }, achieved, undone],
      [{ type: 'TakeOverGap', gap: 'g1' }, checked('g2'), takenOver('g3')],
      [{ type: 'VerifySelfFix', gap: 'g2' }, takenOver('g1'), checked('g3')],
    ] as const)
      expect([step.type, isBesideFilling(step, since)]).toEqual([step.type, true])
  })

  it('look again where the same question, gap or achievement was touched, or all of it went on', () => {
    for (const [step, event] of [
      [nameAtTwo, named('q2', 'g9')],
      [nameAtTwo, nothing('q2')],
      [rewrite, dropped('g1')],
      [clean, named('q3', 'g9')],
      [clean, nothing('q2')],
      [{ type: 'DropGap', gap: 'g1' }, dropped('g1')],
      [{ type: 'DropAchievement', achievement: 'a3' }, undone],
      [{ type: 'TakeOverGap', gap: 'g1' }, checked('g1')],
      [{ type: 'VerifySelfFix', gap: 'g1' }, takenOver('g1')],
      [nameAtTwo, submitted],
      [{ type: 'NameAchievement' }, passedOn],
      [{ type: 'TakeOverGap', gap: 'g1' }, named('q1', 'g2')],
    ] as const)
      expect([step.type, isBesideFilling(step, [event])]).toEqual([step.type, false])
  })

  it('do not submit it, nor send it back, before they have seen what was written last', () => {
    for (const type of ['SubmitSelfCheck', 'ReturnSelfCheck'] as const)
      for (const event of [named('q1', 'g1'), achieved, checked('g1')])
        expect(isBesideFilling({ type }, [event])).toBe(false)
  })
})
