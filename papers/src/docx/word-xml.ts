/** The small pieces of WordprocessingML: text, runs, paragraphs. Source: ECMA-376 part 1, 17.3. */

/** What XML cannot hold is left out: a paper is read by people, and no letter of theirs is among it. */
const impossible =
  // oxlint-disable-next-line no-control-regex -- these are the characters meant
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const marked = /[&<>"]/g
const marks = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

export function wordText(text: string): string {
  return text.replaceAll(impossible, '').replaceAll(marked, (one) => marks.get(one) ?? one)
}

/** Quotes and dashes are Chinese ones: without the hint Word sets them in the font of letters. */
const hint = '<w:rFonts w:hint="eastAsia"/>'

export function run(text: string, properties = ''): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${wordText(line)}</w:t>`)
  return `<w:r><w:rPr>${properties.includes('<w:rFonts') ? '' : hint}${properties}</w:rPr>${lines.join('<w:br/>')}</w:r>`
}

export function fontOf(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>`
}

export function paragraph(runs: string, style = '', properties = ''): string {
  const named = style === '' ? '' : `<w:pStyle w:val="${style}"/>`
  return `<w:p><w:pPr>${named}${properties}</w:pPr>${runs}</w:p>`
}

/** Where a paragraph has to be and nothing is to be seen. */
export const hairline =
  '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="15" w:lineRule="exact"/>'

/** As far as what follows stands from a table in the PDF; without it Word makes one table of two. */
export const behindTable =
  '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/>'
