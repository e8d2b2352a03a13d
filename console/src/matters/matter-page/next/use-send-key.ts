/** Ctrl+Enter (⌘+Enter) anywhere in a form sends it. */
import { useEffect, useRef, type RefObject } from 'react'

export function useSendKey(form: RefObject<HTMLFormElement | null>, send: () => void): void {
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  useEffect(() => {
    const element = form.current
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
      event.preventDefault()
      latest.current()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [form])
}
