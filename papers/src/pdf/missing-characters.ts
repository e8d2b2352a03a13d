/**
 * Before a paper is set, every character is looked up: one that no face has would be left out without a word, and it is
 * mostly somebody's name. So it is refused. One that only another face has is set in that face, and said to be.
 */
import type { Faces } from '../fonts/faces.ts'

type Checked = Readonly<{ missing: readonly string[]; otherFace: readonly string[] }>

export function checkCharacters(plan: unknown, { all, of }: Faces): Checked {
  const used = new Set<string>()
  collect(plan, used)
  const [own] = of.body
  const characters = [...used].filter((one) => one.trim() !== '')
  const code = (one: string) => one.codePointAt(0) ?? 0
  const missing = characters.filter((one) => !all.some((face) => face.has(code(one))))
  const otherFace = characters.filter((one) => !missing.includes(one) && !own?.has(code(one)))
  return { missing: missing.toSorted(), otherFace: otherFace.toSorted() }
}

function collect(value: unknown, used: Set<string>): void {
  if (typeof value === 'string') for (const one of value) used.add(one)
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collect(part, used)
}
