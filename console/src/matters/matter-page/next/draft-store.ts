/** Drafts of forms on this device: nothing typed is lost by closing, reloading or a refusal. Each person has their own. */
import type { AccountId, MatterId } from '@luoshi/domain/kernel/ids'
import type { MatterStep } from '@luoshi/server/contract/matter-steps'
import { readValues, type FormValues } from './form-values.ts'

export type DraftName = Readonly<{
  account: AccountId
  matter: MatterId
  step: MatterStep
  /** A draft for one round must not turn up in the next. */
  round: number
}>

export function draftKey({ account, matter, step, round }: DraftName): string {
  return `luoshi.draft.${account}.${matter}.${step}.${round}`
}

export function readDraft(name: DraftName, shelf: Storage = localStorage): FormValues | null {
  return readValues(shelf.getItem(draftKey(name)))
}

/** False when the device has no room for it. */
export function keepDraft(
  name: DraftName,
  values: FormValues,
  shelf: Storage = localStorage,
): boolean {
  try {
    shelf.setItem(draftKey(name), JSON.stringify(values))
    return true
  } catch {
    return false
  }
}

export function dropDraft(name: DraftName, shelf: Storage = localStorage): void {
  shelf.removeItem(draftKey(name))
}
