/** What differs between one round and the round before, so that the eye goes to it. */
import type { Person } from '@luoshi/domain/plans/plan'

export type Compared<Value> = Readonly<{ value: Value; changed: boolean; was: string | null }>

/** Compared only when there was something before. */
export function compared(now: string, before: string | null | undefined): Compared<string> {
  const changed = typeof before === 'string' && before !== now
  return { value: now, changed, was: changed ? before : null }
}

export type ListChange = Readonly<{
  lines: readonly Readonly<{ text: string; added: boolean }>[]
  dropped: readonly string[]
}>

export function comparedList(
  now: readonly string[],
  before: readonly string[] | null | undefined,
): ListChange {
  if (!before) return { lines: now.map((text) => ({ text, added: false })), dropped: [] }
  return {
    lines: now.map((text) => ({ text, added: !before.includes(text) })),
    dropped: before.filter((text) => !now.includes(text)),
  }
}

/** +5, −3, or nothing. */
export function difference(now: number, before: number | null | undefined): string {
  if (typeof before !== 'number' || before === now) return ''
  return now > before ? `+${now - before}` : `−${before - now}`
}

export function personText({ name, post }: Person): string {
  return `${name}（${post}）`
}
