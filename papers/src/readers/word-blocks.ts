/** What a Word document holds, in order: paragraphs with their labels, and rows of tables. */
import type { Doubt } from '../outline/opinion.ts'

export type Block =
  | Readonly<{ kind: 'paragraph'; text: string }>
  | Readonly<{
      kind: 'row'
      table: number
      /** Of the rows of its table, from 1; empty ones are counted, too. */
      row: number
      cells: readonly string[]
      doubts: readonly Doubt[]
    }>

export function labelled(label: string, text: string): string {
  if (label === '' || text === '') return text
  return /[.)]$/.test(label) || /^\d/.test(text) || /[\dA-Za-z]$/.test(label)
    ? `${label} ${text}`
    : label + text
}
