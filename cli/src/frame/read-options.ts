/** Reads a command's flags and words, and says plainly which of them it does not know. */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { nearest } from './nearest.ts'

export type OptionKinds = Readonly<Record<string, 'text' | 'flag'>>

export type Options = Readonly<{
  text: (name: string) => string | undefined
  flag: (name: string) => boolean
  words: readonly string[]
}>

/** `--name value`, `--name=value` and `--flag`; all else are words. Refuses with a sentence in both languages. */
export function readOptions(args: readonly string[], kinds: OptionKinds): Result<Options, string> {
  const values = new Map<string, string>()
  const words: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (!arg.startsWith('--')) {
      words.push(arg)
      continue
    }
    const cut = arg.indexOf('=')
    const name = arg.slice(2, cut === -1 ? undefined : cut)
    const kind = kinds[name]
    if (kind === undefined) return refuse(noSuchOption(name, Object.keys(kinds)))
    if (kind === 'flag') {
      if (cut !== -1) return refuse(`--${name} 不带值。 --${name} takes no value.`)
      values.set(name, '')
      continue
    }
    const value = cut === -1 ? args[(at += 1)] : arg.slice(cut + 1)
    // `--data --json` forgot the folder; who really means a value like that writes `--data=--json`.
    if (value === undefined || (cut === -1 && value.startsWith('--')))
      return refuse(`--${name} 后面缺少值。 --${name} needs a value.`)
    values.set(name, value)
  }
  return accept({ text: (name) => values.get(name), flag: (name) => values.has(name), words })
}

function noSuchOption(name: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  return meant === undefined
    ? `没有 --${name} 这个选项。 There is no option --${name}.`
    : `没有 --${name} 这个选项，是不是想写 --${meant}？ There is no option --${name}; did you mean --${meant}?`
}

/** What to say of a word that stands where none belongs: the word itself, not an option beside it. */
export function unknownWord(word: string): string {
  return `没有看懂“${word}”，这里不用写它。 “${word}” was not understood; nothing goes there.`
}
