/** Figures half entered, kept in this tab of the browser over a reload; gone when they are submitted or the tab closes. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { useState } from 'react'
import { formFields, type BallotDraft } from './ballot-draft.ts'

const nameOf = (ballot: Id<'ballot'>, account: string) => `ballot ${ballot} ${account}`

export function useKeptDraft(ballot: Id<'ballot'>, account: string, start: () => BallotDraft) {
  const [draft, setDraft] = useState(() => read(nameOf(ballot, account)) ?? start())
  return {
    draft,
    change: (next: BallotDraft) => {
      setDraft(next)
      write(nameOf(ballot, account), JSON.stringify(next))
    },
    forget: () => write(nameOf(ballot, account), null),
  }
}

function read(name: string): BallotDraft | null {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(name) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

/** A browser that keeps nothing only loses the convenience. */
function write(name: string, text: string | null): void {
  try {
    if (text === null) window.sessionStorage.removeItem(name)
    else window.sessionStorage.setItem(name, text)
  } catch {
    return
  }
}

function isDraft(raw: unknown): raw is BallotDraft {
  if (typeof raw !== 'object' || raw === null || !('rows' in raw)) return false
  const named: Readonly<Record<string, unknown>> = { ...raw }
  return Array.isArray(raw.rows) && formFields.every((field) => typeof named[field] === 'string')
}
