/** Addresses of cells: B7 is column 2, row 7. */

export type Address = Readonly<{ column: number; row: number }>

export function addressOf(reference: string): Address | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (match?.[1] === undefined) return undefined
  const column = [...match[1]].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0)
  return { column, row: Number(match[2]) }
}

export type Area = Readonly<{ from: Address; to: Address }>

export function areaOf(reference: string): Area | undefined {
  const [first, last] = reference.split(':')
  const from = addressOf(first ?? '')
  const to = addressOf(last ?? first ?? '')
  return from === undefined || to === undefined ? undefined : { from, to }
}
