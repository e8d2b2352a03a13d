/**
 * Where a device keeps its tokens and ballots: the browser's own database, one record a ballot, changed in transactions.
 * Of two windows one holds the record; the other finds it taken, and every change checks it again, so that two windows can
 * never send two things. Source: ballot.md 3.3 no. 1 ("store all before sending"), 11.2 (two tabs, reload).
 */
import type { Kept } from './kept.ts'

/** How long a window that says nothing still holds the record. */
const holdsFor = 6_000

export type Vault = Readonly<{
  /** Takes the record for this window; `force` takes it from another. Answers whether it is ours. */
  hold: (force: boolean) => Promise<boolean>
  letGo: () => Promise<void>
  read: (mh: string) => Promise<Kept | null>
  /** Every record of this ballot, of earlier rounds too. */
  all: () => Promise<readonly Kept[]>
  /** Throws `TakenElsewhere` when another window holds it now. `first` is what stands there when nothing does. */
  change: (mh: string, first: Kept, change: (kept: Kept) => Kept) => Promise<Kept>
  forget: (mh: string) => Promise<void>
}>

export class TakenElsewhere extends Error {}

type Hold = Readonly<{ ballot: string; window: string; until: number }>

/** Rejects when the browser keeps nothing: private mode or storage switched off. */
export async function openVault(ballot: string, now = (): number => Date.now()): Promise<Vault> {
  const database = await openDatabase()
  const window = thisWindow()

  function inside<Value>(
    work: (records: IDBObjectStore, holds: IDBObjectStore, give: (value: Value) => void) => void,
  ): Promise<Value> {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(['records', 'holds'], 'readwrite')
      let given: { value: Value } | undefined
      transaction.addEventListener('complete', () =>
        given ? resolve(given.value) : reject(new Error('Nothing was kept')),
      )
      transaction.addEventListener('abort', () =>
        reject(given ? transaction.error : new TakenElsewhere()),
      )
      work(transaction.objectStore('records'), transaction.objectStore('holds'), (value) => {
        given = { value }
      })
    })
  }

  function ifOurs(holds: IDBObjectStore, force: boolean, then: (ours: boolean) => void): void {
    const asked = holds.get(ballot)
    asked.addEventListener('success', () => {
      const hold: Hold | undefined = asked.result
      const free = !hold || hold.window === window || hold.until < now()
      if (free || force) {
        const ours: Hold = { ballot, window, until: now() + holdsFor }
        holds.put(ours)
      }
      then(free || force)
    })
  }

  return {
    hold: (force) => inside((_, holds, give) => ifOurs(holds, force, give)),
    letGo: () =>
      inside((_, holds, give) => {
        const asked = holds.get(ballot)
        asked.addEventListener('success', () => {
          const hold: Hold | undefined = asked.result
          if (hold?.window === window) holds.delete(ballot)
          give(undefined)
        })
      }),
    read: (mh) =>
      inside((records, _, give) => {
        const asked = records.get(mh)
        asked.addEventListener('success', () => give(asked.result ?? null))
      }),
    all: () =>
      inside((records, _, give) => {
        const asked = records.getAll()
        asked.addEventListener('success', () => {
          const all: readonly Kept[] = asked.result
          give(all.filter((one) => one.ballot === ballot))
        })
      }),
    change: (mh, first, change) =>
      inside((records, holds, give) =>
        ifOurs(holds, false, (ours) => {
          if (!ours) return records.transaction.abort()
          const asked = records.get(mh)
          asked.addEventListener('success', () => {
            const standing: Kept | undefined = asked.result
            const changed = change(standing ?? first)
            records.put(changed)
            give(changed)
          })
        }),
      ),
    forget: (mh) =>
      inside((records, _, give) => {
        records.delete(mh)
        give(undefined)
      }),
  }
}

const place = 'luoshi-window'

/**
 * The same after a reload, another for each window. It is in the session's storage only between two pages, because a
 * window that is duplicated takes that storage along.
 */
function thisWindow(): string {
  const drawn = Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join('-')
  try {
    const name = sessionStorage.getItem(place) ?? drawn
    sessionStorage.removeItem(place)
    addEventListener('pagehide', () => sessionStorage.setItem(place, name))
    addEventListener('pageshow', () => sessionStorage.removeItem(place))
    return name
  } catch {
    return drawn
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('luoshi-ballots', 1)
    asked.addEventListener('upgradeneeded', () => {
      asked.result.createObjectStore('records', { keyPath: 'mh' })
      asked.result.createObjectStore('holds', { keyPath: 'ballot' })
    })
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error ?? new Error('No storage')))
    asked.addEventListener('blocked', () => reject(new Error('Storage is blocked')))
  })
}
