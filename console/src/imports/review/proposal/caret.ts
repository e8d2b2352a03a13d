/** Where the cursor stands in the words of an item: kept after the focus has gone, for the key that splits there. */
let last: Readonly<{ item: string; at: number }> | null = null

export function rememberCaret(item: string, at: number): void {
  last = { item, at }
}

export function caretOf(item: string): number | null {
  return last?.item === item ? last.at : null
}
