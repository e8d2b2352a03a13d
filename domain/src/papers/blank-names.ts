/**
 * A blank of a template by its name: `{official}` and `{述职人员}` are the same. What is kept may hold either; whoever
 * edits in Chinese sees Chinese names.
 */
import { blankLabels, type Blank } from './paper-kinds.ts'

/** `{official}`: the name inside. */
export const blankPattern: RegExp = /\{([^{}]*)\}/g

const isBlank = (name: string): name is Blank => Object.hasOwn(blankLabels, name)

const byChinese: ReadonlyMap<string, Blank> = new Map(
  Object.keys(blankLabels)
    .filter(isBlank)
    .map((blank) => [blankLabels[blank].zh, blank]),
)

/** Undefined: no paper has a blank of that name. */
export function blankNamed(name: string): Blank | undefined {
  const bare = name.trim()
  return isBlank(bare) ? bare : byChinese.get(bare)
}

/** `{official}` becomes `{述职人员}`; what names no blank stays as it was typed. */
export function withChineseBlanks(text: string): string {
  return text.replaceAll(blankPattern, (whole, name: string) => {
    const blank = blankNamed(name)
    return blank ? `{${blankLabels[blank].zh}}` : whole
  })
}
