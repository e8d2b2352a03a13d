import { describe, expect, it } from 'vitest'
import { isDay, type Day } from '../../kernel/day.ts'
import { isId, type Id } from '../../kernel/ids.ts'
import {
  decideIndicator,
  evolveIndicator,
  explainIndicatorRefusal,
  noIndicator,
  type Indicator,
  type IndicatorCommand,
  type Reading,
} from './indicator.ts'

function day(raw: string): Day {
  if (!isDay(raw)) throw new Error(raw)
  return raw
}

function appraisal(): Id<'appraisal'> {
  const raw = 'appraisal_0001'
  if (!isId('appraisal', raw)) throw new Error(raw)
  return raw
}

const today = day('2026-09-01')
const first: Reading = { on: day('2026-03-01'), value: 87, of: 120, source: '审批台账' }
const entering = {
  type: 'EnterIndicator',
  appraisal: appraisal(),
  matters: [],
  name: '按时办结',
  unit: '件',
  better: 'more',
  first,
  today,
} as const

function after(...commands: readonly IndicatorCommand[]): Indicator {
  return commands.reduce<Indicator>((state, command) => {
    const ruling = decideIndicator(state, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    return ruling.value.reduce(evolveIndicator, state)
  }, noIndicator)
}

describe('an indicator', () => {
  it('is entered with its first reading and source, read again, and corrected for the same day', () => {
    const later: Reading = { on: day('2026-08-31'), value: 110, of: 118, source: '审批台账' }
    const state = after(
      entering,
      { type: 'ReadIndicator', reading: { ...later, value: 101 }, today },
      { type: 'ReadIndicator', reading: later, today },
    )
    expect(state).toMatchObject({ name: '按时办结', unit: '件', readings: [first, later] })
  })

  it.each([
    ['indicator-nameless', { ...entering, name: ' ' }],
    ['indicator-without-source', { ...entering, first: { ...first, source: '' } }],
    ['indicator-number-wrong', { ...entering, first: { ...first, value: 121 } }],
    ['indicator-number-wrong', { ...entering, first: { ...first, value: 72.5, of: 100 } }],
    ['indicator-day-in-the-future', { ...entering, first: { ...first, on: day('2026-09-02') } }],
  ] as const)('is refused: %s', (code, command) => {
    const ruling = decideIndicator(noIndicator, command)
    expect(ruling.ok ? null : ruling.refusal.code).toBe(code)
    if (!ruling.ok) expect(explainIndicatorRefusal(ruling.refusal).zh.fix).toMatch(/。$/)
  })

  it('stays a part of a whole, or a number by itself', () => {
    const reading = { ...first, of: null }
    const ruling = decideIndicator(after(entering), { type: 'ReadIndicator', reading, today })
    expect(ruling.ok ? null : ruling.refusal.code).toBe('indicator-other-kind')
    expect(decideIndicator(after(entering), entering).ok).toBe(false)
    expect(decideIndicator(noIndicator, { type: 'ReadIndicator', reading, today }).ok).toBe(false)
  })
})
