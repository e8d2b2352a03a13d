/**
 * What a page of a PDF does to be read at all: its words do not lie on each other, and the signature of a paper shares its
 * page with words of the paper. Source: GB/T 9704-2012, 7.3.5.5.
 */
import type { Finding } from './finding.ts'
import type { PdfLine, PdfPage } from './pdf-lines.ts'

const tellAtMost = 20

const dateAlone = /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/
const someDate = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/
/** 述职人员：刘明远，and a day behind it; 主持人（签名）： */
const signer =
  /^(?:[\p{Script=Han}]{0,8}(?:人员|负责人|主持人|记录人|经办人|签发人|监票人|计票人|组长|局长|主任)(?:[（(](?:签名|签字|盖章)[）)])?|[\p{Script=Han}]{0,10}[（(](?:签名|签字|盖章)[）)])\s*[：:].{0,30}$/u

/** @param text - The lines of the page without its number and what stands outside the text's box. */
export function checkSignature(page: number, text: readonly PdfLine[], width: number) {
  if (page === 0 || text.length === 0) return []
  const isSigned = (line: PdfLine) => signs(line, width)
  const said = text.filter((line) => !isSigned(line) && !isImprint(line))
  const signed = text.filter(isSigned)
  if (said.length > 0 || signed.length === 0) return []
  const shown = signed.map((line) => line.text.trim()).join('，')
  const found = `这一面只有落款：${shown.slice(0, 40)}`
  return [
    {
      rule: 'signature-alone',
      where: `第 ${page + 1} 页`,
      found,
      expected: '落款与正文同处一面，不用“此页无正文”',
    } as const satisfies Finding,
  ]
}

/** On the right half: who signs and when; or words that say who signs. */
function signs({ text, left }: PdfLine, width: number): boolean {
  const words = text.trim()
  if (signer.test(words)) return true
  if (/^[（(]?此页无正文[）)]?$/.test(words)) return true
  return left > width * 0.4 && (dateAlone.test(words) || !/[。；，]/.test(words))
}

function isImprint({ text, size }: PdfLine): boolean {
  const words = text.trim()
  return (
    (Math.abs(size - 14) < 0.6 && (words.startsWith('抄送') || someDate.test(words))) ||
    words.endsWith('印发')
  )
}

export function checkOverlap(page: number, { lines, tight }: PdfPage): readonly Finding[] {
  const where = `第 ${page + 1} 页`
  const one = (text: string, found: string): Finding => ({
    rule: 'overlapping-text',
    where: `${where}“${text.trim().slice(0, 20)}”`,
    found,
    expected: '字与字、行与行不重叠',
  })
  const within = lines
    .filter(({ overlap }) => overlap > 0.3)
    .map(({ text, overlap }) => one(text, `一行里前后文字重叠 ${overlap.toFixed(2)} 字`))
  const between = lines.flatMap((line, at) => {
    const above = lines[at - 1]
    return above !== undefined && liesOn(above, line)
      ? [one(line.text, `与上一行只隔 ${(line.baseline - above.baseline).toFixed(1)} 磅`)]
      : []
  })
  const letters = tight.map(({ text, by }) =>
    one(text, `字符间距比字体本身紧 ${(by / 10).toFixed(1)}%`),
  )
  return [...within, ...between, ...letters].slice(0, tellAtMost)
}

/** Closer than half of the smaller letters, and one over the other. Small marks beside large letters are no fault. */
function liesOn(above: PdfLine, line: PdfLine): boolean {
  const size = Math.min(above.size, line.size)
  const shared = Math.min(above.right, line.right) - Math.max(above.left, line.left)
  const isAlike = size > 0.75 * Math.max(above.size, line.size)
  return isAlike && line.baseline - above.baseline < 0.5 * size && shared > size
}
