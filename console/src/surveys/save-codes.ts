/**
 * Invitation codes as a sheet for printing letters: made and read in the browser, the only place where a code stands by a
 * name.
 */
import type { IssuedCode } from '@luoshi/server/contract/survey-frames'

const columns = ['place', 'stratum', 'name', 'contact', 'code', 'link'] as const

export function saveCodes(
  fileName: string,
  rows: readonly IssuedCode[],
  heads: Readonly<Record<(typeof columns)[number], string>>,
): void {
  // The mark at the front makes Excel read it as UTF-8.
  const file = new Blob([`\uFEFF${codesSheet(rows, heads)}`], { type: 'text/csv;charset=utf-8' })
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export function codesSheet(
  rows: readonly IssuedCode[],
  heads: Readonly<Record<(typeof columns)[number], string>>,
): string {
  const lines = [
    columns.map((name) => heads[name]),
    ...rows.map((row) => columns.map((name) => String(row[name]))),
  ]
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

/** A cell that a sheet would take for a formula is shown as text. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return `"${safe.replaceAll('"', '""')}"`
}

/** What was saved before, also when a sheet has saved it since; null when it is anything else. */
export function codesIn(text: string, survey: string): readonly IssuedCode[] | null {
  const [, ...lines] = cellsIn(text.replace(/^\uFEFF/, ''))
  const rows = lines.map(([place = '', stratum = '', name = '', contact = '', code, link]) => ({
    place: Number(place),
    stratum: plain(stratum),
    name: plain(name),
    contact: plain(contact),
    code: code ?? '',
    link: link ?? '',
  }))
  const isOurs = ({ place, code, link }: IssuedCode) =>
    place > 0 && code !== '' && link.includes(`/s/${survey}?`) && link.endsWith(`#${code}`)
  return rows.length > 0 && rows.every(isOurs) ? rows : null
}

function plain(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

/** Cells of comma-separated values, in quotes or not; lines without any are none. */
function cellsIn(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quotedCell, bare]) => quotedCell?.replaceAll('""', '"') ?? bare ?? '',
      ),
    )
}
