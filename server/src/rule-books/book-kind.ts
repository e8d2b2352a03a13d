/** Versions of a county's 办法 as records: their events, and the row each is found by. */
import {
  evolveCountyBook,
  noCountyBook,
  type CountyBook,
  type CountyBookEvent,
} from '@luoshi/domain/rule-books/county-book'
import { recordKind } from '../execute/record.ts'

export const bookKind = recordKind<'book', CountyBook, CountyBookEvent>({
  kind: 'book',
  events: {
    RuleBookDrafted: true,
    RuleBookNamed: true,
    SettingChanged: true,
    RuleBookAdopted: true,
    RuleBookWithdrawn: true,
    RuleBookDropped: true,
  },
  initial: noCountyBook,
  evolve: evolveCountyBook,
  row: (state) => {
    if (state.status === 'none') return null
    const { book, series, draftedOn } = state
    const on_day =
      state.status === 'adopted' || state.status === 'withdrawn'
        ? state.adoption.approval.on
        : draftedOn
    return { title: book.name, parent: series, on_day }
  },
})
