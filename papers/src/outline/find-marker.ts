/** Which labels a paragraph may begin with, the likeliest first; the neighbours decide between them. */
import { chineseNumber, eitherNumber, numeral } from './chinese-number.ts'
import type { Marker, MarkerStyle } from './marker.ts'
import {
  bracketedLikeness,
  chineseLikeness,
  dottedLikeness,
  type Likeness,
  listedLikeness,
  ordinalLikeness,
} from './not-markers.ts'

type Reader = Readonly<{
  pattern: RegExp
  read: (label: string, number: string, rest: string) => Marker | undefined
}>

const stems = '甲乙丙丁戊己庚辛壬癸'

function made(
  style: MarkerStyle,
  number: number | undefined,
  label: string,
  rest: string,
  like: Likeness,
) {
  if (number === undefined || number < 1 || like === 'no-label') return undefined
  return {
    style,
    number,
    label: label.trim(),
    rest: rest.trimStart(),
    sure: like === 'label',
  } satisfies Marker
}

function ordinal(style: MarkerStyle, unit: string): Reader {
  return {
    pattern: new RegExp(`^第\\s*(${numeral}{1,5}|\\d{1,3})\\s*(?:${unit})`),
    read: (label, number, rest) =>
      made(style, eitherNumber(number), label, rest, ordinalLikeness(rest)),
  }
}

/** A number of four digits may be a year (2026.12月), so only its neighbours can make a label of it. */
function longDoubted(number: number, like: Likeness): Likeness {
  return number > 999 && like === 'label' ? 'perhaps' : like
}

const readers: readonly Reader[] = [
  ordinal('part', '部分|编'),
  ordinal('chapter', '章'),
  ordinal('section', '节'),
  ordinal('article', '条'),
  {
    pattern: new RegExp(`^(${numeral}{1,4})\\s*[、．.]`),
    read: (label, number, rest) => {
      const value = chineseNumber(number)
      return made('chinese', value, label, rest, chineseLikeness(value ?? 0, rest))
    },
  },
  {
    pattern: new RegExp(`^[（(〔]\\s*(${numeral}{1,4})\\s*[）)〕][、.．]?`),
    read: (label, number, rest) =>
      made('chinese-bracketed', chineseNumber(number), label, rest, bracketedLikeness(rest)),
  },
  {
    pattern: new RegExp(`^([${stems}])[、．.](?![${stems}])`),
    read: (label, number, rest) => made('stem', stems.indexOf(number) + 1, label, rest, 'label'),
  },
  {
    pattern: new RegExp(
      `^(?:【\\s*(?:问题|意见|建议|任务|事项)\\s*(?=[^】]{1,4}】)|(?:问题|意见|建议|任务|事项)\\s*(?=[^：:、.．】]{1,4}[：:、.．]))(${numeral}{1,3}|\\d{1,3})\\s*[】：:、.．][：:]?`,
    ),
    read: (label, number, rest) => made('problem', eitherNumber(number), label, rest, 'label'),
  },
  {
    // 1， is no label of an official paper, but villagers write it: the neighbours decide.
    pattern: /^(\d{1,3})\s*[，,](?!\d)/,
    read: (label, number, rest) => made('arabic', Number(number), label, rest, 'perhaps'),
  },
  {
    pattern: /^(\d{1,5})\s*、/,
    read: (label, number, rest) =>
      made(
        'arabic',
        Number(number),
        label,
        rest,
        longDoubted(Number(number), listedLikeness(Number(number), rest)),
      ),
  },
  {
    pattern: /^(\d{1,5})\s*[.．]/,
    read: (label, number, rest) =>
      made(
        'arabic',
        Number(number),
        label,
        rest,
        longDoubted(Number(number), dottedLikeness(rest)),
      ),
  },
  {
    pattern: /^[（(]\s*(\d{1,3})\s*[）)][、.．]?/,
    read: (label, number, rest) =>
      made('arabic-bracketed', Number(number), label, rest, bracketedLikeness(rest)),
  },
  {
    pattern: /^(\d{1,3})\s*[）)]/,
    read: (label, number, rest) =>
      made('arabic-half-bracketed', Number(number), label, rest, 'label'),
  },
  {
    pattern: /^([①-⑳㉑-㉟㊱-㊿])[、.．]?/,
    read: (label, number, rest) => made('circled', circledNumber(number), label, rest, 'label'),
  },
  {
    // One of several paragraphs only where the next one says 二是; inside one paragraph it is no label.
    pattern: new RegExp(`^([一二三四五六七八九十]{1,3})是(?![一二三四五六七八九十否])[，：:]?`),
    read: (label, number, rest) => made('counted', chineseNumber(number), label, rest, 'perhaps'),
  },
  {
    pattern: /^([A-Z])\s*[.．、](?![A-Za-z0-9])/,
    read: (label, number, rest) => made('letter', number.charCodeAt(0) - 64, label, rest, 'label'),
  },
]

/** ① → 1, ㊿ → 50: three separate rows of Unicode. */
export function circledNumber(sign: string): number | undefined {
  const code = sign.charCodeAt(0)
  if (code >= 0x2460 && code <= 0x2473) return code - 0x2460 + 1
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21
  if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36
  return undefined
}

const mayBegin = new RegExp(`^[第【（(〔\\dA-Z①-⑳㉑-㉟㊱-㊿问意建任事${stems}]|^${numeral}`)

export function findMarkers(paragraph: string): readonly Marker[] {
  const text = paragraph.trimStart()
  if (!mayBegin.test(text)) return []
  const head = text.slice(0, 24)
  const found: Marker[] = []
  const decimal = decimalMarker(text, head)
  if (decimal !== undefined) found.push(decimal)
  for (const { pattern, read } of readers) {
    const match = pattern.exec(head)
    if (match?.[1] === undefined) continue
    const marker = read(match[0], match[1], text.slice(match[0].length))
    if (marker !== undefined) found.push(marker)
    break
  }
  return found
}

/** 2.3 and 2.3.1 are labels only where the list before them says so; the grammar cannot tell them from 3.5所. */
function decimalMarker(text: string, head: string): Marker | undefined {
  const match = /^(\d{1,2}(?:[.．]\d{1,2}){1,3})[.．、]?(?=\s|\p{Script=Han})/u.exec(head)
  if (match?.[1] === undefined) return undefined
  const parts = match[1].split(/[.．]/)
  const last = Number(parts.at(-1))
  const rest = text.slice(match[0].length)
  if (last < 1 || parts[0] === '0' || dottedLikeness(`${last}${rest}`) === 'no-label')
    return undefined
  const style = parts.length === 2 ? 'decimal' : parts.length === 3 ? 'decimal-3' : 'decimal-4'
  const prefix = parts.slice(0, -1).join('.')
  return {
    style,
    number: last,
    label: match[0].trim(),
    rest: rest.trimStart(),
    prefix,
    sure: false,
  }
}
