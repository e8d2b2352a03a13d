/** The county's own versions in a data folder, for `luoshi rulebook … --data DIR`. */
import type { BookStanding } from '@luoshi/domain/rule-books/book-standing'
import type { BookId } from '@luoshi/domain/rule-books/county-book'
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import { countyVersions } from '@luoshi/server/rule-books/county-books'
import type { ExitCode, Terminal } from '../frame/command.ts'
import type { Options } from '../frame/read-options.ts'
import { congressFor, sayNoCongress, withOffice } from '../running/office.ts'

export type OwnBook = Readonly<{
  id: BookId
  edition: number
  standing: BookStanding
  book: RuleBook
}>

export async function withOwnBooks(
  options: Options,
  terminal: Terminal,
  act: (own: readonly OwnBook[]) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withOffice(options, terminal, async (office) => {
    const about = await congressFor(office, options.text('congress'))
    if (!about.ok) return sayNoCongress(terminal, options, about.refusal)
    const versions = await countyVersions(office.world.db, about.value)
    return act(
      versions.map(({ id, standing, book: { edition, book } }) => ({
        id,
        edition,
        standing,
        book,
      })),
    )
  })
}
