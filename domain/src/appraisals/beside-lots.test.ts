import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { isBesideLots } from './beside-lots.ts'
import type { DrawingEvent } from './drawing.ts'

const on = day('2026-11-27')
const sealed = (participant: number): DrawingEvent => {
  return { type: 'LotSealed', participant, commitment: 'c', on }
}
const opened = (participant: number): DrawingEvent => {
  return { type: 'LotOpened', participant, secret: '数', salt: 's', on }
}
const decided: DrawingEvent = {
  type: 'DrawingDecided',
  outcome: 'goOn',
  without: [1],
  approval: { body: 'chairs', on, reference: '第12次主任会议' },
  on,
  words: { reason: '未到场' },
}
const drawn: DrawingEvent = { type: 'LotsDrawn', seed: 's', chosen: [0], on }

describe('those who take part in a drawing', () => {
  it('seal and open at the same time, each his own', () => {
    const seal = { type: 'SealLot', participant: 0 } as const
    expect(isBesideLots(seal, [sealed(1), sealed(2)])).toBe(true)
    expect(isBesideLots({ type: 'OpenLot', participant: 2 }, [opened(0), opened(1)])).toBe(true)
  })

  it('look again where their own was entered, the chairs decided or the lots were drawn', () => {
    const [seal, open] = [
      { type: 'SealLot', participant: 0 },
      { type: 'OpenLot', participant: 0 },
    ] as const
    expect(isBesideLots(seal, [sealed(1), sealed(0)])).toBe(false)
    expect(isBesideLots(open, [opened(0)])).toBe(false)
    for (const event of [decided, drawn]) expect(isBesideLots(open, [event])).toBe(false)
    expect(isBesideLots({ type: 'DecideDrawing' }, [sealed(1)])).toBe(false)
  })
})
