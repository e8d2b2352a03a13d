/** Runs steps one after another on the project's own Node and says which one failed, and how long each took. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** A tool from node_modules, by the file that its package runs. */
export function tool(name, ...args) {
  return { name, command: join(root, 'node_modules', '.bin', name), args }
}

/** A script of the project. */
export function script(file, ...args) {
  return { name: file, command: process.execPath, args: [join(root, file), ...args] }
}

export function run(steps) {
  for (const { name, command, args } of steps) {
    const began = performance.now()
    const line = [name, ...args].join(' ').replaceAll(root, '.')
    console.log(`\n▸ ${line}`)
    const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: process.env })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    if (done.status !== 0) {
      console.error(
        `✗ ${line} failed after ${seconds} s${done.error ? `: ${done.error.message}` : ''}`,
      )
      process.exit(done.status ?? 1)
    }
    console.log(`✓ ${name} ${seconds} s`)
  }
}
