/**
 * What is being filled in, on this device alone: it survives a reload and a lost connection, and is gone when the answer
 * has been received. Nothing is kept at a kiosk. A browser that keeps nothing (private mode) works all the same.
 */
import { nothingKept, type Kept } from './sending-by-token.ts'

export type Draft = Readonly<{
  /** Of the answer, by chance: sent again it is the same one. */
  id: string
  secret: string
  /** Where the person is. */
  step: number
  /** Names and values of the form. */
  fields: readonly (readonly [string, string])[]
  /** What was sent and has not been answered yet; from then on it is not changed any more. */
  sent: string | null
  /** Of an invited person: what is under way to tokens, and what waits to be sent. */
  kept: Kept
}>

export type Drafts = Readonly<{
  read: () => Draft | null
  keep: (draft: Draft) => void
  /** `done`: an answer of this device was received. */
  forget: (done: boolean) => void
  isDone: () => boolean
}>

export function openDrafts(survey: string, keeps: boolean): Drafts {
  const [name, done] = [`luoshi-survey-${survey}`, `luoshi-survey-done-${survey}`]
  return {
    read: () => {
      const raw: unknown = safely(() => JSON.parse(localStorage.getItem(name) ?? 'null'))
      return keeps && isDraft(raw) ? raw : null
    },
    keep: (draft) => {
      if (keeps) safely(() => localStorage.setItem(name, JSON.stringify(draft)))
    },
    forget: (isDone) => {
      safely(() => localStorage.removeItem(name))
      if (keeps && isDone) safely(() => localStorage.setItem(done, '1'))
      else if (!isDone) safely(() => localStorage.removeItem(done))
    },
    isDone: () => keeps && safely(() => localStorage.getItem(done)) === '1',
  }
}

export function newDraft(): Draft {
  return { id: chance(), secret: chance(), step: 0, fields: [], sent: null, kept: nothingKept }
}

function chance(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function safely<Value>(act: () => Value): Value | null {
  try {
    return act()
  } catch {
    return null
  }
}

function isDraft(raw: unknown): raw is Draft {
  if (typeof raw !== 'object' || raw === null) return false
  const { id, secret, step, fields, sent } = Object.assign(
    { id: null, secret: null, step: null, fields: null, sent: undefined },
    raw,
  )
  return (
    typeof id === 'string' &&
    typeof secret === 'string' &&
    typeof step === 'number' &&
    Array.isArray(fields) &&
    'kept' in raw &&
    (sent === null || typeof sent === 'string')
  )
}
