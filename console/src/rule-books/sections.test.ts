import { settingKeys } from '@luoshi/domain/rule-books/rule-book'
import { expect, it } from 'vitest'
import { sectionKeys, sections } from './sections.ts'

it('shows every setting in one section and only one', () => {
  const shown = sectionKeys.flatMap((section) => sections[section])
  expect(shown.toSorted((a, b) => a.localeCompare(b))).toEqual(
    settingKeys.toSorted((a, b) => a.localeCompare(b)),
  )
})
