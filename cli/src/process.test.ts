/** What only a process shows: the program itself, started by any Node, with pipes and exit codes. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../bin/luoshi.mjs', import.meta.url))

function run(line: string) {
  const shell = spawn('sh', ['-c', line], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE24: process.execPath, LUOSHI: program },
  })
  let [out, err] = ['', '']
  shell.stdout.on('data', (part) => (out += String(part)))
  shell.stderr.on('data', (part) => (err += String(part)))
  return new Promise<{ exit: number | null; out: string; err: string }>((resolve) => {
    shell.on('close', (exit) => resolve({ exit, out, err }))
  })
}

describe('the program luoshi', () => {
  it('hands on the exit code of its command', async () => {
    const votes = '--members 33 --present 29 --votes 17/11/1 --json'
    const counted = await run(`"$NODE24" "$LUOSHI" rule count --rule all-members-3 ${votes}`)
    expect(counted).toMatchObject({ exit: 0, err: '' })
    expect(JSON.parse(counted.out)).toMatchObject({ grade: '满意' })
    expect((await run('"$NODE24" "$LUOSHI" rule count --json')).exit).toBe(2)
  })

  it('is silent when its reader has seen enough', async () => {
    const piped = await run('"$NODE24" "$LUOSHI" rule list | head -1')
    expect(piped.err).toBe('')
    expect(piped.out.trimEnd().split('\n')).toHaveLength(1)
  })

  it.skipIf(!existsSync('/dev/full'))('says that a full disk took nothing', async () => {
    const lost = await run('"$NODE24" "$LUOSHI" rule list > /dev/full')
    expect(lost).toMatchObject({ exit: 1, out: '' })
    expect(lost.err.trimEnd().split('\n')).toHaveLength(1)
    expect(lost.err).toContain('请检查磁盘空间')
  })
})
