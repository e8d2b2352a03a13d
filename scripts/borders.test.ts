/** Each border of the house catches its planted fault; a fence nobody has seen hold is no fence. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const trial = mkdtempSync(join(tmpdir(), 'luoshi-borders-'))
cpSync(join(root, '.oxlintrc.json'), join(trial, '.oxlintrc.json'))
afterAll(() => rmSync(trial, { recursive: true }))

const fault: readonly (readonly [string, string, string, string])[] = [
  [
    'the rules import Node',
    'domain/src/a.ts',
    "export { join } from 'node:path'",
    'no-restricted-imports',
  ],
  [
    'the rules import a library',
    'domain/src/b.ts',
    "export { z } from 'zod'",
    'no-restricted-imports',
  ],
  [
    'the rules read the clock',
    'domain/src/c.ts',
    'export const now = () => Date.now()',
    'no-restricted-globals',
  ],
  [
    'the rules throw dice',
    'domain/src/d.ts',
    'export const dice = () => Math.random()',
    'no-restricted-properties',
  ],
  [
    'the ledger imports the server',
    'ledger/src/a.ts',
    "export { x } from '@luoshi/server/x'",
    'no-restricted-imports',
  ],
  [
    'papers import the ledger',
    'papers/src/a.ts',
    "export { x } from '@luoshi/ledger/x'",
    'no-restricted-imports',
  ],
  [
    'the ballot imports the ledger',
    'ballots/src/a.ts',
    "export { x } from '@luoshi/ledger/x'",
    'no-restricted-imports',
  ],
  [
    'the phone’s part of the ballot imports Node',
    'ballots/src/voting/a.ts',
    "export { join } from 'node:path'",
    'no-restricted-imports',
  ],
  [
    'the server imports the console',
    'server/src/a.ts',
    "export { x } from '@luoshi/console/x'",
    'no-restricted-imports',
  ],
  [
    'the contract imports the ledger',
    'server/src/contract/a.ts',
    "export { x } from '@luoshi/ledger/x'",
    'no-restricted-imports',
  ],
  [
    'the console imports server code',
    'console/src/a.ts',
    "export { x } from '@luoshi/server/matters/x'",
    'no-restricted-imports',
  ],
  [
    'the console imports Node',
    'console/src/b.ts',
    "export { join } from 'node:path'",
    'no-restricted-imports',
  ],
  [
    'a public page imports the server',
    'portal/src/a.ts',
    "export { x } from '@luoshi/server/x'",
    'no-restricted-imports',
  ],
  [
    'a public page imports the issuer',
    'portal/src/b.ts',
    "export { x } from '@luoshi/ballots/issuing/x'",
    'no-restricted-imports',
  ],
  [
    'the server imports the public pages’ scripts',
    'server/src/g.ts',
    "export { x } from '@luoshi/portal/x'",
    'no-restricted-imports',
  ],
  [
    'a layer is entered by a path',
    'server/src/b.ts',
    "export { x } from '../../domain/src/x.ts'",
    'no-restricted-imports',
  ],
  [
    'the product imports test code',
    'server/src/c.ts',
    "export { x } from './testing/x.ts'",
    'no-restricted-imports',
  ],
  ['a default export', 'server/src/d.ts', 'export default 1', 'no-default-export'],
  [
    'a cast',
    'server/src/e.ts',
    'export const x = JSON.parse("1") as number',
    'consistent-type-assertions',
  ],
]

/** Lints one small tree with the house's own configuration; answers what it prints. */
function lint(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(trial, 'case-'))
  cpSync(join(trial, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${text}\n`)
  }
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const done = spawnSync(process.execPath, [oxlint, '--quiet', '.'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return done.stdout + done.stderr
}

describe('the borders of the house', () => {
  it.each(fault)('hold when %s', (_, file, text, ruleName) => {
    expect(lint({ [file]: text })).toContain(ruleName)
  })

  it('hold when two files import each other', () => {
    const one = "import { b } from './two.ts'\nexport const a = () => b()"
    const two = "import { a } from './one.ts'\nexport const b = (): unknown => a()"
    expect(lint({ 'server/src/one.ts': one, 'server/src/two.ts': two })).toContain('no-cycle')
  })

  it('let the house itself through', () => {
    expect(
      lint({ 'server/src/f.ts': "export { accept } from '@luoshi/domain/kernel/result'" }),
    ).not.toContain('x ')
  })
})
