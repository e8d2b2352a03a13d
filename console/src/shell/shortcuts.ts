/**
 * Keys of the console. A component offers keys while it is on the page (`useShortcuts`); the frame listens once, and the
 * help (`?`) lists whatever is offered at that moment. Keys may be a sequence: `g d`.
 */
import { useEffect, useSyncExternalStore } from 'react'

export type ShortcutGroup = 'everywhere' | 'list' | 'page'

export type Shortcut = Readonly<{
  /** As `KeyboardEvent.key`, a sequence parted by a space, or `mod+k` for Ctrl/⌘. */
  keys: string
  words: string
  group: ShortcutGroup
  run: () => void
}>

let offered: readonly Shortcut[] = []
const listeners = new Set<() => void>()

function change(next: readonly Shortcut[]): void {
  offered = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useOfferedShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => offered)
}

/** Offers keys while the component is mounted. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    change([...offered, ...shortcuts])
    return () => change(offered.filter((one) => !shortcuts.includes(one)))
  }, [shortcuts])
}

/** Which shortcut a key finishes, given the keys just before it. Later offers win. */
export function matchKeys(
  shortcuts: readonly Shortcut[],
  before: string,
  key: string,
): Shortcut | 'begins' | null {
  const last = (keys: string) => shortcuts.findLast((one) => one.keys === keys)
  const found = (before === '' ? undefined : last(`${before} ${key}`)) ?? last(key)
  if (found) return found
  return shortcuts.some((one) => one.keys.startsWith(`${key} `)) ? 'begins' : null
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, [role=combobox], [role=listbox], [role=menu] *') ||
      (target instanceof HTMLInputElement &&
        !['checkbox', 'radio', 'button'].includes(target.type)))
  )
}

/** Enter on these does what they are for. */
function isOperable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a, button, input, summary') !== null
}

function dialogIsOpen(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true]') !== null
}

/** Listens for all shortcuts; the frame calls it once. */
export function useShortcutListener(): void {
  useEffect(() => {
    let before = ''
    let forget = 0
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey) return
      const mod = event.ctrlKey || event.metaKey
      const key = mod ? `mod+${event.key.toLowerCase()}` : event.key
      if (key !== 'mod+k' && (isTyping(event.target) || dialogIsOpen())) return
      if (key === 'Enter' && isOperable(event.target)) return
      const found = matchKeys(offered, before, key)
      window.clearTimeout(forget)
      before = found === 'begins' ? key : ''
      forget = window.setTimeout(() => (before = ''), 1200)
      if (found === null) return
      if (found !== 'begins') {
        event.preventDefault()
        found.run()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
