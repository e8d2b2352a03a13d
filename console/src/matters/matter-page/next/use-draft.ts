/** The values of one form, kept on this device at every keystroke and found again after a reload. */
import { useState } from 'react'
import { dropDraft, keepDraft, readDraft, type DraftName } from './draft-store.ts'
import type { FormValues } from './form-values.ts'

export type Draft = Readonly<{
  values: FormValues
  change: (next: (values: FormValues) => FormValues) => void
  /** When it was last kept; null while nothing was typed. */
  keptAt: Date | null
  /** Something typed earlier was found. */
  restored: boolean
  /** The device had no room. */
  unkept: boolean
  clear: () => void
}>

type State = Readonly<{
  values: FormValues
  keptAt: Date | null
  restored: boolean
  unkept: boolean
}>

export function useDraft(name: DraftName, initial: FormValues): Draft {
  const [state, setState] = useState<State>(() => {
    const found = readDraft(name)
    return { values: found ?? initial, keptAt: null, restored: found !== null, unkept: false }
  })
  return {
    ...state,
    change: (next) =>
      setState((before) => {
        const values = next(before.values)
        const kept = keepDraft(name, values)
        return { ...before, values, keptAt: kept ? new Date() : before.keptAt, unkept: !kept }
      }),
    clear: () => {
      dropDraft(name)
      setState({ values: initial, keptAt: null, restored: false, unkept: false })
    },
  }
}
