/**
 * The measures of the standard in Word's units. Twentieths of a point, half points, percent.
 *
 * Source: GB/T 9704-2012 (5.1 paper, 5.2.1 margins, 5.2.2 size, 5.2.3 22 lines of 28 characters, 7.5 page numbers);
 * documents.md §1: 579 and not 580 twentieths a line, or only 21 lines fit; spacing −5 so that 28 characters fit.
 */
export const page = { width: 11_906, height: 16_838 } as const
export const margins = { top: 2098, right: 1474, bottom: 1984, left: 1588, footer: 1417 } as const
export const line = 579
export const titleLine = 640
/** 3号, 2号, 4号 in half points. */
export const sizes = { body: 32, title: 44, small: 28 } as const
/** One character of 3号 in twentieths of a point. */
export const character = 320
export const tightening = -5
/** The width of the text, in twentieths of a point. */
export const measure = page.width - margins.left - margins.right

/** Names only: offices have these fonts, and nobody may ship them. */
export const fonts = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  first: '黑体',
  second: '楷体_GB2312',
  number: '宋体',
} as const

export const red = 'FF0000'
