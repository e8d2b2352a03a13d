/** /api/v1/rule-books, /api/v1/county-books, /api/v1/appraisals/:appraisal/rule-book */
import * as countyBooks from '../contract/county-books.ts'
import { getFrozenBook, listRuleBooks } from '../contract/rule-books.ts'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import { draftBook, stepOnBook } from './book-commands.ts'
import {
  bookShown,
  readBooksToChoose,
  readCountyBook,
  readCountyBooks,
  readFrozenBook,
} from './read-books.ts'

export function ruleBookRoutes(api: Api, world: World): void {
  mount(api, listRuleBooks, ({ asked }) => readBooksToChoose(world, asked.by))
  mount(api, getFrozenBook, ({ asked, params }) =>
    readFrozenBook(world, asked.by, params.appraisal),
  )
  mount(api, countyBooks.listCountyBooks, ({ asked }) => readCountyBooks(world, asked.by))
  mount(api, countyBooks.getCountyBook, ({ asked, params }) =>
    readCountyBook(world, asked.by, params.book),
  )
  mount(api, countyBooks.draftCountyBook, ({ asked, body }) =>
    bookShown(world, asked.by, draftBook(world, { ...asked, ...body })),
  )
  mount(api, countyBooks.stepOnCountyBook, ({ asked, params, body }) =>
    bookShown(world, asked.by, stepOnBook(world, { ...asked, id: params.book, ...body })),
  )
}
