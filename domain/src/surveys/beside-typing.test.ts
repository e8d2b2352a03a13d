import { expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { isTypedBeside } from './beside-typing.ts'
import type { PaperBatchEvent } from './paper-batch.ts'

const on = day('2026-11-27')
const done: PaperBatchEvent = {
  type: 'PaperTypingDone',
  by: idOf('account', 'account_clerk01'),
  on,
}

it('two typists are done in the same minute; what was handed in is not typed any more', () => {
  expect(isTypedBeside([done])).toBe(true)
  expect(isTypedBeside([done, { type: 'PaperBatchHandedIn', differences: 0, on }])).toBe(false)
})
