import { expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { isBesideSigning } from './beside-signing.ts'
import type { HandOverEvent } from './hand-over-list.ts'

const on = day('2026-11-27')
const signed: HandOverEvent = {
  type: 'HandOverSigned',
  as: 'leaver',
  on,
  account: null,
  paper: [],
  words: { name: '原局长' },
}
const followed: HandOverEvent = { type: 'HandOverFollowed', by: idOf('handover', 'handover_next') }

it('three sign one hand-over list at the same time; a list that another one followed is looked at again', () => {
  expect(isBesideSigning([signed, { ...signed, as: 'witness' }])).toBe(true)
  expect(isBesideSigning([signed, followed])).toBe(false)
})
