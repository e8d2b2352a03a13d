import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentOf } from '../appraisals/draw-lots.ts'
import { day } from '../kernel/day.ts'
import type { Decider } from '../kernel/decider.ts'
import { idOf } from '../kernel/ids.ts'
import { given } from '../testing/given.ts'
import { decideSample, type SampleCommand, type SampleRefusal } from './sample-decider.ts'
import { evolveSample, type Sample, type SampleEvent } from './sample.ts'

const today = day('2026-06-01')
const [clerk, chair] = [idOf('account', 'account_clerk'), idOf('account', 'account_chair')]
const candidates = Array.from({ length: 8 }, (_, at) => {
  return { matter: idOf('matter', `matter_look${at}`), number: at + 11 }
})
const none: Sample = { status: 'none' }
const decider: Decider<Sample, SampleCommand, SampleEvent, SampleRefusal> = {
  initial: none,
  decide: decideSample,
  evolve: evolveSample,
}
const [secret, salt] = ['秋收冬藏', 'k3v9q0w2m5x8z1a4']
const seal = {
  type: 'SealSample',
  purpose: 'lookBack',
  candidates,
  count: 3,
  commitment: commitmentOf({ secret, salt }),
  by: clerk,
  today,
} as const
const call = { type: 'CallSampleWord', word: '4721', by: chair, today } as const
const draw = { type: 'DrawSample', secret, salt, today } as const

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

const after = (...history: readonly SampleCommand[]) => given(decider, history)

describe('a sample', () => {
  it('can be computed again by anyone with nothing but sha256sum', () => {
    const state = after(seal, call).when(draw).happens('SampleDrawn')
    if (state.status !== 'drawn') throw new Error('not drawn')
    const list = candidates.map(({ number }, at) => `${at + 1} 第${number}号\n`).join('')
    const lines = [sha(list), `${secret}:${salt}`, '4721:called']
    expect(state.listHash).toBe(sha(list))
    expect(state.seed).toBe(sha(lines.map((line) => `${line}\n`).join('')))
    expect(new Set(state.tasks.map(({ matter }) => matter)).size).toBe(3)
  })

  it('is not called by whoever sealed it, nor drawn before somebody called', () => {
    after(seal)
      .when({ ...call, by: clerk })
      .isRefused('sample-called-by-sealer')
    after(seal).when(draw).isRefused('sample-wrong-status')
  })

  it('is not drawn with another secret than the sealed one', () => {
    after(seal, call)
      .when({ ...draw, secret: '秋收冬种' })
      .isRefused('sample-commitment-differs')
  })

  it('depends on the word that was called', () => {
    const tasksFor = (word: string) => {
      const state = after(seal, { ...call, word })
        .when(draw)
        .happens('SampleDrawn')
      return state.status === 'drawn' ? state.tasks.map(({ matter }) => matter).join() : ''
    }
    expect(new Set(['1', '2', '3', '4', '5', '6'].map(tasksFor)).size).toBeGreaterThan(1)
  })

  it('draws as many as asked for, each once, whatever is called', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), (count, word) => {
        const state = after({ ...seal, count }, { ...call, word: `${word}` })
          .when(draw)
          .happens('SampleDrawn')
        if (state.status !== 'drawn') throw new Error('not drawn')
        expect(new Set(state.tasks.map(({ matter }) => matter)).size).toBe(count)
      }),
    )
  })

  it('keeps what was found, once, and only of what was drawn', () => {
    const drawn = after(seal, call).when(draw).happens('SampleDrawn')
    if (drawn.status !== 'drawn') throw new Error('not drawn')
    const [first] = drawn.tasks
    const matter = first?.matter ?? idOf('matter', 'matter_none')
    const left = candidates.find((one) => drawn.tasks.every((task) => task.matter !== one.matter))
    const assign = { type: 'AssignSampleTask', matter, person: '秦岚', today } as const
    const record = {
      type: 'RecordSampleTask',
      matter,
      outcome: 'held',
      findings: '水压正常。',
      today,
    } as const
    const all = [seal, call, draw] as const
    after(...all, assign)
      .when(record)
      .happens('SampleTaskDone')
    after(...all, record)
      .when(record)
      .isRefused('sample-task-done')
    after(...all)
      .when({ ...record, outcome: 'asReported' })
      .isRefused('sample-outcome-wrong')
    after(...all)
      .when({ ...record, matter: left?.matter ?? matter })
      .isRefused('sample-not-drawn')
  })
})
