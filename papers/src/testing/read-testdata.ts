/** A text of our own making from papers/testdata. */
import { readFileSync } from 'node:fs'

export function readTestdata(name: string): string {
  return readFileSync(new URL(`../../testdata/${name}`, import.meta.url), 'utf8')
}
