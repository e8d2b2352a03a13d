import { idOf } from '@luoshi/domain/kernel/ids'
import { describe, expect, it } from 'vitest'
import { filterCount, readLedgerSearch } from './ledger-search.ts'

describe('the address of the ledger', () => {
  it('reads every filter it knows', () => {
    expect(
      readLedgerSearch({
        text: '道路',
        unit: 'unit_abcd',
        status: 'issued,received',
        phase: 'during',
        late: '1',
        mine: true,
        sort: 'due',
        on: '2026-03-01',
      }),
    ).toEqual({
      text: '道路',
      unit: idOf('unit', 'unit_abcd'),
      status: 'issued,received',
      phase: 'during',
      late: true,
      mine: true,
      sort: 'due',
      on: '2026-03-01',
    })
  })

  it('leaves out what it does not understand, so that an old link still opens', () => {
    expect(
      readLedgerSearch({
        text: '  ',
        unit: 'somebody',
        status: 'lost,closed',
        phase: 'later',
        late: 'no',
        sort: 'shape',
        on: '2026-02-30',
        page: 7,
      }),
    ).toEqual({ status: 'closed' })
  })

  it('takes a number as words to look for, as the router parses `text=12` into a number', () => {
    expect(readLedgerSearch({ text: 12 })).toEqual({ text: '12' })
  })

  it('counts only what narrows the list', () => {
    expect(filterCount(readLedgerSearch({ sort: 'due', on: '2026-03-01' }))).toBe(0)
    expect(filterCount(readLedgerSearch({ late: '1', text: '路' }))).toBe(2)
  })
})
