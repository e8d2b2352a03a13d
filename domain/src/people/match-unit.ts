/** Finds the registered unit that a paper means: by its whole name, else by the only one that differs in the place before it. */
import type { UnitId } from '../kernel/ids.ts'

type Unit = Readonly<{ id: UnitId; name: string; status: string }>

const placeBefore = /^(?:.{1,8}?(?:自治县|自治州|县|市|区|州|省))(?=.{2,})/

function core(name: string): string {
  return name
    .replaceAll(/\s/g, '')
    .replace(placeBefore, '')
    .replace(/^人民政府/, '')
}

export function matchUnit(name: string | undefined, units: readonly Unit[]): UnitId | null {
  const wanted = (name ?? '').trim()
  if (wanted === '') return null
  const active = units.filter(({ status }) => status === 'active')
  const exact = active.find((unit) => unit.name === wanted)
  if (exact) return exact.id
  const bare = core(wanted)
  const near = active.filter((unit) => core(unit.name) === bare || unit.name.endsWith(bare))
  const [only, ...others] = near
  return only && others.length === 0 && bare.length > 1 ? only.id : null
}
