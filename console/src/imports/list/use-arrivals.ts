/** Documents on their way in: one after the other, each with its progress, its refusal, or its way to the review. */
import type { ImportId } from '@luoshi/domain/kernel/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { uploadImport, type Arrived } from './upload-import.ts'

export type Arrival = Readonly<{ key: string; name: string }> &
  (
    | Readonly<{ state: 'waiting' }>
    | Readonly<{ state: 'sending'; percent: number }>
    | Readonly<{ state: 'read'; import: ImportId }>
    | Readonly<{ state: 'refused'; error: unknown }>
  )

type Change = (arrival: Arrival) => void

export type Arrivals = Readonly<{
  all: readonly Arrival[]
  bring: (files: readonly File[]) => void
  dismiss: (key: string) => void
}>

let numbered = 0

export function useArrivals(): Arrivals {
  const [all, setAll] = useState<readonly Arrival[]>([])
  const queries = useQueryClient()
  const navigate = useNavigate()
  const set = useCallback<Change>(
    (next) => setAll((before) => before.map((one) => (one.key === next.key ? next : one))),
    [],
  )
  const bring = useCallback(
    (files: readonly File[]) => {
      const named = files.map((file) => ({ file, key: String((numbered += 1)), name: file.name }))
      const begun = named.map(({ key, name }) => ({ key, name, state: 'waiting' }) as const)
      setAll((before) => [...before, ...begun])
      const run = async () => {
        const found: Arrived[] = []
        for (const one of named) {
          const id = await send(one, set)
          if (id !== null) found.push(id)
        }
        await queries.invalidateQueries({ queryKey: ['imports'] })
        void queries.invalidateQueries({ queryKey: ['desk'] })
        const [only] = found
        if (only !== undefined && files.length === 1) {
          const to = only.toMap ? '/imports/$import/columns' : '/imports/$import'
          await navigate({ to, params: { import: only.import } })
        }
      }
      void run()
    },
    [set, queries, navigate],
  )
  const dismiss = useCallback(
    (key: string) => setAll((before) => before.filter((one) => one.key !== key)),
    [],
  )
  return { all, bring, dismiss }
}

async function send(
  { file, key, name }: Readonly<{ file: File; key: string; name: string }>,
  set: Change,
): Promise<Arrived | null> {
  set({ key, name, state: 'sending', percent: 0 })
  try {
    const arrived = await uploadImport(file, name, (percent) =>
      set({ key, name, state: 'sending', percent }),
    )
    set({ key, name, state: 'read', import: arrived.import })
    return arrived
  } catch (error) {
    set({ key, name, state: 'refused', error })
    return null
  }
}
