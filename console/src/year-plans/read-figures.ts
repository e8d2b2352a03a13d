/** Figures as a clerk pastes them from a sheet: one unit a line, `公路局 78 100`, 满意 then 参评. */
export type Figure = Readonly<{ name: string; satisfied: number; raters: number }>

/** Lines that are no figures are left out; the dialog shows how many were read. */
export function readFigures(text: string): readonly Figure[] {
  return text.split('\n').flatMap((line) => {
    const found = /^\s*(.+?)[\s,，、:：\t]+(\d{1,6})[\s,，、/／\t]+(\d{1,6})\s*$/u.exec(line)
    if (!found) return []
    const [, name = '', satisfied = '', raters = ''] = found
    const one = { name: name.trim(), satisfied: Number(satisfied), raters: Number(raters) }
    return one.raters > 0 && one.satisfied <= one.raters ? [one] : []
  })
}
