/** Builds the ballot's verifier into one HTML file that opens from disk and may load nothing: ballots/dist/verifier.html. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const ballots = join(import.meta.dirname, '..', 'ballots')
/** A library asks Node for its cryptography where the browser has none; ours always has its own. */
const ownCryptography = {
  name: 'own-cryptography',
  enforce: 'pre',
  resolveId: (id) => (id === 'crypto' ? '\0none' : null),
  load: (id) => (id === '\0none' ? 'export const webcrypto = undefined' : null),
}

const built = await build({
  configFile: false,
  plugins: [ownCryptography],
  logLevel: 'warn',
  build: {
    write: false,
    target: ['chrome86', 'safari14'],
    lib: {
      entry: join(ballots, 'page', 'main.ts'),
      formats: ['iife'],
      name: 'verifier',
    },
  },
})
const [bundle] = Array.isArray(built) ? built : [built]
const code = bundle.output[0].code.trim().replaceAll('</script', '<\\/script')
const page = readFileSync(join(ballots, 'page', 'page.html'), 'utf8')
const style = /<style>([\s\S]*?)<\/style>/u.exec(page)?.[1] ?? ''
const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`
const html = page
  .replace('__SCRIPT__', () => hashOf(code))
  .replace('__STYLE__', () => hashOf(style))
  // Nothing may stand beside the code: the policy is over exactly what the element holds.
  .replace(/<script>\s*__CODE__\s*<\/script>/u, () => `<script>${code}</script>`)
mkdirSync(join(ballots, 'dist'), { recursive: true })
writeFileSync(join(ballots, 'dist', 'verifier.html'), html)
