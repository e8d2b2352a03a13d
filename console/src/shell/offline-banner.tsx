/** Says so while the network is down; what is on the page stays. */
import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useWords } from '../words/language.ts'

export function OfflineBanner() {
  const { shell } = useWords()
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  )
  return online ? null : <output className="offline-banner">{shell.offlineBanner}</output>
}
