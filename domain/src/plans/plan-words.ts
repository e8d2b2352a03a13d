/** How offices write parts of a plan into the cells of a sheet, and what is read back out of them. */
import type { Person } from './plan.ts'

/** 甲（副县长） as the sheet shows it. A name without a post is no complete person: the plan's rule says so. */
export function personIn(text: string): Person | null {
  const found = /^(?<name>[^（(]+)[（(](?<post>[^）)]+)[）)]$/u.exec(text.trim())?.groups
  if (found) return { name: (found['name'] ?? '').trim(), post: (found['post'] ?? '').trim() }
  return text.trim() === '' ? null : { name: text.trim(), post: '' }
}

/** Who does it; the section is the post of one who has none. */
export function doer(does: string, section: string): Person | null {
  const named = personIn(does)
  if (!named) return null
  return named.post === '' ? { ...named, post: section.trim() } : named
}

/** 1.定人 \n 2.定段: the numbers are the sheet's. */
export function measuresIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*\d{1,2}[.、．]\s*/u, '').trim())
    .filter((line) => line !== '')
}
