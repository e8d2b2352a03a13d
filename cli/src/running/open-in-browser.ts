/** Opens an address in the person's browser, where there is a screen to open it on. */
import { spawn } from 'node:child_process'
import type { Terminal } from '../frame/command.ts'

export function openInBrowser(url: string, { env }: Terminal): void {
  const command = openerOf(env)
  if (command === null) return
  const child = spawn(command, process.platform === 'win32' ? ['', url] : [url], {
    stdio: 'ignore',
    detached: true,
    shell: process.platform === 'win32',
  })
  // No opener on this machine: the address stands on the screen anyway.
  child.on('error', () => undefined)
  child.unref()
}

function openerOf(env: Terminal['env']): string | null {
  if (env['CI'] || env['SSH_CONNECTION']) return null
  switch (process.platform) {
    case 'darwin':
      return 'open'
    case 'win32':
      return 'start'
    default:
      return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? 'xdg-open' : null
  }
}
