/** The labels a Chinese official paper may number its paragraphs with (documents.md §3), from high to low. */

/** The order is the rank: a style opens below any open style named before it. */
export const markerStyles = [
  'part', // 第一部分 第一编
  'chapter', // 第一章
  'section', // 第一节
  'heading', // 存在问题：  a heading without a number
  'article', // 第一条
  'chinese', // 一、
  'chinese-bracketed', // （一）
  'stem', // 甲、
  'problem', // 问题一：
  'arabic', // 1.
  'decimal', // 1.1
  'decimal-3', // 1.1.1
  'decimal-4', // 1.1.1.1
  'arabic-bracketed', // （1）
  'arabic-half-bracketed', // 1）
  'circled', // ①
  'letter', // A.
  'counted', // 一是  at the head of paragraphs of their own
] as const

export type MarkerStyle = (typeof markerStyles)[number]

export type Marker = Readonly<{
  style: MarkerStyle
  number: number
  /** As written: `（一）`, `1.` */
  label: string
  /** What follows the label. */
  rest: string
  /** For 2.3: `2`. Lists of one style with different prefixes are different lists. */
  prefix?: string
  /** False when only the neighbours can tell whether it is a label: `3.5所敬老院`. */
  sure: boolean
}>

const ranks = new Map<string, number>(markerStyles.map((style, rank) => [style, rank]))

export function rankOf(style: MarkerStyle): number {
  return ranks.get(style) ?? markerStyles.length
}
