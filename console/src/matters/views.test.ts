import { describe, expect, it } from 'vitest'
import { readLedgerSearch } from './ledger-search.ts'
import { builtInViews, isSameSearch, viewQuery } from './views.ts'

describe('a view of the ledger', () => {
  it('comes back from the server as the same filters', () => {
    const search = readLedgerSearch({
      late: '1',
      status: 'issued,received',
      text: '路',
      sort: 'due',
    })
    expect(readLedgerSearch(viewQuery(search))).toEqual(search)
  })

  it('does not keep the day looked at', () => {
    expect(viewQuery(readLedgerSearch({ on: '2026-03-01', late: '1' }))).toEqual({ late: '1' })
  })

  it('is recognised whatever the order of its filters', () => {
    expect(isSameSearch({ late: true, sort: 'due' }, { sort: 'due', late: true })).toBe(true)
    expect(isSameSearch({ late: true }, {})).toBe(false)
  })

  it('built in: each is an address that the ledger understands in full', () => {
    for (const view of builtInViews)
      expect(readLedgerSearch(viewQuery(view.search))).toEqual(view.search)
  })
})
