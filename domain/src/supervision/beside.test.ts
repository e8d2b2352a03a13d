import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { isBesideSample } from './beside.ts'
import type { SampleEvent } from './sample.ts'

const on = day('2026-11-27')
const [lamps, bridge] = [idOf('matter', 'matter_lamps'), idOf('matter', 'matter_bridge')]
const assigned = (matter: typeof lamps): SampleEvent => {
  return { type: 'SampleTaskAssigned', matter, on, words: { person: '秦岚' } }
}
const looked = (matter: typeof lamps): SampleEvent => {
  return { type: 'SampleTaskDone', matter, outcome: 'held', on, words: { findings: '路灯都亮' } }
}
const drawn: SampleEvent = {
  type: 'SampleDrawn',
  secret: '秋收冬藏',
  salt: 's',
  seed: 's',
  chosen: [0],
  on,
}

describe('looking at what was drawn', () => {
  it('is recorded beside what others record of other matters', () => {
    for (const type of ['AssignSampleTask', 'RecordSampleTask'] as const)
      expect(isBesideSample({ type, matter: lamps }, [looked(bridge), assigned(bridge)])).toBe(true)
  })

  it('is looked at again where the same matter was touched, or the sample was drawn only now', () => {
    for (const event of [looked(lamps), assigned(lamps), drawn])
      expect(isBesideSample({ type: 'RecordSampleTask', matter: lamps }, [event])).toBe(false)
    for (const type of ['CallSampleWord', 'DrawSample', 'VoidSample'] as const)
      expect(isBesideSample({ type }, [looked(bridge)])).toBe(false)
  })
})
