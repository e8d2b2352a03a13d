/**
 * Asks for the second factor when a sensitive act needs it anew (api/server.ts sends the act again afterwards). What was
 * typed behind it stays. The dialog is fetched when it is needed, so that the first room stays light.
 */
import { lazy, Suspense, useEffect, useState } from 'react'
import { onFactorNeeded } from '../api/server.ts'

const ProveDialog = lazy(async () => ({
  default: (await import('./prove-dialog.tsx')).ProveDialog,
}))

type Settle = (proven: boolean) => void

export function StepUp() {
  const [settle, setSettle] = useState<Settle | null>(null)
  useEffect(
    () => onFactorNeeded(() => new Promise<boolean>((resolve) => setSettle(() => resolve))),
    [],
  )
  if (settle === null) return null
  return (
    <Suspense fallback={null}>
      <ProveDialog
        onDone={(proven) => {
          setSettle(null)
          settle(proven)
        }}
      />
    </Suspense>
  )
}
