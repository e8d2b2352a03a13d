/** The review as this device keeps it until the server has it: a lost network or a closed window loses nothing. */
import type { AccountId, ImportId } from '@luoshi/domain/kernel/ids'
import { readLocalCopy, type LocalCopy } from '../model/review-shape.ts'

export type Shelf = Readonly<{ account: AccountId; import: ImportId }>

function key({ account, import: id }: Shelf): string {
  return `luoshi.import.${account}.${id}`
}

export function keepLocalCopy(shelf: Shelf, copy: LocalCopy, store: Storage = localStorage): void {
  try {
    store.setItem(key(shelf), JSON.stringify(copy))
  } catch {
    // No room on the device: the server has it a moment later.
  }
}

export function localCopyOf(shelf: Shelf, store: Storage = localStorage): LocalCopy | null {
  return readLocalCopy(store.getItem(key(shelf)))
}

export function dropLocalCopy(shelf: Shelf, store: Storage = localStorage): void {
  store.removeItem(key(shelf))
}
