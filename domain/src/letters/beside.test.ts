import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { isBesideLetter } from './beside.ts'
import type { LetterEvent } from './letter.ts'

const on = day('2026-11-27')
const [roads, water] = [idOf('unit', 'unit_roads'), idOf('unit', 'unit_water')]
const signed: LetterEvent = { type: 'LetterSigned', unit: water, on, words: { signer: '王某' } }
const voided: LetterEvent = {
  type: 'LetterItemVoided',
  matter: idOf('matter', 'matter_lamps'),
  reissue: idOf('letter', 'letter_again'),
  on,
  words: { reason: '送错单位' },
}
const passedOn: LetterEvent = { type: 'LetterPassedOn', from: water, to: roads, on }
const withdrawn: LetterEvent = { type: 'LetterWithdrawn', on, words: { reason: '编号有误' } }

describe('signing for a letter', () => {
  it('means the same beside the receipts of other units', () => {
    expect(isBesideLetter('SignLetter', [signed, signed])).toBe(true)
  })

  it('waits for another look where the letter itself has changed', () => {
    for (const event of [voided, passedOn, withdrawn])
      expect(isBesideLetter('SignLetter', [signed, event])).toBe(false)
  })

  it('is seen by whoever withdraws the letter or changes it', () => {
    for (const step of ['WithdrawLetter', 'VoidItem', 'ReviseLetter', 'ApproveLetter'] as const)
      expect(isBesideLetter(step, [signed])).toBe(false)
  })
})
