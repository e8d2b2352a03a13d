/** The looks of cells in every workbook of ours, and the part that defines them. Source: ECMA-376 part 1, 18.8. */

/** Places in the list of cell formats below. */
export const looks = {
  plain: 0,
  title: 1,
  note: 2,
  heading: 3,
  text: 4,
  quoted: 5,
  day: 6,
  count: 7,
} as const

const border =
  '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border>'

/** Names of fonts that offices have; none is shipped. */
const fonts = [
  '<font><sz val="11"/><name val="宋体"/></font>',
  '<font><sz val="18"/><name val="方正小标宋简体"/></font>',
  '<font><sz val="10"/><color rgb="FF595959"/><name val="宋体"/></font>',
  '<font><b/><sz val="11"/><name val="黑体"/></font>',
]

const wrapped = '<alignment vertical="center" wrapText="1"/>'
const centred = '<alignment horizontal="center" vertical="center" wrapText="1"/>'

/** `@` (49) is the format of text, 164 our own for days. */
const formats = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
  `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" applyAlignment="1">${centred}</xf>`,
  `<xf numFmtId="49" fontId="2" fillId="0" borderId="0" applyAlignment="1">${wrapped}</xf>`,
  `<xf numFmtId="49" fontId="3" fillId="2" borderId="1" applyAlignment="1">${centred}</xf>`,
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="1" applyAlignment="1">${wrapped}</xf>`,
  `<xf numFmtId="49" fontId="0" fillId="0" borderId="1" applyAlignment="1" quotePrefix="1">${wrapped}</xf>`,
  `<xf numFmtId="164" fontId="0" fillId="0" borderId="1" applyAlignment="1">${centred}</xf>`,
  `<xf numFmtId="1" fontId="0" fillId="0" borderId="1" applyAlignment="1">${centred}</xf>`,
]

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF5"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${border}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.map((one) => one.replace('<xf ', '<xf xfId="0" ')).join('')}</cellXfs></styleSheet>`
