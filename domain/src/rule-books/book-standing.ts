/**
 * Rule: of one 办法 the latest adopted version is in force and the earlier ones are superseded. A withdrawn version brings
 * no earlier one back: what had been superseded stays so. Source: issue 2 item 1; ordinary practice of 修订 and 废止.
 */
import type { KnownCountyBook } from './county-book.ts'

export const bookStandings = ['draft', 'current', 'superseded', 'withdrawn', 'dropped'] as const

export type BookStanding = (typeof bookStandings)[number]

export const bookStandingLabels: Readonly<
  Record<BookStanding, Readonly<{ zh: string; en: string }>>
> = {
  draft: { zh: '草案', en: 'Draft' },
  current: { zh: '现行', en: 'In force' },
  superseded: { zh: '已被修订', en: 'Superseded' },
  withdrawn: { zh: '已废止', en: 'Withdrawn' },
  dropped: { zh: '草案已撤销', en: 'Draft dropped' },
}

export function bookStanding(one: KnownCountyBook, all: readonly KnownCountyBook[]): BookStanding {
  switch (one.status) {
    case 'drafting':
      return 'draft'
    case 'dropped':
      return 'dropped'
    case 'withdrawn':
      return 'withdrawn'
    case 'adopted': {
      const isSettled = (other: KnownCountyBook) =>
        other.status === 'adopted' || other.status === 'withdrawn'
      const later = all.some(
        (other) => other.series === one.series && other.edition > one.edition && isSettled(other),
      )
      return later ? 'superseded' : 'current'
    }
  }
}
