/** Waits until something outside this process has become true, and fails by name when it does not. */
import { setTimeout as after } from 'node:timers/promises'

export async function eventually(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs = 40_000,
): Promise<void> {
  for (const begun = Date.now(); ; await after(20)) {
    if (await isSo()) return
    if (Date.now() - begun > withinMs) throw new Error(`did not become true: ${what}`)
  }
}
