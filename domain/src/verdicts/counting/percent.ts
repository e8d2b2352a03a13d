/**
 * Percentages for print: half up, from whole numbers, never used to decide a case.
 *
 * Published tables print 82.14% beside a bare 25%, so trailing zeros are a choice of style.
 */

export type PercentStyle = 'fixed' | 'trimmed'

/**
 * @param decimals - Digits after the point, 0 to 4.
 * @returns The share in units of the last digit: 8214 reads 82.14 at two decimals. Exact, half up.
 * @throws when the base is not positive: a share of nothing is a fault of the caller.
 */
export function percentUnits(count: number, base: number, decimals: number): number {
  if (base <= 0) throw new Error('A share of nothing has no percentage.')
  return wholePart(2 * count * 100 * 10 ** decimals + base, 2 * base)
}

/** The same, cut off instead of rounded: how some published tables are made. */
export function truncatedUnits(count: number, base: number, decimals: number): number {
  return wholePart(count * 100 * 10 ** decimals, base)
}

/** Two decimals, half up: `82.14%`; `trimmed` writes 25.00% as `25%`. @throws when the base is not positive. */
export function percentText(count: number, base: number, style: PercentStyle = 'fixed'): string {
  return `${unitsText(percentUnits(count, base, 2), 2, style)}%`
}

/** 8214 at two decimals reads 82.14. `units` are whole and not negative. */
export function unitsText(units: number, decimals: number, style: PercentStyle = 'fixed'): string {
  if (decimals === 0) return String(units)
  const digits = String(units).padStart(decimals + 1, '0')
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return style === 'trimmed' ? text.replace(/\.?0+$/, '') : text
}

/** Both sides stay below 2^53, so taking the rest off first keeps the division exact. */
function wholePart(above: number, below: number): number {
  return (above - (above % below)) / below
}
