declare const kind: unique symbol

/** A string of one kind. Only its own guard can make one, so a UnitId never passes for a MatterId. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type CongressId = Id<'congress'>
export type AppraisalId = Id<'appraisal'>
export type OpinionId = Id<'opinion'>
export type MatterId = Id<'matter'>
export type UnitId = Id<'unit'>
export type OfficialId = Id<'official'>
export type AccountId = Id<'account'>
export type ImportId = Id<'import'>

/** Ids read `<kind>_<lower-case letters and digits>`, 4 to 40 of them after the underscore. */
const tail = '[a-z0-9]{4,40}$'
const shapes = {
  congress: new RegExp(`^congress_${tail}`),
  appraisal: new RegExp(`^appraisal_${tail}`),
  opinion: new RegExp(`^opinion_${tail}`),
  matter: new RegExp(`^matter_${tail}`),
  unit: new RegExp(`^unit_${tail}`),
  official: new RegExp(`^official_${tail}`),
  account: new RegExp(`^account_${tail}`),
  import: new RegExp(`^import_${tail}`),
}

export type IdKind = keyof typeof shapes

export function isId<Kind extends IdKind>(wanted: Kind, raw: string): raw is Id<Kind> {
  return shapes[wanted].test(raw)
}

/** @throws when the text is no such id: for ids that are already known to be right, in code and tests. */
export function idOf<Kind extends IdKind>(wanted: Kind, raw: string): Id<Kind> {
  if (!isId(wanted, raw)) throw new Error(`Not a ${wanted} id: ${raw}`)
  return raw
}
